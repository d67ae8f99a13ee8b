package pairdesk.engine.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.paper.PaperScene.MARKET;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.venue.AccountSnapshot.Payout;

class PaperSettlementTest {

  @ParameterizedTest
  @CsvSource({
    "YES, 1,      30.00",
    "YES, 0,      0.00",
    "YES, 0.5,    15.00",
    "YES, 0.3701, 11.103",
    "NO,  0,      30.00",
    "NO,  1,      0.00",
    "NO,  0.3701, 18.897"
  })
  void paysEveryShareOnce(Outcome held, String yesPays, String dollars) {
    PaperScene scene = PaperScene.owning(new Instrument(MARKET, held), 30);
    Market settled = market(MarketStatus.SETTLED, Price.parse(yesPays));
    scene.exchange().marketChanged(settled);
    scene.exchange().marketChanged(settled);
    assertEquals(
        List.of(new Payout(MARKET, Price.parse(yesPays).e4(), Usd.parse(dollars), scene.now())),
        scene.payouts());
  }

  @Test
  void paysNothingBeforeTheAnswerAndToNobody() {
    PaperScene scene = PaperScene.owning(MARKET.yes(), 30);
    scene.exchange().marketChanged(market(MarketStatus.CLOSED, null));
    scene.exchange().marketChanged(market(MarketStatus.SETTLED, null));
    assertEquals(List.of(), scene.payouts());
    PaperScene nobody = new PaperScene();
    nobody.exchange().marketChanged(market(MarketStatus.SETTLED, Price.ONE));
    assertEquals(List.of(), nobody.payouts());
  }

  @Test
  void whatRestsEndsWithTheMarket() {
    PaperScene scene = new PaperScene().book("0.40 x 100", "0.45 x 100");
    var order = scene.resting(Side.BUY, "10", "0.41");
    scene.exchange().marketChanged(market(MarketStatus.CLOSED, null));
    assertEquals(OrderState.CANCELLED, scene.found(order).state());
  }

  private static Market market(MarketStatus status, @Nullable Price yesPays) {
    return SampleMarkets.withLife(
        SampleMarkets.kalshi(MARKET), new Market.Life(status, null, null, null, null, yesPays));
  }
}
