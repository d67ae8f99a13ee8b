package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.exchange.FeeChange;
import pairdesk.sandbox.exchange.FeeTerms;
import pairdesk.sandbox.faults.StreamFault;
import pairdesk.sandbox.faults.When;

class KalshiSocketTest {
  private final KalshiRig rig = new KalshiRig();
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private WebSocket socket;

  @BeforeEach
  void connect() {
    String timestamp = String.valueOf(Instant.now().toEpochMilli());
    Request request =
        new Request.Builder()
            .url(rig.front.socketUrl())
            .header("KALSHI-ACCESS-KEY", KalshiRig.KEY_ID)
            .header("KALSHI-ACCESS-TIMESTAMP", timestamp)
            .header("KALSHI-ACCESS-SIGNATURE", KalshiRig.sign(timestamp + "GET/trade-api/ws/v2"))
            .build();
    socket =
        rig.http.newWebSocket(
            request,
            new WebSocketListener() {
              @Override
              public void onMessage(WebSocket from, String text) {
                received.add(KalshiRig.json(text));
              }
            });
  }

  @AfterEach
  void close() {
    socket.cancel();
    rig.close();
  }

  private JsonNode next() throws InterruptedException {
    JsonNode message = received.poll(10, TimeUnit.SECONDS);
    assertTrue(message != null, "no message within ten seconds");
    return message;
  }

  private void send(String command) {
    assertTrue(socket.send(command));
  }

  private void subscribe(int id, String channel, String ticker) {
    send(
        """
        {"id":%d,"cmd":"subscribe","params":{"channels":["%s"],"market_tickers":["%s"]}}
        """
            .formatted(id, channel, ticker));
  }

  @Test
  void aSubscriptionBeginsWithASnapshotAndCountsFromOne() throws InterruptedException {
    subscribe(1, "orderbook_delta", rig.ticker);
    assertEquals(
        KalshiRig.json(
            """
            {"type":"subscribed","id":1,"msg":{"channel":"orderbook_delta","sid":1}}
            """),
        next());
    JsonNode snapshot = next();
    assertEquals("orderbook_snapshot", snapshot.path("type").asText());
    assertEquals(1, snapshot.path("seq").asInt());
    assertEquals("[[\"0.4800\",\"50.00\"]]", snapshot.path("msg").path("no_dollars_fp").toString());
    rig.quote(rig.ticker, "0.40", "0.52", 30);
    JsonNode delta = next();
    assertEquals(2, delta.path("seq").asInt());
    assertEquals("-20.00", delta.path("msg").path("delta_fp").asText());
    assertEquals("yes", delta.path("msg").path("side").asText());
    JsonNode other = next();
    assertEquals("no", other.path("msg").path("side").asText());
    assertEquals("0.4800", other.path("msg").path("price_dollars").asText());
  }

  @Test
  void aSecondSubscribeMergesAndIsAnsweredByOk() throws InterruptedException {
    subscribe(1, "orderbook_delta", rig.ticker);
    next();
    next();
    subscribe(2, "orderbook_delta", rig.other);
    JsonNode ok = next();
    assertEquals("ok", ok.path("type").asText());
    assertEquals(1, ok.path("sid").asInt());
    assertEquals(2, ok.path("seq").asInt());
    assertEquals(2, ok.path("msg").path("market_tickers").size());
    JsonNode snapshot = next();
    assertEquals(rig.other, snapshot.path("msg").path("market_ticker").asText());
    assertEquals(3, snapshot.path("seq").asInt());
  }

  @Test
  void getSnapshotTakesTheNextNumberAndEchoesTheId() throws InterruptedException {
    subscribe(1, "orderbook_delta", rig.ticker);
    next();
    next();
    send(
        """
        {"id":7,"cmd":"update_subscription","params":{"sids":[1],"market_tickers":["%s"],"action":"get_snapshot"}}
        """
            .formatted(rig.ticker));
    JsonNode snapshot = next();
    assertEquals(7, snapshot.path("id").asInt());
    assertEquals(2, snapshot.path("seq").asInt());
  }

