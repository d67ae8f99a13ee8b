package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
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

  /** Closed while its venue was away: its list does not show it any more. */
  @Test
  @Tag("fault:L7")
  void readsAMarketThatNoListShowsOnceItsVenueIsBack() throws InterruptedException {
    var away = new AtomicBoolean(true);
    var listed = new LinkedBlockingQueue<Market>();
    MarketCatalog venue =
        new MarketCatalog() {
          @Override
          public VenueId venue() {
            return VenueId.KALSHI;
          }

          @Override
          public Read readAll(Consumer<Market> sink) {
            return new Read(true, 0, 0, "");
          }

          @Override
          public Optional<Market> read(MarketId id) {
            if (away.get()) {
              throw new VenueException("connection refused");
            }
            return Optional.of(SampleDesk.market(id, "Pays if it rains."));
          }
        };
    Catalogs.Listener listener = mock();
    doAnswer(call -> listed.add(call.getArgument(0))).when(listener).listed(any());
    try (var catalogs =
        new Catalogs(
            List.of(venue), mock(Markets.class), listener, InstantSource.fixed(SampleDesk.NOW))) {
      assertEquals(List.of(), catalogs.known(List.of(SampleDesk.KALSHI)));
      away.set(false);
      catalogs.start(Duration.ofMillis(10));
      Market found = listed.poll(10, TimeUnit.SECONDS);
      assertEquals(SampleDesk.KALSHI, found == null ? null : found.id());
    }
  }
}
