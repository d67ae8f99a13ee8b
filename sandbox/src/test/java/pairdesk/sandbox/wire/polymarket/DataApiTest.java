package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.exchange.Adapter;
import pairdesk.sandbox.exchange.ChainAction;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class DataApiTest {
  private static final String YES = Lab.RAIN.ids().yesToken();
  private static final String GROUP = Lab.GROUP.ids().yesToken();
  private static final String COIN = Lab.COIN.ids().yesToken();

  private final Lab lab = new Lab();
  private final String user = "?user=" + lab.signer.maker();

  @BeforeEach
  void buyTenAndSellFour() {
    lab.exchange.setUsualSettlement(List.of(new TradeStep(TradeStatus.MINED, Duration.ZERO)));
    take(Draft.buy(YES, 5_000_000, 10_000_000, "FAK"));
    take(Draft.sell(YES, 4_000_000, 1_920_000, "FAK"));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void tellsWhatIsHeldWithWhatItCostAndBrought() {
    JsonNode v1 = get("/positions" + user).get(0);
    assertEquals("6", v1.get("size").asText());
    assertEquals("3", v1.get("initialValue").asText());
    assertEquals("0.075", v1.get("entryFeesUsdc").asText());
    assertEquals("2.88", v1.get("currentValue").asText());
    assertEquals("10", v1.get("totalBought").asText());
    // 4 × 0.48 less the fee of 0.04992, less 4 × 0.50
    assertEquals("-0.12992", v1.get("realizedPnl").asText());

    JsonNode v2 = get("/v2/positions" + user).at("/data/0");
    assertEquals("OPEN", v2.get("status").asText());
    assertEquals("6", v2.get("current_size").asText());
    assertEquals("10", v2.get("total_size").asText());
    assertEquals("-0.12992", v2.get("realized_pnl").asText());
    assertEquals("-0.12", v2.get("unrealized_pnl").asText());
    assertEquals(YES, v2.get("token_id").asText());
    assertEquals(lab.signer.maker(), v2.get("proxy_wallet").asText());
    assertEquals("2.88", get("/value" + user).at("/0/value").asText());
  }

  @Test
  void leavesOutWhatIsSmallerThanTheThreshold() {
    take(Draft.sell(YES, 5_500_000, 2_640_000, "FAK"));
    assertEquals(0, get("/positions" + user).size());
    assertEquals("0.5", get("/positions" + user + "&sizeThreshold=0").at("/0/size").asText());
    assertEquals(1, get("/positions" + user + "&sizeThreshold=0.1").size());
    assertEquals(400, lab.get("/data-api/positions" + user + "&sizeThreshold=much").status());
  }

  @Test
  void movesAPositionFromOpenToRedeemableToClosed() {
    take(Draft.buy(COIN, 5_000_000, 10_000_000, "FAK"));
    String market = "&condition=" + Lab.COIN.ids().condition();
    lab.exchange.resolve(Lab.COIN.id(), Price.ONE);
    assertTrue(get("/positions" + user).at("/1/redeemable").asBoolean());
    assertEquals(1, get("/v2/positions" + user + "&status=REDEEMABLE").get("data").size());
    assertEquals(
        "1", get("/v2/resolutions?" + market.substring(1)).at("/data/0/payouts/0/price").asText());
    lab.clock.shift(Duration.ofDays(1));
    assertEquals(2, get("/positions" + user).size());
    assertEquals(
        Optional.empty(),
        lab.exchange.onChain(
            Lab.ACCOUNT,
            List.of(
                new ChainAction.ApproveShares(Adapter.STANDARD, true),
                new ChainAction.Redeem(Adapter.STANDARD, Lab.COIN.id()))));
    assertEquals(1, get("/positions" + user).size());
    JsonNode closed = get("/v2/positions" + user + "&status=CLOSED" + market).at("/data/0");
    assertEquals("0", closed.get("current_size").asText());
    assertEquals("5", closed.get("realized_pnl").asText());
    assertEquals("5", get("/closed-positions" + user).at("/0/realizedPnl").asText());
    assertEquals("REDEEM", get("/v2/activity" + user).at("/data/0/type").asText());
    assertEquals(400, lab.get("/data-api/v2/positions" + user + "&status=LOST").status());
  }

  @Test
  void pagesTheSecondVersionByCursor() {
    JsonNode first = get("/v2/trades" + user + "&limit=1");
    assertEquals("SELL", first.at("/data/0/side").asText());
    assertTrue(first.at("/pagination/has_more").asBoolean());
    String cursor = first.at("/pagination/next_cursor").asText();
    JsonNode last = get("/v2/trades" + user + "&limit=1&cursor=" + cursor);
    assertEquals("BUY", last.at("/data/0/side").asText());
    assertFalse(last.at("/pagination/has_more").asBoolean());
    assertTrue(last.at("/pagination/next_cursor").isNull());
    assertEquals(400, lab.get("/data-api/v2/trades" + user + "&limit=1001").status());
    assertEquals(400, lab.get("/data-api/v2/trades" + user + "&cursor=x").status());
  }

  @Test
  void listsTradesThatTheWalletMadeOnlyWhenAsked() {
    take(Draft.buy(GROUP, 4_700_000, 10_000_000, "GTC").onNegRisk());
    lab.exchange.quote(Lab.GROUP.id(), List.of(), List.of(Lab.level(47)));
    assertEquals(2, get("/trades" + user).size());
    assertEquals(3, get("/trades" + user + "&takerOnly=false").size());
    assertEquals(1, get("/trades" + user + "&side=BUY").size());
    assertEquals(1, get("/activity" + user + "&market=" + Lab.GROUP.ids().condition()).size());
  }

  @Test
  void sumsUpMarkets() {
    String market = "?market=" + Lab.RAIN.ids().condition();
    assertEquals("6", get("/holders" + market).at("/0/holders/0/amount").asText());
    assertEquals(0, get("/holders" + market).at("/1/holders").size());
    assertEquals("14", get("/oi" + market).at("/0/value").asText());
    String event = "?id=" + Lab.RAIN.event().id();
    assertEquals("14", get("/live-volume" + event).at("/0/total").asText());
    assertEquals(1, get("/traded" + user).get("traded").asInt());
  }

  private void take(Draft draft) {
    Lab.Answer answer = lab.order(lab.signer.order(draft));
    assertEquals(200, answer.status(), answer.body());
  }

  private JsonNode get(String path) {
    return StreamClient.parse(lab.get("/data-api" + path).body());
  }
}
