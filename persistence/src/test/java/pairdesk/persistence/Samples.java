package pairdesk.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.venue.PreparedOrder;

/** One of each thing that is stored. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");
  static final Instrument YES = MarketId.kalshi("KXRAIN-26DEC31").yes();
  static final Instrument NO = MarketId.polymarket("0x" + "ab".repeat(32)).no();
  static final ExecutionId EXECUTION = new ExecutionId("e1");

  private Samples() {}

  static PreparedOrder order(String id, Purpose purpose, @Nullable PairId pair) {
    return new PreparedOrder(
        new OrderIntent(
            new ClientOrderId(id),
            new OrderIntent.Origin(EXECUTION, 0, id.hashCode() & 0xff, purpose, pair),
            YES,
            new OrderIntent.Terms(
                Side.BUY, Quantity.ofShares(50), Price.parse("0.4"), TimeInForce.IOC, false, null),
            new Approval("v1", 7, Usd.parse("20.84"), NOW.plusSeconds(5))),
        "key-" + id,
        "{}");
  }

  static Fill fill(String trade, String order, FillStatus status) {
    return new Fill(
        new Fill.Key("kalshi", trade, "venue-" + order),
        new ClientOrderId(order),
        YES,
        Side.BUY,
        Quantity.ofShares(20),
        Price.parse("0.39"),
        Usd.parse("0.3331"),
        Fill.Liquidity.TAKER,
        status,
        NOW);
  }

  static Opportunity.Bundle opportunity() {
    return new Opportunity.Bundle(
        new OpportunityId("o1"),
        "cross-venue",
        new PairId(42),
        List.of(leg(YES, "0.40"), leg(NO, "0.55")),
        new Edge(
            Usd.ofDollars(50),
            Usd.parse("47.5"),
            Usd.parse("1.44"),
            Usd.parse("0.1"),
            Ratio.ofBps(912)),
        NOW);
  }

  /** What allows the orders of here: the opportunity and its verdict. */
  static List<JournalRecord> verdict(Verdict verdict) {
    return List.of(
        new JournalRecord.OpportunityFound(opportunity()),
        new JournalRecord.VerdictGiven(
            new VerdictRecord("v1", opportunity().id(), verdict, 7, NOW)));
  }

  private static Leg leg(Instrument instrument, String price) {
    return new Leg(
        instrument,
        Quantity.ofShares(50),
        Price.parse(price),
        Usd.parse("20"),
        Usd.parse("0.84"),
        new Leg.Reading(17, Duration.ofMillis(230)));
  }

  static ExecutionSnapshot execution(ExecutionState state) {
    return new ExecutionSnapshot(
        EXECUTION,
        new OpportunityId("o1"),
        "cross-venue",
        new PairId(42),
        Mode.LIVE,
        state,
        Quantity.ofShares(50),
        1,
        List.of(legSnapshot(YES), legSnapshot(NO)),
        new ExecutionSnapshot.Result(Usd.parse("0.96"), Usd.parse("-0.4"), "both legs sent"),
        new ExecutionSnapshot.Times(NOW, NOW.plusMillis(120), null));
  }

  private static ExecutionSnapshot.LegSnapshot legSnapshot(Instrument instrument) {
    return new ExecutionSnapshot.LegSnapshot(
        instrument,
        Price.parse("0.4"),
        Quantity.ofShares(20),
        Quantity.ZERO,
        Quantity.ofShares(5),
        Usd.parse("7.8"),
        Usd.ZERO,
        Usd.parse("0.3331"));
  }
}