  @Test
  void anOwnOrderIsToldOnItsChannels() throws InterruptedException {
    send(
        """
        {"id":1,"cmd":"subscribe","params":{"channels":["fill","user_orders","market_positions"]}}
        """);
    for (int i = 0; i < 3; i++) {
      assertEquals("subscribed", next().path("type").asText());
    }
    rig.place("mine", "bid", "0.52", "2.00");
    var messages = new ArrayList<JsonNode>();
    for (int i = 0; i < 4; i++) {
      messages.add(next());
    }
    messages.forEach(message -> assertFalse(message.has("seq"), message.toString()));
    assertEquals(
        List.of("user_order", "fill", "market_position", "user_order"),
        messages.stream().map(message -> message.path("type").asText()).toList());
    JsonNode fill = messages.get(1).path("msg");
    assertEquals("mine", fill.path("client_order_id").asText());
    assertEquals("0.035000", fill.path("fee_cost").asText());
    assertEquals("2.00", fill.path("post_position_fp").asText());
  }

  @Test
  void errorsHaveTheirCodes() throws InterruptedException {
    send("{\"id\":1,\"cmd\":\"dance\"}");
    assertEquals(5, next().path("msg").path("code").asInt());
    send("not json");
    assertEquals(1, next().path("msg").path("code").asInt());
    send("{\"id\":3,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"gossip\"]}}");
    assertEquals(8, next().path("msg").path("code").asInt());
    subscribe(4, "orderbook_delta", "");
    next();
    send("{\"id\":5,\"cmd\":\"unsubscribe\",\"params\":{\"sids\":[9]}}");
    JsonNode last = next();
    assertEquals(7, last.path("msg").path("code").asInt());
    assertEquals(5, last.path("id").asInt());
  }

  @Test
  void determinationAndSettlementAreTold() throws InterruptedException {
    send("{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"market_lifecycle_v2\"]}}");
    next();
    rig.exchange.resolve(MarketId.kalshi(rig.ticker), Price.ONE);
    JsonNode determined = next();
    assertEquals("determined", determined.path("msg").path("event_type").asText());
    assertEquals("yes", determined.path("msg").path("result").asText());
    assertEquals(1, determined.path("seq").asInt());
  }

  @Test
  void aDroppedMessageLeavesAGapInTheNumbers() throws InterruptedException {
    subscribe(1, "orderbook_delta", rig.ticker);
    next();
    next();
    rig.faults.onMessage(
        new When(
            Optional.empty(),
            Pattern.compile("orderbook_delta"),
            Pattern.compile("orderbook_delta"),
            Pattern.compile(""),
            new When.Occurrence(1, 1, 100, Instant.MAX)),
        new StreamFault.Drop());
    rig.quote(rig.ticker, "0.40", "0.52", 30);
    assertEquals(3, next().path("seq").asInt());
  }

  @Test
  void theTickerFollowsTheBestPrices() throws InterruptedException {
    send(
        """
        {"id":1,"cmd":"subscribe","params":{"channels":["ticker"],"market_tickers":["%s"],
         "send_initial_snapshot":true}}
        """
            .formatted(rig.ticker));
    assertEquals("subscribed", next().path("type").asText());
    assertEquals("0.4000", next().path("msg").path("yes_bid_dollars").asText());
    rig.quote(rig.ticker, "0.41", "0.52", 50);
    JsonNode last = next();
    while (!last.path("msg").path("yes_bid_dollars").asText().equals("0.4100")) {
      last = next();
    }
    assertFalse(last.has("seq"));
  }

