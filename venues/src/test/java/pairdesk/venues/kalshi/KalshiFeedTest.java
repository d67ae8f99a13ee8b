package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.venues.kalshi.Samples.RAIN;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.Chance;

class KalshiFeedTest {
  private final FakeKalshi venue = new FakeKalshi();
  private final FeedRecorder told = new FeedRecorder();
  private Kalshi kalshi = venue.client();

  @BeforeEach
  void quiet() {
    venue.on("GET /markets", "{\"markets\":[],\"cursor\":\"\"}");
  }

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @Test
  void streamsBooksOfWatchedMarkets() throws InterruptedException {
    FakeKalshi.Session session = start();
    assertEquals(
        "{\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"market_lifecycle_v2\"]}}",
        session.command());
    assertEquals(
        """
        {"cmd":"subscribe","params":{"market_tickers":["RAIN-1"],\
        "channels":["orderbook_delta"]}}\
        """,
        session.command());
    session.send(subscribed());
    session.send(snapshot(1, "[[\"0.4600\",\"12.00\"]]", "[[\"0.4800\",\"5.00\"]]"));
    session.send(delta(2, "yes", "0.4600", "-2.00"));
    Await.until("book", () -> told.shown(RAIN.yes()).equals("0.46x10|0.52x5"));
    assertEquals("0.48x5|0.54x10", told.shown(RAIN.no()));
  }

  @Test
  @Tag("fault:W1")
  void aGapIsRepairedByASnapshotOnTheSameSubscription() throws InterruptedException {
    FakeKalshi.Session session = start();
    session.command();
    session.command();
    session.send(subscribed());
    session.send(snapshot(1, "[[\"0.4600\",\"12.00\"]]", "[]"));
    Await.until("book", () -> told.shown(RAIN.yes()).equals("0.46x12|"));
    session.send(delta(3, "yes", "0.4600", "-2.00"));
    Await.until("stale", () -> told.stale.contains("kalshi:RAIN-1/YES: gap in the stream"));
    assertEquals(
        """
        {"cmd":"update_subscription","params":{"market_tickers":["RAIN-1"],"sids":[1],\
        "action":"get_snapshot"}}\
        """,
        session.command());
    session.send(delta(4, "yes", "0.4600", "-2.00"));
    session.send(snapshot(5, "[[\"0.4600\",\"7.00\"]]", "[]"));
    session.send(delta(6, "yes", "0.4600", "1.00"));
    Await.until("repaired", () -> told.shown(RAIN.yes()).equals("0.46x8|"));
    session.send(delta(6, "yes", "0.4600", "1.00"));
    session.send(delta(7, "yes", "0.4600", "0.50"));
    Await.until("repeated ignored", () -> told.shown(RAIN.yes()).equals("0.46x8.5|"));
  }

  @Test
  void pollsStandInWhileTheStreamIsDownAndItComesBack() throws InterruptedException {
    polled("[[\"0.4600\",\"12.00\"]]", "[]");
    FakeKalshi.Session session = start();
    session.send(subscribed());
    session.send(snapshot(1, "[[\"0.4600\",\"12.00\"]]", "[]"));
    Await.until("up", () -> told.health() == Health.UP);
    polled("[[\"0.4500\",\"3.00\"]]", "[]");
    session.goAway();
    Await.until("stale", () -> told.stale.stream().anyMatch(s -> s.contains("stream lost")));
    Await.until("polled", () -> told.shown(RAIN.yes()).equals("0.45x3|"));
    FakeKalshi.Session next = venue.session();
    next.send(subscribed());
    next.send(snapshot(1, "[[\"0.4400\",\"4.00\"]]", "[]"));
    Await.until("streamed", () -> told.shown(RAIN.yes()).equals("0.44x4|"));
    Await.until("up again", () -> told.health() == Health.UP);
    assertTrue(told.statuses.stream().anyMatch(s -> s.health() == Health.DEGRADED));
  }

  @Test
  void quietBooksAreConfirmedAgainAndAgain() throws InterruptedException {
    polled("[[\"0.4600\",\"12.00\"]]", "[]");
    FakeKalshi.Session session = start();
    session.send(subscribed());
    session.send(snapshot(1, "[[\"0.4600\",\"12.00\"]]", "[]"));
    Await.until(
        "three confirmations of one version",
        () ->
            told.books.stream()
                    .filter(b -> b.instrument().equals(RAIN.yes()))
                    .filter(b -> b.version() == told.books.getLast().version())
                    .map(b -> b.confirmedAt())
                    .distinct()
                    .count()
                >= 3);
  }

