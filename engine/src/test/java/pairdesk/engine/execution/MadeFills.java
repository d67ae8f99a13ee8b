package pairdesk.engine.execution;

import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.sample.SampleMarkets;

/** Fills of an execution of 100 bundles, planned at 0.40 and 0.55 at worst. */
final class MadeFills {
  static final Plan PLAN =
      new Plan.Sweep(
          Quantity.ofShares(100),
          List.of(
              new PlanLeg(MarketId.kalshi("KX").yes(), Price.parse("0.40")),
              new PlanLeg(MarketId.polymarket("0xa").no(), Price.parse("0.55"))),
          1,
          Plan.Sending.AT_ONCE);

  private MadeFills() {}

  /** In words: {@code 0 ENTRY 100 x 0.40 fee 1.5}, and {@code VOIDED} of one taken back. */
  static OrderFills order(String words) {
    String[] word = words.strip().split(" +");
    var purpose = Purpose.valueOf(word[1]);
    boolean sale = purpose == Purpose.UNWIND || purpose == Purpose.PANIC;
    boolean voided = word[word.length - 1].equals("VOIDED");
    int leg = Integer.parseInt(word[0]);
    var fill =
        new Fill(
            new Fill.Key("venue", words, "order"),
            null,
            PLAN.legs().get(leg).instrument(),
            sale ? Side.SELL : Side.BUY,
            Quantity.parse(word[2]),
            Price.parse(word[4]),
            Usd.parse(word[6]),
            Fill.Liquidity.TAKER,
            voided ? FillStatus.VOIDED : FillStatus.PROVISIONAL,
            SampleMarkets.NOW);
    return new OrderFills(
        new OrderIntent.Origin(new ExecutionId("e"), leg, 1, purpose, null), List.of(fill));
  }
}
