package pairdesk.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Edge;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.opportunity.OpportunityId;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;

/** Gaps that were seen and refused: most of what a journal is given. */
final class MadeGaps {
  private MadeGaps() {}

  /** So many, each with its verdict, as the engine journals them. */
  static List<JournalRecord> records(String name, int count) {
    return IntStream.range(0, count).boxed().flatMap(i -> gap(name + "-" + i)).toList();
  }

  private static Stream<JournalRecord> gap(String id) {
    var seen = opportunity(id);
    var refused = new Verdict.Refuse("one-market", "12 shares, at least 20 are worth it");
    return Stream.of(
        new JournalRecord.OpportunityFound(seen),
        new JournalRecord.VerdictGiven(
            new VerdictRecord("v-" + id, seen.id(), refused, 7, MadeMarkets.NOW)));
  }

  private static Opportunity.Bundle opportunity(String id) {
    return new Opportunity.Bundle(
        new OpportunityId(id),
        "cross-venue",
        new PairId(1),
        List.of(
            leg(MadeMarkets.kalshi(1).id().yes(), 4_000),
            leg(MadeMarkets.polymarket(1).id().no(), 5_500)),
        new Edge(
            Usd.ofDollars(50),
            Usd.parse("47.5"),
            Usd.parse("1.44"),
            Usd.parse("0.1"),
            Ratio.ofBps(912)),
        MadeMarkets.NOW);
  }

  private static Leg leg(Instrument instrument, int worstE4) {
    return new Leg(
        instrument,
        Quantity.ofShares(50),
        Price.ofE4(worstE4),
        Usd.parse("20"),
        Usd.parse("0.84"),
        new Leg.Reading(17, Duration.ofMillis(230)));
  }
}
