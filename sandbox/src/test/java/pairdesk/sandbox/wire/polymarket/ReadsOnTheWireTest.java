package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class ReadsOnTheWireTest {
  private static final String YES = Lab.RAIN.ids().yesToken();
  private static final String NO = Lab.RAIN.ids().noToken();
  private static final String CONDITION = Lab.RAIN.ids().condition();

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void tellsStatusTimeAndVersion() {
    assertEquals("\"OK\"", lab.get("/ok").body());
    assertEquals("{\"version\":2}", lab.get("/version").body());
    long seconds = Long.parseLong(lab.get("/time").body());
    assertTrue(Math.abs(seconds - lab.clock.instant().getEpochSecond()) <= 1);
    assertFalse(json("/api/geoblock").get("blocked").asBoolean());
  }

  @Test
  void answersABookBestLevelLast() {
    JsonNode book = json("/book?token_id=" + YES);
    assertEquals(
        "[{\"price\":\"0.45\",\"size\":\"100\"},{\"price\":\"0.48\",\"size\":\"100\"}]",
        book.get("bids").toString());
    assertEquals("5", book.get("min_order_size").asText());
    assertEquals("0.01", book.get("tick_size").asText());
    assertFalse(book.get("neg_risk").asBoolean());
    JsonNode books =
        StreamClient.parse(
            lab.call(
                    "POST",
                    "/books",
                    "[{\"token_id\":\"" + NO + "\"},{\"token_id\":\"77\"}]",
                    Map.of())
                .body());
    assertEquals(1, books.size());
    assertEquals("0.52", books.at("/0/asks/1/price").asText());
    assertEquals(
        "{\"error\":\"No orderbook exists for the requested token id\"}",
        lab.get("/book?token_id=77").body());
    assertEquals(404, lab.get("/book?token_id=77").status());
  }

  @Test
  void answersPrices() {
    assertEquals("{\"price\":\"0.48\"}", lab.get("/price?side=BUY&token_id=" + YES).body());
    assertEquals("{\"price\":\"0.5\"}", lab.get("/price?side=SELL&token_id=" + YES).body());
    assertEquals(400, lab.get("/price?side=X&token_id=" + YES).status());
    assertEquals("{\"mid\":\"0.49\"}", lab.get("/midpoint?token_id=" + YES).body());
    assertEquals("{\"spread\":\"0.02\"}", lab.get("/spread?token_id=" + YES).body());
    assertEquals("{\"neg_risk\":false}", lab.get("/neg-risk?token_id=" + YES).body());
    assertEquals("{\"base_fee\":1000}", lab.get("/fee-rate?token_id=" + YES).body());
    assertEquals(
        "{\"price\":\"0.5\",\"side\":\"\"}", lab.get("/last-trade-price?token_id=" + YES).body());
    lab.order(lab.signer.order(Draft.buy(YES, 5_500_000, 10_000_000, "GTC")));
    assertEquals(
        "{\"price\":\"0.5\",\"side\":\"BUY\"}",
        lab.get("/last-trade-price?token_id=" + YES).body());
    assertEquals(1, json("/prices-history?interval=1h&market=" + YES).get("history").size());
    assertEquals(400, lab.get("/prices-history?market=" + YES).status());
  }

  @Test
  void listsMarketsOfTheOrderBookService() {
    JsonNode page = json("/markets?next_cursor=MA==");
    assertEquals(3, page.get("count").asInt());
    assertEquals("LTE=", page.get("next_cursor").asText());
    JsonNode market = json("/markets/" + CONDITION);
    assertEquals(YES, market.at("/tokens/0/token_id").asText());
    assertTrue(market.get("accepting_orders").asBoolean());
    assertEquals("{\"error\":\"market not found\"}", lab.get("/markets/0x12").body());
    JsonNode compact = json("/clob-markets/" + CONDITION);
    assertEquals(new BigDecimal("0.05"), compact.at("/fd/r").decimalValue());
    assertEquals("0.01", compact.get("mts").asText());
    assertEquals(YES, json("/markets-by-token/" + NO).get("primary_token_id").asText());
    assertEquals(3, json("/simplified-markets").get("data").size());
    assertTrue(json("/rewards/markets/current").get("data").isArray());
  }

  @Test
  void listsOnGammaWithListsInsideTexts() {
    JsonNode market = json("/gamma/markets?condition_ids=" + CONDITION).get(0);
    assertEquals("[\"Yes\",\"No\"]", market.get("outcomes").asText());
    assertEquals("[\"0.49\",\"0.51\"]", market.get("outcomePrices").asText());
    assertEquals("[\"" + YES + "\",\"" + NO + "\"]", market.get("clobTokenIds").asText());
    assertTrue(market.get("volume").isTextual());
    assertEquals(new BigDecimal("0.05"), market.at("/feeSchedule/rate").decimalValue());
    assertEquals(new BigDecimal("0.01"), market.get("orderPriceMinTickSize").decimalValue());
    JsonNode event = json("/gamma/events/slug/event-2");
    assertTrue(event.get("negRisk").asBoolean());
    assertTrue(event.get("liquidity").isNumber());
    assertEquals(event.get("negRiskMarketID"), event.at("/markets/0/negRiskMarketID"));
    assertEquals(
        Lab.RAIN.ids().id(), json("/gamma/markets/slug/will-it-rain-1").get("id").asText());
    assertEquals(1, json("/gamma/public-search?q=event+2").get("events").size());
    assertEquals(404, lab.get("/gamma/events/1").status());
  }

  @Test
  void pagesGammaByCursorToTheEnd() {
    JsonNode first = json("/gamma/markets/keyset?limit=2");
    assertEquals(2, first.get("markets").size());
    String cursor = first.get("next_cursor").asText();
    JsonNode last = json("/gamma/markets/keyset?limit=2&after_cursor=" + cursor);
    assertEquals(Lab.COIN.ids().id(), last.at("/markets/0/id").asText());
    assertFalse(last.has("next_cursor"));
    assertEquals(422, lab.get("/gamma/markets/keyset?offset=1").status());
    assertEquals(
        "{\"type\":\"validation error\",\"error\":\"offset too large, use /events/keyset\"}",
        lab.get("/gamma/events?offset=2001").body());
  }

  @Test
  void leavesClosedMarketsOutUnlessAsked() {
    lab.exchange.resolve(Lab.RAIN.id(), Price.ONE);
    assertEquals(0, json("/gamma/markets?condition_ids=" + CONDITION).size());
    JsonNode closed = json("/gamma/markets?closed=true&condition_ids=" + CONDITION).get(0);
    assertEquals("[\"1\",\"0\"]", closed.get("outcomePrices").asText());
    assertEquals("resolved", closed.get("umaResolutionStatus").asText());
    assertTrue(json("/markets/" + CONDITION).at("/tokens/0/winner").asBoolean());
  }

  @Test
  void showsPositionsTradesAndPayoutsOfAWallet() {
    lab.exchange.setUsualSettlement(
        List.of(new TradeStep(TradeStatus.MINED, Duration.ofSeconds(100))));
    lab.order(lab.signer.order(Draft.buy(YES, 5_000_000, 10_000_000, "GTC")));
    String user = "?user=" + lab.signer.maker();
    assertEquals(0, json("/data-api/positions" + user).size());
    lab.clock.shift(Duration.ofSeconds(10));
    JsonNode position = json("/data-api/positions" + user).get(0);
    assertEquals(YES, position.get("asset").asText());
    assertEquals("10", position.get("size").asText());
    assertEquals("0.5", position.get("avgPrice").asText());
    assertEquals("4.8", position.get("currentValue").asText());
    assertEquals("OPEN", json("/data-api/v2/positions" + user).at("/data/0/status").asText());
    assertEquals("BUY", json("/data-api/trades" + user).at("/0/side").asText());
    lab.exchange.modes().chain().setAutoRedeem(true);
    lab.exchange.resolve(Lab.RAIN.id(), Price.ONE);
    lab.clock.shift(Duration.ofSeconds(20));
    JsonNode payout = json("/data-api/activity" + user + "&type=REDEEM").get(0);
    assertEquals("10", payout.get("usdcSize").asText());
    assertEquals(CONDITION, payout.get("conditionId").asText());
    assertEquals(2, json("/data-api/activity" + user).size());
    assertEquals(400, lab.get("/data-api/positions").status());
  }

  @Test
  void givesOneKeyForOneWalletSignature() {
    var headers = lab.signer.walletHeaders(lab.clock.instant());
    assertEquals(400, lab.call("GET", "/auth/derive-api-key", "", headers).status());
    Lab.Answer created = lab.call("POST", "/auth/api-key", "", headers);
    assertEquals(200, created.status());
    assertEquals(400, lab.call("POST", "/auth/api-key", "", headers).status());
    assertEquals(created.body(), lab.call("GET", "/auth/derive-api-key", "", headers).body());
    Lab.Answer unsigned = lab.call("POST", "/auth/api-key", "", Map.of());
    assertEquals(401, unsigned.status());
    assertEquals("{\"error\":\"Invalid L1 Request headers\"}", unsigned.body());
  }

  @Test
  void refusesUnsignedAndWronglySignedReads() {
    Lab.Answer unsigned = lab.get("/data/orders");
    assertEquals(401, unsigned.status());
    assertEquals("{\"error\":\"Unauthorized/Invalid api key\"}", unsigned.body());
    var headers = lab.signer.headers("GET", "/data/trades", "", lab.clock.instant());
    assertEquals(401, lab.call("GET", "/data/orders", "", headers).status());
    assertEquals(
        "{\"closed_only\":false}", lab.signed("GET", "/auth/ban-status/closed-only").body());
  }

  private JsonNode json(String path) {
    Lab.Answer answer = lab.get(path);
    assertEquals(200, answer.status(), answer.body());
    return StreamClient.parse(answer.body());
  }
}
