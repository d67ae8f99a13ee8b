package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.venues.net.StreamRecorder;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

/** The feed against a server that speaks both the stream and {@code POST /books}. */
class PolymarketFeedTest {
  private final MockWebServer server = new MockWebServer();
  private final BlockingDeque<WebSocket> streams = new LinkedBlockingDeque<>();
  private final BlockingDeque<String> sent = new LinkedBlockingDeque<>();
  private final StreamRecorder told = new StreamRecorder();

  /** What {@code POST /books} answers; null while it cannot be asked. */
  private volatile @Nullable String restBooks = "[]";

  private volatile boolean streaming = true;
  private @Nullable Polymarket polymarket;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(new Venue());
    server.start();
  }

  @AfterEach
  void stop() {
    if (polymarket != null) {
      polymarket.close();
    }
    server.close();
  }

  private void watch() {
    watch(Duration.ofMillis(300));
  }

  private Polymarket watch(Duration confirmEvery) {
    URI http = URI.create("http://127.0.0.1:" + server.getPort());
    URI ws = URI.create("ws://127.0.0.1:" + server.getPort());
    var limits =
        new Limits(
            Duration.ofSeconds(180), confirmEvery, Duration.ofMinutes(2), Duration.ofSeconds(2));
    Polymarket opened =
        Polymarket.open(
            new PolymarketSettings(new Endpoints(http, http, http, ws, http), null, limits),
            InstantSource.system(),
            new Random(3));
    polymarket = opened;
    opened.feed().start(told);
    opened.feed().watch(List.of(Markets.market()));
    return opened;
  }

  @Test
  void subscribesToBothTokensAndReportsBothBooks() throws InterruptedException {
    watch();
    WebSocket stream = stream();
    assertEquals(
        "{\"assets_ids\":[\"1001\",\"1002\"],\"type\":\"market\",\"custom_feature_enabled\":true}",
        sorted(await(sent, text -> text.contains("assets_ids"))));
    stream.send(
        "["
            + book(Markets.YES, 1, "0.48", "0.52")
            + ","
            + book(Markets.NO, 1, "0.48", "0.52")
            + "]");
    await(told.books, b -> b.instrument().outcome() == Outcome.YES);
    await(told.books, b -> b.instrument().outcome() == Outcome.NO);
  }

  @Test
  void confirmsABookAtOnceWhenItIsAskedFor() throws InterruptedException {
    restBooks = "[" + book(Markets.YES, 1, "0.48", "0.52") + "]";
    Polymarket opened = watch(Duration.ofHours(1));
    stream();
    await(told.books, b -> best(b, "0.48"));
    Instant asked = Instant.now();
    opened.feed().confirm(List.of(Markets.market().id()));
    await(told.books, b -> !b.confirmedAt().isBefore(asked));
  }

  @Test
  @Tag("fault:W3")
  void asksForTheWholeBookWhereAHashDiffers() throws InterruptedException {
    restBooks = null;
    watch();
    WebSocket stream = stream();
    stream.send("[" + book(Markets.YES, 1, "0.48", "0.52") + "]");
    await(told.books, b -> best(b, "0.48"));
    stream.send(change(2, "0.49"));
    await(told.stale, "hash differs from the venue's"::equals);
    restBooks = "[" + book(Markets.YES, 3, "0.47", "0.52") + "]";
    await(told.books, b -> best(b, "0.47"));
  }

  @Test
  void pollsWhileTheStreamIsDown() throws InterruptedException {
    streaming = false;
    restBooks = "[" + book(Markets.YES, 1, "0.41", "0.59") + "]";
    watch();
    await(told.books, b -> best(b, "0.41"));
    restBooks = "[" + book(Markets.YES, 2, "0.42", "0.59") + "]";
    await(told.books, b -> best(b, "0.42"));
    VenueStatus status = await(told.statuses, s -> s.health() == VenueStatus.Health.DEGRADED);
    assertEquals("books by polling", status.cause());
  }

  @Test
  void comesBackAfterADroppedConnection() throws InterruptedException {
    watch();
    stream().close(1012, "restart");
    stream().send("[" + book(Markets.YES, 1, "0.48", "0.52") + "]");
    await(told.books, b -> best(b, "0.48"));
  }

  @Test
  @Tag("fault:W8")
  void tellsOfANewTickAndOfTheResolution() throws InterruptedException {
    watch();
    WebSocket stream = stream();
    stream.send(
        "{\"event_type\":\"tick_size_change\",\"market\":\"%s\",\"asset_id\":\"1001\",\"old_tick_size\":\"0.01\",\"new_tick_size\":\"0.001\",\"timestamp\":\"1795132800000\"}"
            .formatted(Markets.CONDITION));
    assertEquals(PriceGrid.uniform(10), await(told.markets, _ -> true).terms().grid());
    stream.send(
        "{\"event_type\":\"market_resolved\",\"market\":\"%s\",\"winning_asset_id\":\"1001\"}"
            .formatted(Markets.CONDITION));
    Market settled = await(told.markets, m -> m.life().status() == MarketStatus.SETTLED);
    assertEquals(Price.ONE, settled.life().yesPays());
  }

  @Test
  @Tag("fault:W16")
  void aMessageThatIsNotUnderstoodEndsTheConnection() throws InterruptedException {
    watch();
    stream().send("{\"event_type\":\"book\"}");
    assertTrue(stream().send("[]"));
  }

  private WebSocket stream() throws InterruptedException {
    return await(streams, _ -> true);
  }

  private static boolean best(Book book, String bid) {
    return !book.bids().isEmpty() && book.bids().best().price().equals(Price.parse(bid));
  }

  private static <T> T await(BlockingDeque<T> told, Predicate<T> wanted) {
    return StreamRecorder.await(told, wanted, () -> {});
  }

  /** The two ids come in any order. */
  private static String sorted(String subscription) {
    return subscription.replace("[\"1002\",\"1001\"]", "[\"1001\",\"1002\"]");
  }

  private static String book(String token, int second, String bid, String ask) {
    return """
    {"event_type":"book","market":"%s","asset_id":"%s","timestamp":"%d","hash":"",\
    "bids":[{"price":"%s","size":"10"}],"asks":[{"price":"%s","size":"10"}]}\
    """
        .formatted(Markets.CONDITION, token, 1_795_132_800_000L + second, bid, ask);
  }

  private static String change(int second, String bid) {
    return """
    {"event_type":"price_change","market":"%s","timestamp":"%d","price_changes":[\
    {"asset_id":"1001","price":"%s","size":"5","side":"BUY","hash":"no","best_bid":"%s",\
    "best_ask":"0.52"}]}\
    """
        .formatted(Markets.CONDITION, 1_795_132_800_000L + second, bid, bid);
  }

  private final class Venue extends Dispatcher {
    @Override
    public MockResponse dispatch(RecordedRequest request) {
      return switch (request.getUrl().encodedPath()) {
        case "/books" -> books();
        case "/ws/market" ->
            streaming
                ? new MockResponse.Builder().webSocketUpgrade(new Stream()).build()
                : new MockResponse.Builder().code(503).build();
        default -> new MockResponse.Builder().body("{\"markets\":[]}").build();
      };
    }

    private MockResponse books() {
      String books = restBooks;
      return books == null
          ? new MockResponse.Builder().code(503).build()
          : new MockResponse.Builder().body(books).build();
    }
  }

  private final class Stream extends WebSocketListener {
    @Override
    public void onOpen(WebSocket socket, Response response) {
      streams.add(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      sent.add(text);
    }
  }
}
