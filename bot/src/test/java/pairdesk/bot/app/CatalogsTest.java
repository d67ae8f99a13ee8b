package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
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
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.persistence.Markets;
import pairdesk.venues.net.VenueException;

class CatalogsTest {
  /** Its list of some is a read of each; one that it cannot read alone is missing there. */
  private interface OneByOne extends MarketCatalog {
    @Override
    default List<Market> read(Collection<MarketId> ids) {
      return ids.stream().flatMap(id -> read(id).stream()).toList();
    }
  }

  private record Venue(VenueId venue, boolean away) implements OneByOne {
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

  @Test
  void aMarketThatCannotBeReadHoldsUpNoOther() {
    MarketId odd = MarketId.kalshi("ODD");
    MarketId alone = MarketId.kalshi("ALONE");
    MarketCatalog venue = mock();
    when(venue.venue()).thenReturn(VenueId.KALSHI);
    when(venue.read(anyCollection()))
        .thenReturn(List.of(SampleDesk.market(SampleDesk.KALSHI, "Pays if it rains.")));
    when(venue.read(odd)).thenThrow(new VenueException("field status: a new word"));
    when(venue.read(alone)).thenReturn(Optional.of(SampleDesk.market(alone, "Pays if it snows.")));
    try (var catalogs =
        new Catalogs(
            List.of(venue),
            mock(Markets.class),
            mock(Catalogs.Listener.class),
            InstantSource.fixed(SampleDesk.NOW))) {
      List<MarketId> wanted = List.of(odd, alone, SampleDesk.KALSHI);
      assertEquals(
          List.of(alone, SampleDesk.KALSHI),
          catalogs.known(wanted).stream().map(Market::id).toList());
      verify(venue, never()).read(SampleDesk.KALSHI);
    }
  }

  /** Closed while its venue was away: its list does not show it any more. */
  @Test
  @Tag("fault:L7")
  void readsAMarketThatNoListShowsOnceItsVenueIsBack() throws InterruptedException {
    var away = new AtomicBoolean(true);
    var listed = new LinkedBlockingQueue<Market>();
    OneByOne venue =
        new OneByOne() {
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

  /** Its stream may have been cut just then: its venue is asked for it until it has its answer. */
  @Test
  void asksForAMarketInUseThatLeftTheListUntilItHasItsAnswer() throws InterruptedException {
    Market open = SampleDesk.market(SampleDesk.KALSHI, "Pays if it rains.");
    var left = new AtomicBoolean();
    var asked = new LinkedBlockingQueue<MarketStatus>();
    var answers = new LinkedBlockingQueue<>(List.of(MarketStatus.CLOSED, MarketStatus.SETTLED));
    var readings = new LinkedBlockingQueue<Integer>();
    OneByOne venue =
        new OneByOne() {
          @Override
          public VenueId venue() {
            return VenueId.KALSHI;
          }

          @Override
          public Read readAll(Consumer<Market> sink) {
            readings.add(asked.size());
            if (!left.getAndSet(true)) {
              sink.accept(open);
            }
            return new Read(true, 0, 0, "");
          }

          @Override
          public Optional<Market> read(MarketId id) {
            MarketStatus next = answers.poll();
            asked.add(next == null ? MarketStatus.OPEN : next);
            return Optional.ofNullable(next).map(status -> withStatus(open, status));
          }
        };
    Catalogs.Listener listener = mock();
    when(listener.gone(SampleDesk.KALSHI)).thenReturn(true);
    try (var catalogs =
        new Catalogs(
            List.of(venue), mock(Markets.class), listener, InstantSource.fixed(SampleDesk.NOW))) {
      catalogs.start(Duration.ofMillis(1));
      assertEquals(MarketStatus.CLOSED, asked.poll(10, TimeUnit.SECONDS));
      assertEquals(MarketStatus.SETTLED, asked.poll(10, TimeUnit.SECONDS));
      readings.clear();
      for (int reading = 0; reading < 3; reading++) {
        assertEquals(0, readings.poll(10, TimeUnit.SECONDS), "asked for after its answer");
      }
    }
  }

  private static Market withStatus(Market market, MarketStatus status) {
    return new Market(
        market.listing(),
        market.terms(),
        new Market.Life(status, null, null, null, null),
        market.address());
  }
}
