package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.venue.MarketCatalog.Read;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.StreamFault;
import pairdesk.venues.net.Await;

/** Listings and books of the sandbox, against what it knows itself. */
class KalshiSandboxBooksTest {
  private final SandboxKalshi venue = new SandboxKalshi();
  private final Kalshi kalshi = venue.client();
  private final FeedRecorder told = new FeedRecorder();
  private final MarketId first = venue.market(0);

  @BeforeEach
  void quote() {
    venue.quote(first, "0.40", "0.52", 50);
  }

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @Test
  void readsTheWholeCatalogue() {
    var seen = new HashSet<MarketId>();
    Read read = kalshi.catalog().readAll(market -> seen.add(market.id()));
    assertEquals(new Read(true, venue.catalogue.kalshi().size(), 0, ""), read);
    assertEquals(venue.catalogue.kalshi().size(), seen.size());
    Market market = kalshi.catalog().read(first).orElseThrow();
    var listing = venue.catalogue.kalshi().getFirst();
    assertEquals(listing.event().shard(), market.address().shard());
    assertEquals(MarketStatus.OPEN, market.life().status());
    assertFalse(market.listing().texts().rules().isEmpty());
  }

  @Test
  void readsManyMarketsAtOnceAsItReadsEachAlone() {
    List<MarketId> ids =
        venue.catalogue.kalshi().stream().limit(60).map(KalshiListing::id).toList();
    List<Market> alone = ids.stream().map(id -> kalshi.catalog().read(id).orElseThrow()).toList();
    var asked = new ArrayList<>(ids);
    asked.add(MarketId.kalshi("NO-SUCH-MARKET"));
    assertEquals(Set.copyOf(alone), Set.copyOf(kalshi.catalog().read(asked)));
    assertEquals(List.of(), kalshi.catalog().read(List.of()));
  }

  @Test
  void theBookIsTheVenuesThroughAThousandChanges() {
    List<MarketId> ids = List.of(first, venue.market(1), venue.market(2), venue.market(3));
    start(ids);
    var random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      int bid = 1 + random.nextInt(90);
      int ask = bid + 1 + random.nextInt(8);
      venue.quote(
          ids.get(random.nextInt(ids.size())), cents(bid), cents(ask), 1 + random.nextInt(200));
    }
    ids.forEach(this::awaitTruth);
    assertTrue(told.stale.isEmpty(), told.stale.toString());
  }

  @Test
  @Tag("fault:W1")
  void aLostMessageIsNoticedAndRepaired() {
    start(List.of(first));
    venue.nextMessage("orderbook_delta", new StreamFault.Drop());
    venue.quote(first, "0.41", "0.52", 60);
    venue.quote(first, "0.42", "0.53", 70);
    awaitTruth(first);
    assertTrue(told.stale.stream().anyMatch(s -> s.contains("gap")), told.stale.toString());
  }

  @Test
  @Tag("fault:W2")
  @Tag("fault:W3")
  void repeatedAndReorderedMessagesDoNotHarm() {
    start(List.of(first));
    venue.nextMessage("orderbook_delta", new StreamFault.Duplicate());
    venue.quote(first, "0.41", "0.52", 60);
    awaitTruth(first);
    venue.nextMessage("orderbook_delta", new StreamFault.Reorder());
    venue.quote(first, "0.42", "0.53", 70);
    venue.quote(first, "0.43", "0.54", 80);
    awaitTruth(first);
  }

  @Test
  void aTornMessageAndADroppedSocketAreRecoveredFrom() {
    start(List.of(first));
    venue.nextMessage("orderbook_delta", new StreamFault.Corrupt());
    venue.quote(first, "0.41", "0.52", 60);
    Await.until("stale", () -> told.stale.stream().anyMatch(s -> s.contains("unreadable")));
    awaitTruth(first);
    Await.until("up", () -> told.health() == Health.UP);
    venue.nextMessage("orderbook_delta", new StreamFault.CloseSocket());
    venue.quote(first, "0.43", "0.52", 60);
    awaitTruth(first);
    Await.until("up again", () -> told.health() == Health.UP);
  }

  @Test
  @Tag("fault:R8")
  void aPauseOfTheMarketIsTold() {
    start(List.of(first));
    venue.exchange.pause(first);
    Await.until(
        "paused",
        () -> told.markets.stream().anyMatch(m -> m.life().status() == MarketStatus.PAUSED));
    venue.exchange.resume(first);
    Await.until("open", () -> told.markets.getLast().life().status() == MarketStatus.OPEN);
  }

  @Test
  void pollsThatFailForAWhileAreTold() {
    start(List.of(first));
    Await.until("up", () -> told.health() == Health.UP);
    for (int i = 0; i < 3; i++) {
      venue.nextRequest(
          "GET", "/markets/orderbooks", new RequestFault.Replace(false, 404, Map.of(), "{}"));
    }
    Await.until("degraded", () -> told.statuses.getLast().cause().contains("cross-checked"));
    Await.until("up again", () -> told.health() == Health.UP);
  }

  private void start(List<MarketId> ids) {
    kalshi.feed().start(told);
    kalshi.feed().watch(ids.stream().map(id -> kalshi.catalog().read(id).orElseThrow()).toList());
    ids.forEach(this::awaitTruth);
    Await.until("up", () -> told.health() == Health.UP);
    Await.until(
        "streamed, not only polled",
        () ->
            told.books.stream()
                .anyMatch(b -> Duration.between(b.venueTime(), b.confirmedAt()).isZero()));
  }

  private void awaitTruth(MarketId id) {
    Await.until("book of " + id, () -> isTruth(id.yes()) && isTruth(id.no()));
  }

  private boolean isTruth(Instrument instrument) {
    Book book = told.latest.get(instrument);
    var truth = venue.exchange.book(instrument.market());
    return book != null
        && shown(truth.bids(instrument.outcome())).equals(book.bids().levels())
        && shown(truth.asks(instrument.outcome())).equals(book.asks().levels());
  }

  private static List<Level> shown(List<pairdesk.sandbox.exchange.Level> levels) {
    return levels.stream().map(level -> new Level(level.price(), level.quantity())).toList();
  }

  private static String cents(int cents) {
    return "0." + (cents < 10 ? "0" : "") + cents;
  }
}
