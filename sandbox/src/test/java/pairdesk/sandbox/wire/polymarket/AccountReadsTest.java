package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class AccountReadsTest {
  private static final String YES = Lab.RAIN.ids().yesToken();
  private static final String CONDITION = Lab.RAIN.ids().condition();

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void keepsNoticesOfFillsCancelsAndAnswersUntilTheyAreDropped() {
    post(lab.signer.order(Draft.buy(YES, 5_000_000, 10_000_000, "GTC")));
    String resting = post(lab.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC")));
    lab.signed("DELETE", "/order", "{\"orderID\":\"" + resting + "\"}");
    lab.exchange.resolve(Lab.RAIN.id(), Price.ONE);
    JsonNode notices = signed("/notifications?signature_type=0");
    assertEquals(List.of(2, 1, 4), types(notices));
    assertEquals(resting, notices.at("/1/payload/order_id").asText());
    assertTrue(notices.at("/0/timestamp").isIntegralNumber());
    assertEquals(CONDITION, notices.at("/2/payload/condition_id").asText());

    lab.signed("DELETE", "/notifications?ids=" + notices.at("/0/id") + "," + notices.at("/1/id"));
    assertEquals(List.of(4), types(signed("/notifications")));
    assertEquals(400, lab.signed("DELETE", "/notifications").status());
  }

  @Test
  void scoresOrdersThatAreLargeAndCloseInMarketsThatPay() {
    String far = post(lab.signer.order(Draft.buy(YES, 8_000_000, 40_000_000, "GTC")));
    String small = post(lab.signer.order(Draft.buy(YES, 4_700_000, 10_000_000, "GTC")));
    String close = post(lab.signer.order(Draft.buy(YES, 18_800_000, 40_000_000, "GTC")));
    boolean pays = get("/rewards/markets/" + CONDITION).get("count").asInt() == 1;
    String ids = "[\"%s\",\"%s\",\"%s\",\"0x12\"]".formatted(far, small, close);
    JsonNode scoring = StreamClient.parse(lab.signed("POST", "/orders-scoring", ids).body());
    assertFalse(scoring.get(far).asBoolean());
    assertFalse(scoring.get(small).asBoolean());
    assertEquals(pays, scoring.get(close).asBoolean());
    assertFalse(scoring.get("0x12").asBoolean());
    assertEquals(pays, signed("/order-scoring?order_id=" + close).get("scoring").asBoolean());
  }

  @Test
  void listsWhatMarketsPayAndWhatWasEarned() {
    JsonNode current = get("/rewards/markets/current");
    for (JsonNode market : current.get("data")) {
      assertTrue(market.at("/rewards_config/0/rate_per_day").asInt() > 0);
      assertEquals(market.at("/rewards_config/0/rate_per_day"), market.get("total_daily_rate"));
    }
    JsonNode dearest = get("/rewards/markets/multi?order_by=rate_per_day&position=DESC");
    assertEquals(current.get("count"), dearest.get("count"));
    assertEquals(400, lab.get("/rewards/markets/multi?order_by=luck").status());
    assertEquals(0, signed("/rewards/user?date=2026-11-20").get("count").asInt());
    assertEquals(400, lab.signed("GET", "/rewards/user?date=today").status());
    assertEquals(401, lab.get("/rewards/user/total?date=2026-11-20").status());
    assertEquals("[]", lab.get("/rebates/current?date=2026-11-20&maker_address=0x1").body());
  }

  @Test
  void findsTradesOfABuilderByTheCodeInTheOrder() {
    String code = "0x" + "ab".repeat(32);
    ObjectNode body = lab.signer.body(Draft.buy(YES, 5_000_000, 10_000_000, "GTC").builtBy(code));
    String order = post(body.toString());
    JsonNode trade = get("/builder/trades?builder_code=" + code).at("/data/0");
    assertEquals(order, trade.get("takerOrderHash").asText());
    assertEquals(code, trade.get("builder").asText());
    assertEquals("5", trade.get("sizeUsdc").asText());
    assertEquals("0.125", trade.get("feeUsdc").asText());
    String other = "0x" + "cd".repeat(32);
    assertEquals(0, get("/builder/trades?builder_code=" + other).get("count").asInt());
    assertEquals(400, lab.get("/builder/trades?builder_code=0x12").status());
  }

  @Test
  void answersSeveralTokensInOneRequest() {
    String tokens = "token_ids=" + YES + "," + Lab.RAIN.ids().noToken() + ",77";
    assertEquals(2, get("/books?" + tokens).size());
    assertEquals("0.49", get("/midpoints?" + tokens).get(YES).asText());
    assertEquals(
        "0.48", get("/prices?" + tokens + "&sides=BUY,SELL,BUY").at("/" + YES + "/BUY").asText());
    assertEquals("", get("/last-trades-prices?" + tokens).at("/0/side").asText());
    assertEquals("0.01", get("/tick-size/" + YES).get("minimum_tick_size").asText());
    assertEquals(400, lab.get("/spreads").status());
    String batch = "{\"markets\":[\"" + YES + "\"],\"interval\":\"1d\"}";
    post(lab.signer.order(Draft.buy(YES, 5_000_000, 10_000_000, "GTC")));
    JsonNode history =
        StreamClient.parse(lab.signed("POST", "/batch-prices-history", batch).body());
    assertEquals("0.5", history.at("/history/" + YES + "/0/p").asText());
  }

  private String post(String order) {
    Lab.Answer answer = lab.order(order);
    assertEquals(200, answer.status(), answer.body());
    return StreamClient.parse(answer.body()).get("orderID").asText();
  }

  private JsonNode get(String path) {
    return StreamClient.parse(lab.get(path).body());
  }

  private JsonNode signed(String path) {
    return StreamClient.parse(lab.signed("GET", path).body());
  }

  private static List<Integer> types(JsonNode notices) {
    return notices.valueStream().map(notice -> notice.get("type").asInt()).toList();
  }
}