  @Test
  void aBookIsConfirmedAtOnceWhenItIsAskedFor() throws InterruptedException {
    kalshi.close();
    KalshiSettings usual = venue.settings();
    var seldom =
        new KalshiSettings.Timing(
            Duration.ofHours(1), usual.timing().readLimit(), usual.timing().lateArrival());
    kalshi =
        Kalshi.of(
            new KalshiSettings(
                usual.rest(), usual.socket(), usual.credentials(), usual.budget(), seldom),
            new Chance(InstantSource.system(), new Random(1)));
    polled("[[\"0.4600\",\"12.00\"]]", "[]");
    FakeKalshi.Session session = start();
    session.send(subscribed());
    session.send(snapshot(1, "[[\"0.4600\",\"12.00\"]]", "[]"));
    Await.until("book", () -> told.shown(RAIN.yes()).equals("0.46x12|"));
    Instant asked = Instant.now();
    kalshi.feed().confirm(List.of(RAIN));
    Await.until("confirmed", () -> !told.books.getLast().confirmedAt().isBefore(asked));
  }

  @Test
  @Tag("fault:W5")
  void aBookThatThePollContradictsIsAskedForAgain() throws InterruptedException {
    polled("[[\"0.4000\",\"1.00\"]]", "[]");
    FakeKalshi.Session session = start();
    session.command();
    session.command();
    session.send(subscribed());
    session.send(snapshot(1, "[[\"0.4600\",\"12.00\"]]", "[]"));
    assertTrue(session.command().contains("get_snapshot"));
    Await.until(
        "stale", () -> told.stale.contains("kalshi:RAIN-1/YES: the poll shows another book"));
  }

  @Test
  void withoutAKeyBooksArePolled() {
    kalshi.close();
    KalshiSettings keyed = venue.settings();
    var open =
        new KalshiSettings(keyed.rest(), keyed.socket(), null, keyed.budget(), keyed.timing());
    kalshi = Kalshi.of(open, new Chance(InstantSource.system(), new Random(1)));
    polled("[[\"0.4500\",\"3.00\"]]", "[[\"0.5000\",\"2.00\"]]");
    kalshi.feed().start(told);
    kalshi.feed().watch(List.of(Samples.market(RAIN)));
    Await.until("polled", () -> told.shown(RAIN.yes()).equals("0.45x3|0.50x2"));
    Await.until("degraded", () -> told.health() == Health.DEGRADED);
    assertEquals("books are polled: no key for the stream", told.statuses.getLast().cause());
    assertTrue(venue.sessions.isEmpty());
  }

  @Test
  void anUnreachableVenueIsDown() throws InterruptedException {
    venue.on("GET /markets/orderbooks", 503, "");
    FakeKalshi.Session session = start();
    session.goAway();
    Await.until("down", () -> told.health() == Health.DOWN);
  }

  @Test
  @Tag("fault:W15")
  void lateMessagesEndTheConnection() throws InterruptedException {
    FakeKalshi.Session session = start();
    session.send(subscribed());
    session.send(snapshot(1, "[[\"0.4600\",\"12.00\"]]", "[]"));
    session.send(delta(2, "yes", "0.4600", "-2.00", Instant.now().minusSeconds(60)));
    venue.session();
    assertTrue(told.stale.stream().anyMatch(s -> s.contains("late by")), told.stale.toString());
  }

  @Test
  @Tag("fault:C6")
  void marketsAreReadAgainWhenTheirLifeChanges() throws InterruptedException {
    polled("[]", "[]");
    FakeKalshi.Session session = start();
    venue.on(
        "GET /markets/RAIN-1",
        "{\"market\":" + KalshiCatalogTest.market("RAIN-1", "inactive") + "}");
    session.send(
        """
        {"type":"market_lifecycle_v2","sid":2,"seq":1,"msg":{"market_ticker":"RAIN-1",\
        "event_type":"deactivated"}}\
        """);
    Await.until("market told", () -> !told.markets.isEmpty());
    assertEquals(MarketStatus.PAUSED, told.markets.getFirst().life().status());
  }

  private FakeKalshi.Session start() throws InterruptedException {
    kalshi.feed().start(told);
    kalshi.feed().watch(List.of(Samples.market(RAIN)));
    return venue.session();
  }

  private void polled(String yes, String no) {
    venue.on(
        "GET /markets/orderbooks",
        """
        {"orderbooks":[{"ticker":"RAIN-1","orderbook_fp":{"yes_dollars":%s,"no_dollars":%s}}]}\
        """
            .formatted(yes, no));
  }

  private static String subscribed() {
    return "{\"type\":\"subscribed\",\"id\":3,\"msg\":{\"channel\":\"orderbook_delta\",\"sid\":1}}";
  }

  private static String snapshot(int seq, String yes, String no) {
    return """
    {"type":"orderbook_snapshot","sid":1,"seq":%d,"msg":{"market_ticker":"RAIN-1",\
    "yes_dollars_fp":%s,"no_dollars_fp":%s}}\
    """
        .formatted(seq, yes, no);
  }

  private static String delta(int seq, String side, String price, String change) {
    return delta(seq, side, price, change, Instant.now());
  }

  private static String delta(int seq, String side, String price, String change, Instant at) {
    return """
    {"type":"orderbook_delta","sid":1,"seq":%d,"msg":{"market_ticker":"RAIN-1",\
    "price_dollars":"%s","delta_fp":"%s","side":"%s","ts_ms":%d}}\
    """
        .formatted(seq, price, change, side, at.toEpochMilli());
  }
}
