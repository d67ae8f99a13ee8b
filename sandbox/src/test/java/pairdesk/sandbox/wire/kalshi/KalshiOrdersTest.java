package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.wire.kalshi.KalshiRig.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.market.MarketId;

class KalshiOrdersTest {
  private static final String ORDERS = "/portfolio/events/orders";

  private final KalshiRig rig = new KalshiRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aRestingOrderIsAcceptedListedAndCancelled() {
    var placed = rig.place("one", "bid", "0.30", "10.00");
    assertEquals(201, placed.status());
    assertEquals("0.00", placed.body().path("fill_count").asText());
    assertEquals("10.00", placed.body().path("remaining_count").asText());
    assertFalse(placed.body().has("average_fill_price"));
    String id = placed.body().path("order_id").asText();
    var listed = rig.get("/portfolio/orders?status=resting").body().path("orders").path(0);
    assertEquals("one", listed.path("client_order_id").asText());
    assertEquals("0.3000", listed.path("yes_price_dollars").asText());
    var cancelled = rig.delete(ORDERS + "/" + id + "?market_ticker=" + rig.ticker);
    assertEquals(200, cancelled.status());
    assertEquals("10.00", cancelled.body().path("reduced_by").asText());
  }

  @Test
  void aTakerGetsThePriceOfTheRestingOrder() {
    var placed =
        rig.post(
            ORDERS,
            rig.order("one", "bid", "0.60", "1.00", "")
                .replace("good_till_canceled", "immediate_or_cancel"));
    assertEquals("0.5200", placed.body().path("average_fill_price").asText());
    assertEquals("0.0175", placed.body().path("average_fee_paid").asText());
    var fill = rig.get("/portfolio/fills").body().path("fills").path(0);
    assertEquals("0.017500", fill.path("fee_cost").asText());
    assertEquals("yes", fill.path("outcome_side").asText());
    var position = rig.get("/portfolio/positions").body().path("market_positions").path(0);
    assertEquals("1.00", position.path("position_fp").asText());
    var balance = rig.get("/portfolio/balance").body();
    assertEquals("149.4625", balance.path("balance_dollars").asText());
    assertEquals(14_946, balance.path("balance").asInt());
  }

  @Test
  void anAskBuysNoAndShowsAsANegativePosition() {
    rig.post(
        ORDERS,
        rig.order("one", "ask", "0.40", "2.00", "")
            .replace("good_till_canceled", "immediate_or_cancel"));
    var position = rig.get("/portfolio/positions").body().path("market_positions").path(0);
    assertEquals("-2.00", position.path("position_fp").asText());
    assertEquals("1.200000", position.path("market_exposure_dollars").asText());
  }

  @Test
  void refusesNumbersWhereTextIsWanted() {
    var answer =
        rig.post(ORDERS, rig.order("one", "bid", "0.30", "1.00", "").replace("\"1.00\"", "1"));
    assertEquals(400, answer.status());
    assertEquals(
        json(
            """
            {"code":"bad_request","message":"bad request",
             "details":"json: cannot unmarshal number into Go struct field CreateOrderV2Request.count of type string"}
            """),
        answer.body());
  }

  @Test
  void aClientOrderIdIsNeverFreed() {
    String id = rig.place("one", "bid", "0.30", "1.00").body().path("order_id").asText();
    rig.delete(ORDERS + "/" + id + "?market_ticker=" + rig.ticker);
    var again = rig.place("one", "bid", "0.30", "1.00");
    assertEquals(409, again.status());
    assertEquals(
        json(
            """
            {"error":{"code":"order_already_exists","message":"order already exists"}}
            """),
        again.body());
  }

  @Test
  void anyDeadOrderGivesTheSameNotFound() {
    String id = rig.place("one", "bid", "0.30", "1.00").body().path("order_id").asText();
    String target = ORDERS + "/" + id + "?market_ticker=" + rig.ticker;
    rig.delete(target);
    var cancelled = rig.delete(target);
    var unknown = rig.delete(ORDERS + "/nothing?market_ticker=" + rig.ticker);
    assertEquals(404, cancelled.status());
    assertEquals(
        json(
            """
            {"error":{"code":"not_found","message":"not found"}}
            """),
        cancelled.body());
    assertEquals(cancelled, unknown);
  }

