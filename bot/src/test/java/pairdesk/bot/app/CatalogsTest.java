package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.persistence.Markets;
import pairdesk.venues.net.VenueException;

class CatalogsTest {
  private record Venue(VenueId venue, boolean away) implements MarketCatalog {
    @Override
    public Read readAll(Consumer<Market> sink) {
      throw new VenueException("not asked for here");
    }

    @Override
    public Optional<Market> read(MarketId id) {
      if (away) {
        throw new VenueException("connection refused");
      }
      return Optional.of(SampleDesk.market(id, "Pays if it rains."));
    }
  }

  @Test
  void knowsTheMarketsOfOneVenueWhileTheOtherIsAway() {
    try (var catalogs =
        new Catalogs(
            List.of(new Venue(VenueId.KALSHI, true), new Venue(VenueId.POLYMARKET, false)),
            mock(Markets.class),
            mock(Catalogs.Listener.class),
            InstantSource.fixed(SampleDesk.NOW))) {
      List<Market> known = catalogs.known(List.of(SampleDesk.KALSHI, SampleDesk.POLY));
      assertEquals(List.of(SampleDesk.POLY), known.stream().map(Market::id).toList());
      assertEquals(Optional.empty(), catalogs.market(SampleDesk.KALSHI));
      assertEquals(known.getFirst(), catalogs.market(SampleDesk.POLY).orElseThrow());
    }
  }
}