  @Test
  void orderGroupsAreToldWithTheirLimits() throws InterruptedException {
    send("{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"order_group_updates\"]}}");
    next();
    String id =
        rig.post("/portfolio/order_groups/create", "{\"contracts_limit\":5}")
            .body()
            .path("order_group_id")
            .asText();
    JsonNode created = next();
    assertEquals(1, created.path("seq").asInt());
    assertEquals("created", created.path("msg").path("event_type").asText());
    assertEquals("5.00", created.path("msg").path("contracts_limit_fp").asText());
    rig.delete("/portfolio/order_groups/" + id);
    JsonNode deleted = next();
    assertEquals("deleted", deleted.path("msg").path("event_type").asText());
    assertFalse(deleted.path("msg").has("contracts_limit_fp"));
  }

  @Test
  void newFeesOfAnEventAreTold() throws InterruptedException {
    send("{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"market_lifecycle_v2\"]}}");
    next();
    var listing = rig.catalogue.kalshi().getFirst();
    String event = listing.event().ticker();
    rig.exchange.planFees(
        new FeeChange(
            "one",
            FeeChange.Scope.EVENT,
            event,
            List.of(listing.id()),
            new FeeTerms.Kalshi(FeeTerms.MakerFee.QUARTER, 500),
            Instant.now()));
    assertEquals(
        KalshiRig.json(
            """
            {"type":"event_fee_update","sid":1,"seq":1,"msg":{"event_ticker":"%s",
             "fee_type_override":"quadratic_with_maker_fees","fee_multiplier_override":0.5}}
            """
                .formatted(event)),
        KalshiRig.json(next().toString()));
  }

  @Test
  void referenceIndicesComeOnceASecond() throws InterruptedException {
    send(
        """
        {"id":1,"cmd":"subscribe","params":{"channels":["cfbenchmarks_value"],"index_ids":["BRTI"]}}
        """);
    assertEquals("subscribed", next().path("type").asText());
    send(
        "{\"id\":2,\"cmd\":\"update_subscription\",\"params\":{\"sid\":1,\"action\":\"indexlist\"}}");
    JsonNode list = next();
    assertEquals("cfbenchmarks_value_indexlist", list.path("type").asText());
    assertEquals("BRTI", list.path("msg").path("index_ids").path(0).asText());
    JsonNode first = nextAdvanced();
    assertEquals("BRTI", first.path("msg").path("index_id").asText());
    long start = first.path("msg").path("avg_60s_data").path("window_start_ts_ms").asLong();
    JsonNode second = nextAdvanced();
    assertEquals(
        start + 1_000, second.path("msg").path("avg_60s_data").path("window_start_ts_ms").asLong());
    assertTrue(
        second.path("msg").path("avg_60s_data").path("value").asText().matches("\\d+\\.\\d{8}"));
  }

  /** The next message, with the exchange doing what is due meanwhile. */
  private JsonNode nextAdvanced() throws InterruptedException {
    for (Instant limit = Instant.now().plusSeconds(10); Instant.now().isBefore(limit); ) {
      rig.exchange.advance();
      JsonNode message = received.poll(20, TimeUnit.MILLISECONDS);
      if (message != null) {
        return message;
      }
    }
    throw new AssertionError("no message within ten seconds");
  }

  @Test
  void whatIsMissingHasItsCode() throws InterruptedException {
    send("{\"id\":1,\"cmd\":\"subscribe\",\"params\":{\"channels\":[\"pyth_value\"]}}");
    next();
    send(
        "{\"id\":2,\"cmd\":\"update_subscription\",\"params\":{\"sid\":1,\"action\":\"subscribe_underlyings\"}}");
    assertEquals(28, next().path("msg").path("code").asInt());
    send(
        """
        {"id":3,"cmd":"subscribe","params":{"channels":["communications"],"shard_factor":101}}
        """);
    assertEquals(22, next().path("msg").path("code").asInt());
    send(
        """
        {"id":4,"cmd":"update_subscription","params":{"sid":1,"action":"add_markets"}}
        """);
    assertEquals(13, next().path("msg").path("code").asInt());
  }
}
