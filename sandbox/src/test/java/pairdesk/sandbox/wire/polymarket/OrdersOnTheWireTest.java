package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.sandbox.exchange.VenueModes;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.When;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class OrdersOnTheWireTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String YES = Lab.RAIN.ids().yesToken();
  private static final String NO = Lab.RAIN.ids().noToken();

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void restsAnOrderAndShowsItByItsDigest() {
    JsonNode placed = taken(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    assertEquals("live", placed.get("status").asText());
    assertEquals("", placed.get("makingAmount").asText());

    String id = placed.get("orderID").asText();
    JsonNode order = json(lab.signed("GET", "/data/order/" + id));
    assertEquals("LIVE", order.get("status").asText());
    assertEquals("10", order.get("original_size").asText());
    assertEquals("0", order.get("size_matched").asText());
    assertEquals("0.47", order.get("price").asText());
    assertEquals("Yes", order.get("outcome").asText());
    assertEquals(lab.signer.maker(), order.get("maker_address").asText());

    JsonNode page = json(lab.signed("GET", "/data/orders?next_cursor=MA%3D%3D"));
    assertEquals("LTE=", page.get("next_cursor").asText());
    assertEquals(id, page.at("/data/0/id").asText());
  }

  @Test
  void cancelsOnceAndSaysWhyNotTwice() {
    String id = taken(Draft.buy(YES, 4_700_000, 10_000_000, "GTC")).get("orderID").asText();
    String body = "{\"orderID\":\"" + id + "\"}";
    assertEquals(
        "{\"canceled\":[\"" + id + "\"],\"not_canceled\":{}}",
        lab.signed("DELETE", "/order", body).body());
    assertEquals(
        "already canceled or matched",
        json(lab.signed("DELETE", "/order", body)).at("/not_canceled").get(id).asText());
    assertEquals("CANCELED", json(lab.signed("GET", "/data/order/" + id)).get("status").asText());
  }

  @Test
  void spendsDollarsWhenABuyerTakesAtMarket() {
    lab.exchange.quote(
        Lab.RAIN.id(), List.of(Lab.level(40)), List.of(Lab.level(50), Lab.level(55)));
    JsonNode placed = taken(Draft.buy(YES, 5_500_000, 10_000_000, "FAK"));
    assertEquals("matched", placed.get("status").asText());
    assertEquals("5.5", placed.get("makingAmount").asText());
    assertEquals("11", placed.get("takingAmount").asText());
    assertEquals("[]", placed.get("transactionsHashes").toString());
    assertEquals(1, placed.get("tradeIDs").size());
  }

  @Test
  void settlesATradeOnChainBeforeItsSharesCanBeSold() {
    lab.exchange.setUsualSettlement(List.of());
    lab.exchange.scriptNextTrade(
        List.of(
            new TradeStep(TradeStatus.MINED, Duration.ofSeconds(100)),
            new TradeStep(TradeStatus.CONFIRMED, Duration.ofSeconds(100))));
    String trade = taken(Draft.buy(YES, 5_000_000, 10_000_000, "GTC")).at("/tradeIDs/0").asText();
    assertEquals("MATCHED", trade(trade).get("status").asText());
    assertEquals("", trade(trade).get("transaction_hash").asText());
    assertEquals("TAKER", trade(trade).get("trader_side").asText());
    assertEquals(
        refusal("not enough balance / allowance"),
        refused(Draft.sell(YES, 10_000_000, 4_800_000, "FAK")));
    assertEquals("0", balance(YES));

    lab.clock.shift(Duration.ofSeconds(1));
    assertEquals("MINED", trade(trade).get("status").asText());
    assertEquals(66, trade(trade).get("transaction_hash").asText().length());
    assertEquals("10000000", balance(YES));
    lab.clock.shift(Duration.ofSeconds(2));
    assertEquals("CONFIRMED", trade(trade).get("status").asText());

    // 10 × 0.05 × 0.25 = 0.125 on top of the 5 dollars.
    assertEquals("994875000", cash());
    assertEquals(
        "matched", taken(Draft.sell(YES, 10_000_000, 4_800_000, "FAK")).get("status").asText());
  }

  @Test
  void matchesBuyersOfBothOutcomesByMinting() {
    taken(Draft.buy(NO, 5_200_000, 10_000_000, "GTC"));
    JsonNode trades = json(lab.signed("GET", "/data/trades")).get("data");
    assertEquals(1, trades.size());
    assertEquals(NO, trades.at("/0/asset_id").asText());
    assertEquals(YES, trades.at("/0/maker_orders/0/asset_id").asText());
    assertEquals("BUY", trades.at("/0/maker_orders/0/side").asText());
    assertEquals("0.52", trades.at("/0/price").asText());
    assertEquals("0.48", trades.at("/0/maker_orders/0/price").asText());
  }

  @Test
  void matchesSellersOfBothOutcomesByMerging() {
    lab.exchange.setUsualSettlement(List.of(new TradeStep(TradeStatus.MINED, Duration.ZERO)));
    taken(Draft.buy(NO, 5_200_000, 10_000_000, "GTC"));
    taken(Draft.sell(NO, 10_000_000, 5_000_000, "FAK"));
    JsonNode merge = json(lab.signed("GET", "/data/trades")).at("/data/0");
    assertEquals("SELL", merge.get("side").asText());
    assertEquals("0.5", merge.get("price").asText());
    assertEquals(YES, merge.at("/maker_orders/0/asset_id").asText());
    assertEquals("SELL", merge.at("/maker_orders/0/side").asText());
    assertEquals("0.5", merge.at("/maker_orders/0/price").asText());
    assertEquals("0", balance(NO));
  }

  @Test
  void givesTheTakerTheMakersBetterPrice() {
    JsonNode placed = taken(Draft.buy(YES, 5_500_000, 10_000_000, "GTC"));
    assertEquals("5", placed.get("makingAmount").asText());
    assertEquals("10", placed.get("takingAmount").asText());
    // The fee is of the price that was paid: 10 × 0.05 × 0.25.
    assertEquals("994875000", cash());
  }

  @Test
  void refusesWhatIsNotSignedByTheCaller() {
    ObjectNode tampered = lab.signer.body(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    ((ObjectNode) tampered.get("order")).put("takerAmount", "20000000");
    assertEquals(refusal("invalid signature"), lab.order(tampered.toString()).body());

    ObjectNode foreign = lab.signer.body(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    ((ObjectNode) foreign.get("order")).put("signer", "0x" + "1".repeat(40));
    assertEquals(
        refusal("the order signer address has to be the address of the API KEY"),
        lab.order(foreign.toString()).body());

    ObjectNode wallet = lab.signer.body(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    ((ObjectNode) wallet.get("order")).put("maker", "0x" + "1".repeat(40));
    assertEquals(
        refusal("maker address not allowed, please use the deposit wallet flow"),
        lab.order(wallet.toString()).body());

    ObjectNode owner = lab.signer.body(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    owner.put("owner", "11111111-2222-4333-8444-555555555555");
    assertEquals(
        refusal("the order owner has to be the owner of the API KEY"),
        lab.order(owner.toString()).body());
  }

  @Test
  void refusesASignatureForTheOtherExchange() {
    assertEquals(
        refusal("invalid signature"),
        refused(Draft.buy(YES, 4_700_000, 10_000_000, "GTC").onNegRisk()));
    String token = Lab.GROUP.ids().yesToken();
    assertEquals(
        refusal("invalid signature"), refused(Draft.buy(token, 4_700_000, 10_000_000, "GTC")));
    taken(Draft.buy(token, 4_700_000, 10_000_000, "GTC").onNegRisk());
  }

  @Test
  void acceptsProxySafeAndDepositWalletOfTheSigner() {
    for (int type : new int[] {1, 2, 3}) {
      try (Lab other = new Lab(type)) {
        var answer = other.order(other.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC")));
        assertEquals(200, answer.status(), answer.body());
      }
    }
  }

  @Test
  void refusesAnOrderOfVersionOne() {
    ObjectNode body = lab.signer.body(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    ((ObjectNode) body.get("order")).put("nonce", "0").put("feeRateBps", "0").remove("timestamp");
    assertEquals(refusal("order_version_mismatch"), lab.order(body.toString()).body());
  }

  @Test
  void refusesTheSameOrderAgain() {
    String body = lab.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    String id = json(lab.order(body)).get("orderID").asText();
    assertEquals(refusal("order " + id + " is invalid. Duplicated."), lab.order(body).body());
    assertEquals("LIVE", status(id));
  }

  @Test
  void refusesByTheRulesOfTheMarket() {
    assertTrue(
        refused(Draft.buy(YES, 4_750_000, 10_000_000, "GTC"))
            .endsWith("is invalid. Price (0.475) breaks minimum tick size rule: 0.01\"}"));
    assertTrue(
        refused(Draft.buy(YES, 1_880_000, 4_000_000, "GTC"))
            .endsWith("is invalid. Size (4) lower than the minimum: 5\"}"));
    assertEquals(
        refusal("invalid amount for a marketable BUY order ($0.5), min size: $1"),
        refused(Draft.buy(YES, 500_000, 1_000_000, "FAK")));
    assertEquals(
        refusal("invalid post-only order: order crosses book"),
        refused(Draft.buy(YES, 5_000_000, 10_000_000, "GTC").makerOnly()));
    assertEquals(
        refusal("postOnly is not supported for FOK/FAK orders"),
        refused(Draft.buy(YES, 5_000_000, 10_000_000, "FOK").makerOnly()));
    assertEquals(
        refusal("order couldn't be fully filled. FOK orders are fully filled or killed."),
        refused(Draft.buy(YES, 100_000_000, 200_000_000, "FOK")));
    assertEquals(
        refusal(
            "no orders found to match with FAK order. FAK orders are partially filled or killed if"
                + " no match is found."),
        refused(Draft.buy(YES, 4_700_000, 10_000_000, "FAK")));
    assertEquals(
        refusal("not enough balance / allowance"),
        refused(Draft.buy(YES, 1_410_000_000L, 3_000_000_000L, "GTC")));
    assertEquals(
        refusal("Invalid token id"), refused(Draft.buy("77", 4_700_000, 10_000_000, "GTC")));
    assertEquals(refusal("Invalid order payload"), lab.order("{}").body());
  }

  @Test
  void refusesAnExpirationTooNearAndLeavesTheBookAMinuteEarly() {
    long now = lab.clock.instant().getEpochSecond();
    Draft resting = Draft.buy(YES, 4_700_000, 10_000_000, "GTD");
    assertEquals(refusal("invalid expiration"), refused(resting.until(now + 170)));
    assertEquals(
        refusal("invalid expiration"),
        refused(Draft.buy(YES, 4_700_000, 10_000_000, "GTC").until(now + 600)));
    String id = taken(resting.until(now + 200)).get("orderID").asText();
    lab.clock.shift(Duration.ofSeconds(135));
    assertEquals("LIVE", status(id));
    lab.clock.shift(Duration.ofSeconds(142));
    assertEquals("CANCELED", status(id));
  }

  @Test
  void answersABatchOneByOne() {
    String body =
        "["
            + lab.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"))
            + ","
            + lab.signer.order(Draft.buy(YES, 470_000, 1_000_000, "GTC"))
            + "]";
    JsonNode answers = json(lab.signed("POST", "/orders", body));
    assertTrue(answers.at("/0/success").asBoolean());
    assertEquals("", answers.at("/1/orderID").asText());
    assertTrue(answers.at("/1/errorMsg").asText().contains("lower than the minimum"));

    String many = "[" + "{},".repeat(15) + "{}]";
    assertEquals(
        refusal("Too many orders in payload: 16, max allowed: 15"),
        lab.signed("POST", "/orders", many).body());
  }

  @Test
  void obeysTheModeOfTheEngine() {
    String order = lab.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    lab.exchange.modes().setPolymarket(VenueModes.Polymarket.RESTARTING, Duration.ofSeconds(10));
    assertEquals(425, lab.order(order).status());
    assertEquals(425, lab.signed("DELETE", "/cancel-all").status());

    lab.clock.shift(Duration.ofSeconds(11));
    Lab.Answer postOnly = lab.order(order);
    assertEquals(503, postOnly.status());
    assertEquals("post_only_mode", json(postOnly).get("code").asText());
    assertTrue(Integer.parseInt(postOnly.header("retry-after")) <= 120);
    taken(Draft.buy(YES, 4_700_000, 10_000_000, "GTC").makerOnly());

    lab.exchange.modes().setPolymarket(VenueModes.Polymarket.CANCEL_ONLY);
    assertEquals(503, lab.order(order).status());
    assertEquals(200, lab.signed("DELETE", "/cancel-all").status());
    lab.exchange.modes().setPolymarket(VenueModes.Polymarket.DISABLED);
    assertEquals(503, lab.signed("DELETE", "/cancel-all").status());
    lab.exchange.modes().setPolymarket(VenueModes.Polymarket.NORMAL);
    assertEquals(200, lab.order(order).status());
  }

  @Test
  void booksAnOrderWhoseReplyIsLost() {
    lab.faults.onRequest(postOrder(), new RequestFault.LoseReply(Duration.ZERO));
    assertThrows(
        UncheckedIOException.class,
        () -> lab.order(lab.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"))));
    assertEquals(1, json(lab.signed("GET", "/data/orders")).get("count").asInt());
  }

  @Test
  void booksALateOrderThoughItsSignatureHasGrownOld() {
    lab.faults.onRequest(
        postOrder(), new RequestFault.BookLate(Duration.ZERO, Duration.ofMillis(300)));
    assertThrows(
        UncheckedIOException.class,
        () -> lab.order(lab.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"))));
    lab.clock.shift(Duration.ofMinutes(2));
    assertEquals(0, json(lab.signed("GET", "/data/orders")).get("count").asInt());
    Lab.eventually(() -> json(lab.signed("GET", "/data/orders")).get("count").asInt() == 1);
  }

  private static When postOrder() {
    return new When(
        Optional.empty(),
        Pattern.compile("POST"),
        Pattern.compile("^/order$"),
        Pattern.compile(""),
        new When.Occurrence(1, 1, 100, Instant.MAX));
  }

  @Test
  void limitsTheRateOfOneSigner() {
    Lab.Answer last = lab.order("{}");
    for (int i = 0; i < 200 && last.status() != 429; i++) {
      last = lab.order("{}");
    }
    assertEquals(429, last.status());
    assertEquals(refusal("Too Many Requests"), last.body());
    assertEquals("Standard", last.header("poly-ratelimit-tier"));
    assertEquals("0", last.header("poly-ratelimit-remaining"));
    assertEquals("1", last.header("retry-after"));
  }

  @Test
  void cancelsAllWhenTheHeartbeatStops() {
    String id = taken(Draft.buy(YES, 4_700_000, 10_000_000, "GTC")).get("orderID").asText();
    String beat =
        json(lab.signed("POST", "/v1/heartbeats", "{\"heartbeat_id\":\"\"}"))
            .get("heartbeat_id")
            .asText();
    Lab.Answer wrong = lab.signed("POST", "/v1/heartbeats", "{\"heartbeat_id\":\"x\"}");
    assertEquals(400, wrong.status());
    assertEquals(
        "{\"error_msg\":\"Invalid Heartbeat ID\",\"heartbeat_id\":\"" + beat + "\"}", wrong.body());
    lab.clock.shift(Duration.ofSeconds(11));
    Lab.eventually(() -> status(id).equals("CANCELED"));
  }

  @Test
  void endsOrdersWithTheirMarketAndPaysWinnersWhoLetIt() {
    lab.exchange.modes().chain().setAutoRedeem(true);
    taken(Draft.buy(YES, 5_000_000, 10_000_000, "GTC"));
    String resting = taken(Draft.buy(YES, 4_700_000, 10_000_000, "GTC")).get("orderID").asText();
    lab.clock.shift(Duration.ofSeconds(10));
    lab.exchange.resolve(Lab.RAIN.id(), Price.ONE);
    assertEquals("CANCELED_MARKET_RESOLVED", status(resting));
    assertEquals(404, lab.get("/book?token_id=" + YES).status());
    assertEquals(
        404, lab.order(lab.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"))).status());
    lab.clock.shift(Duration.ofSeconds(12));
    lab.exchange.advance();
    assertEquals(Usd.ofDollars(10), lab.exchange.settlements(Lab.ACCOUNT).getFirst().payout());
    assertEquals(Quantity.ZERO, lab.exchange.position(Lab.ACCOUNT, Lab.RAIN.id()).yes());
    assertEquals("1004875000", cash());
  }

  private JsonNode taken(Draft draft) {
    Lab.Answer answer = lab.order(lab.signer.order(draft));
    assertEquals(200, answer.status(), answer.body());
    JsonNode placed = json(answer);
    assertTrue(placed.get("success").asBoolean());
    return placed;
  }

  private String refused(Draft draft) {
    Lab.Answer answer = lab.order(lab.signer.order(draft));
    assertEquals(400, answer.status(), answer.body());
    return answer.body();
  }

  private String status(String id) {
    return json(lab.signed("GET", "/data/order/" + id)).get("status").asText();
  }

  private JsonNode trade(String id) {
    return json(lab.signed("GET", "/data/trades?id=" + id)).at("/data/0");
  }

  private String balance(String token) {
    String path = "/balance-allowance?asset_type=CONDITIONAL&signature_type=0&token_id=" + token;
    return json(lab.signed("GET", path)).get("balance").asText();
  }

  private String cash() {
    return json(lab.signed("GET", "/balance-allowance?asset_type=COLLATERAL&signature_type=0"))
        .get("balance")
        .asText();
  }

  private static String refusal(String error) {
    return "{\"error\":\"" + error + "\"}";
  }

  private static JsonNode json(Lab.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