  @Test
  void cancelWithoutTheTickerGoesToShardZero() {
    String body = rig.order("one", "bid", "0.30", "1.00", "").replace(rig.ticker, rig.crypto);
    String id = rig.post(ORDERS, body).body().path("order_id").asText();
    assertEquals(404, rig.delete(ORDERS + "/" + id).status());
    assertEquals(200, rig.delete(ORDERS + "/" + id + "?market_ticker=" + rig.crypto).status());
  }

  @ParameterizedTest
  @CsvSource({
    "0.515,  10.00, good_till_canceled, '', 400, invalid_price",
    "0.52,   10.00, good_till_canceled, ',\"post_only\":true', 400, invalid_order",
    "0.90,  500.00, good_till_canceled, '', 400, insufficient_balance",
    "0.52,   60.00, fill_or_kill, '', 409, fill_or_kill_insufficient_resting_volume",
    "0.52,    0.00, good_till_canceled, '', 400, invalid_order_size",
    "0.52,   1.005, good_till_canceled, '', 400, invalid_order_size",
    "0.30,    1.00, good_till_canceled, ',\"expiration_time\":1000', 400, invalid_order",
    "0.30,    1.00, good_till_canceled, ',\"reduce_only\":true', 400, invalid_order",
    "0.30,    1.00, whenever, '', 400, invalid_parameters",
  })
  void refusals(String price, String count, String lifetime, String more, int status, String code) {
    var answer =
        rig.post(
            ORDERS,
            rig.order("one", "bid", price, count, more).replace("good_till_canceled", lifetime));
    assertEquals(status, answer.status());
    assertEquals(code, answer.body().path("error").path("code").asText());
  }

  @Test
  void aClosedMarketIsInactive() {
    rig.exchange.setClose(MarketId.kalshi(rig.ticker), rig.exchange.clock().instant());
    var answer = rig.place("one", "bid", "0.30", "1.00");
    assertEquals(400, answer.status());
    assertEquals("market_inactive", answer.body().path("error").path("code").asText());
  }

  @Test
  void aPausedShardTakesNoOrdersButCancels() {
    String id = rig.place("one", "bid", "0.30", "1.00").body().path("order_id").asText();
    rig.exchange.modes().kalshi().pause(0, true);
    var answer = rig.place("two", "bid", "0.30", "1.00");
    assertEquals(409, answer.status());
    assertEquals(
        json(
            """
            {"error":{"code":"trading_is_paused","message":"trading is paused"}}
            """),
        answer.body());
    assertEquals(200, rig.delete(ORDERS + "/" + id + "?market_ticker=" + rig.ticker).status());
  }

  @Test
  void cashIsHeldPerShard() {
    String body = rig.order("one", "bid", "0.60", "100.00", "").replace(rig.ticker, rig.crypto);
    var answer = rig.post(ORDERS, body);
    assertEquals("insufficient_balance", answer.body().path("error").path("code").asText());
    var moved =
        rig.post(
            "/portfolio/intra_exchange_instance_transfer",
            """
            {"source":"event_contract","destination":"event_contract","amount":200000,
             "source_exchange_shard":0,"destination_exchange_shard":2}
            """);
    assertEquals(200, moved.status());
    assertEquals(201, rig.post(ORDERS, body.replace("one", "two")).status());
  }

  @Test
  void aBatchAnswersEachOrderOnItsOwn() {
    String good = rig.order("one", "bid", "0.30", "1.00", "");
    String bad = rig.order("two", "bid", "0.305", "1.00", "");
    var answer = rig.post(ORDERS + "/batched", "{\"orders\":[%s,%s]}".formatted(good, bad));
    assertEquals(201, answer.status());
    var rows = answer.body().path("orders");
    assertEquals("1.00", rows.path(0).path("remaining_count").asText());
    assertEquals("invalid_price", rows.path(1).path("error").path("code").asText());
  }

