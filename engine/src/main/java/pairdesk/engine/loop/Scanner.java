package pairdesk.engine.loop;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.PlanLeg;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.risk.RiskContext;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.strategy.Strategy;

/** Lets the strategies look at what changed, the gate at what they found, and begins to trade. */
final class Scanner {
  /** How often a smaller size may turn out too large after all, by its fees. */
  private static final int CUTS = 3;

  private static final Quantity ANY = Quantity.ofE6(Long.MAX_VALUE);

  private final Detection detection;
  private final Judge judge;
  private final Accounts accounts;
  private final Markets markets;
  private final EngineSettings settings;
  private final Rereads rereads;

  /** Who says what may be done about an opportunity, and who tells it. */
  record Judge(LimitsInForce limits, Announcer announcer) {}

  Scanner(Detection detection, Judge judge, Accounts accounts, EngineSettings settings) {
    this.detection = detection;
    this.judge = judge;
    this.accounts = accounts;
    this.markets = accounts.real().parts().markets();
    this.settings = settings;
    this.rereads = new Rereads(markets, judge.limits());
  }

  void scan(Set<MarketId> changed, Turn turn) {
    if (accounts.real().parts().desk().isStopping()) {
      return;
    }
    for (Strategy strategy : detection.strategies()) {
      for (Opportunity found : strategy.look(markets, changed, turn.now(), detection.ids())) {
        switch (found) {
          case Opportunity.Bundle bundle -> judge(strategy, bundle, turn);
        }
      }
    }
  }

  /** A verdict, and the bundle as it may be taken. */
  private record Judged(Verdict verdict, Optional<Opportunity.Bundle> allowed) {
    static Judged refused(Verdict verdict) {
      return new Judged(verdict, Optional.empty());
    }
  }

  private void judge(Strategy strategy, Opportunity.Bundle bundle, Turn turn) {
    Mode mode = settings.mode(controls().mode(), bundle.strategy());
    Account account = accounts.of(mode);
    if (!mayRest(bundle, account, turn.now())) {
      return;
    }
    Judged judged = judged(strategy, bundle, account.situation().risk(turn.now()));
    var row =
        new VerdictRecord(
            detection.ids().next(),
            bundle.id(),
            judged.verdict(),
            judge.limits().version(),
            turn.now());
    if (Announcer.waits(row.verdict())) {
      rereads.ask(bundle, turn);
    }
    Optional<Opportunity.Bundle> taken = mode == Mode.MONITOR ? Optional.empty() : judged.allowed();
    turn.later(() -> {
      measure(bundle, turn.now());
      judge.announcer().found(bundle, row, mode, taken.isPresent(), turn);
    });
    taken
        .map(t -> execution(t, row, mode, turn.now()))
        .ifPresent(e -> account.executions().open(e, Announcer.rows(bundle, row), turn));
  }

  /** A bid that just ended, or still rests, is no news while its own book shows it. */
  private boolean mayRest(Opportunity.Bundle bundle, Account account, Instant now) {
    PairId pair = bundle.pair();
    return pair == null
        || tactic(bundle) != Tactic.MAKER_TAKER
        || (account.parts().executions().mayRest(pair, now)
            && account
                .situation()
                .hasTimeToRest(bundle.legs().stream().map(Leg::instrument).toList(), now));
  }

  private Controls controls() {
    return accounts.real().parts().desk().controls();
  }

  private Judged judged(Strategy strategy, Opportunity.Bundle bundle, RiskContext context) {
    Verdict verdict = judge.limits().gate().judge(bundle, context);
    return switch (verdict) {
      case Verdict.Allow _ -> new Judged(verdict, Optional.of(bundle));
      case Verdict.Refuse _ -> Judged.refused(verdict);
      case Verdict.Shrink shrink -> cut(strategy, bundle, shrink, context);
    };
  }

  /** What is left must still earn enough at its own price, by every rule. */
  private Judged cut(
      Strategy strategy, Opportunity.Bundle bundle, Verdict.Shrink first, RiskContext context) {
    Verdict.Shrink shrink = first;
    for (int cuts = 0; cuts < CUTS; cuts++) {
      Optional<Opportunity.Bundle> smaller =
          strategy.resize(bundle, shrink.shares(), markets, context.now());
      if (smaller.isEmpty()) {
        break;
      }
      switch (judge.limits().gate().judge(smaller.get(), context)) {
        case Verdict.Allow _ -> {
          return new Judged(shrink, smaller);
        }
        case Verdict.Refuse(var rule, var why) -> {
          return Judged.refused(new Verdict.Refuse(rule, first.why() + "; of these " + why));
        }
        case Verdict.Shrink again -> shrink = again;
      }
    }
    return Judged.refused(
        new Verdict.Refuse(first.rule(), first.why() + "; so few cannot be had on these books"));
  }

  private Execution execution(
      Opportunity.Bundle bundle, VerdictRecord verdict, Mode mode, Instant now) {
    var origin =
        new Execution.Origin(
            bundle.id(), bundle.strategy(), bundle.pair(), verdict.id(), bundle.edge().net());
    return Execution.working(
        new ExecutionId(detection.ids().next()), origin, plan(bundle), mode, now);
  }

  private Plan plan(Opportunity.Bundle bundle) {
    Quantity shares = bundle.shares();
    List<PlanLeg> legs =
        bundle.legs().stream().map(leg -> new PlanLeg(leg.instrument(), leg.worst())).toList();
    return switch (tactic(bundle)) {
      case TAKER_TAKER -> new Plan.Sweep(shares, legs, bundle.paying(), Plan.Sending.AT_ONCE);
      case SEQUENTIAL ->
          new Plan.Sweep(shares, thinnestFirst(legs), bundle.paying(), Plan.Sending.IN_TURN);
      case MAKER_TAKER -> new Plan.MakerTaker(shares, legs);
    };
  }

  /** By what their books show up to the limits; as the strategy has them where that is the same. */
  private List<PlanLeg> thinnestFirst(List<PlanLeg> legs) {
    return legs.stream().sorted(Comparator.comparing(this::depth)).toList();
  }

  private Quantity depth(PlanLeg leg) {
    return markets
        .book(leg.instrument())
        .map(book -> Sweep.buy(book.asks(), ANY, leg.worst()).shares())
        .orElse(Quantity.ZERO);
  }

  private Tactic tactic(Opportunity.Bundle bundle) {
    PairId id = bundle.pair();
    Tactic chosen = id == null ? null : markets.pair(id).map(Pair::tactic).orElse(null);
    return settings.rules().execution().tactic(bundle.strategy(), chosen);
  }

  private void measure(Opportunity.Bundle bundle, Instant now) {
    bundle.legs().stream()
        .map(Leg::instrument)
        .flatMap(instrument -> markets.book(instrument).stream())
        .map(Book::confirmedAt)
        .max(Instant::compareTo)
        .ifPresent(newest -> accounts.real().kpis().detected(newest, now));
  }
}