  @Test
  void cancelAllLeavesNothing() {
    rig.place("one", "bid", "0.30", "1.00");
    rig.place("two", "bid", "0.31", "1.00");
    assertEquals(204, rig.delete(ORDERS).status());
    assertTrue(rig.get("/portfolio/orders?status=resting").body().path("orders").isEmpty());
  }

  @Test
  void amendAndDecreaseChangeTheOrder() {
    String id = rig.place("one", "bid", "0.30", "10.00").body().path("order_id").asText();
    var amended =
        rig.post(
            ORDERS + "/" + id + "/amend",
            """
            {"ticker":"%s","side":"bid","price":"0.31","count":"8.00"}
            """
                .formatted(rig.ticker));
    assertEquals("8.00", amended.body().path("remaining_count").asText());
    var decreased =
        rig.post(
            ORDERS + "/" + id + "/decrease",
            """
            {"reduce_to":"5.00","market_ticker":"%s"}
            """
                .formatted(rig.ticker));
    assertEquals("5.00", decreased.body().path("remaining_count").asText());
    var order = rig.get("/portfolio/orders/" + id).body().path("order");
    assertEquals("0.3100", order.path("yes_price_dollars").asText());
    assertEquals("resting", order.path("status").asText());
  }

  @Test
  void legacyMutationsAreGone() {
    var answer = rig.post("/portfolio/orders", "{}");
    assertEquals(410, answer.status());
    assertEquals("deprecated_v1_order_endpoint", answer.body().path("error").path("code").asText());
  }

  @Test
  void tooManyOrdersAreRefusedWithoutPenalty() {
    try (var tight =
        new KalshiRig(new Limits("tight", new Limits.Budget(200, 200), new Limits.Budget(1, 20)))) {
      tight.place("one", "bid", "0.30", "1.00");
      tight.place("two", "bid", "0.30", "1.00");
      var answer = tight.place("three", "bid", "0.30", "1.00");
      assertEquals(429, answer.status());
      assertEquals(json("{\"error\":\"too many requests\"}"), answer.body());
    }
  }

  @Test
  void readsAreNarrowedByShardSubaccountAndEvent() {
    rig.place("one", "bid", "0.30", "1.00");
    String list = "/portfolio/orders?";
    assertEquals(1, rig.get(list + "exchange_index=0&subaccount=0").body().path("orders").size());
    assertEquals(0, rig.get(list + "exchange_index=2").body().path("orders").size());
    assertEquals(0, rig.get(list + "subaccount=1").body().path("orders").size());
    assertEquals(0, rig.get(list + "event_ticker=KXOTHER").body().path("orders").size());
    assertEquals(
        "50.0000",
        rig.get("/portfolio/balance?exchange_index=2").body().path("balance_dollars").asText());
  }

  @Test
  void amendingToAUsedClientIdIsRefused() {
    rig.place("one", "bid", "0.30", "1.00");
    String id = rig.place("two", "bid", "0.30", "1.00").body().path("order_id").asText();
    var answer =
        rig.post(
            ORDERS + "/" + id + "/amend",
            """
            {"ticker":"%s","side":"bid","price":"0.31","count":"1.00","updated_client_order_id":"one"}
            """
                .formatted(rig.ticker));
    assertEquals(409, answer.status());
    assertEquals("order_already_exists", answer.body().path("error").path("code").asText());
  }

  @Test
  void freeCashFollowsTheWishedAllocation() {
    var set =
        rig.post(
            "/portfolio/target_balance_allocation",
            """
            {"allocations":[{"exchange_index":0,"percent":80},{"exchange_index":2,"percent":20}]}
            """);
    assertEquals(200, set.status());
    var shards = rig.get("/portfolio/balance").body().path("balance_breakdown");
    assertEquals("120.0000", shards.path(0).path("balance").asText());
    assertEquals("30.0000", shards.path(1).path("balance").asText());
    assertEquals(
        400,
        rig.post(
                "/portfolio/target_balance_allocation",
                "{\"allocations\":[{\"exchange_index\":0,\"percent\":90}]}")
            .status());
  }
}
