package pairdesk.engine.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.PlanLeg;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.risk.VerdictRecord;
import pairdesk.engine.risk.gate.RiskGate;
import pairdesk.engine.strategy.Strategy;

/** Lets the strategies look at what changed, the gate at what they found, and begins to trade. */
final class Scanner {
  private final Detection detection;
  private final Judge judge;
  private final Parts parts;
  private final Executions executions;
  private final EngineSettings settings;

  /** Who says what may be done about an opportunity, and who tells it. */
  record Judge(RiskGate gate, Situation situation, Announcer announcer, Kpis kpis) {}

  Scanner(
      Detection detection,
      Judge judge,
      Parts parts,
      Executions executions,
      EngineSettings settings) {
    this.detection = detection;
    this.judge = judge;
    this.parts = parts;
    this.executions = executions;
    this.settings = settings;
  }

  void scan(Set<MarketId> changed, Turn turn) {
    for (Strategy strategy : detection.strategies()) {
      for (Opportunity found :
          strategy.look(parts.markets(), changed, turn.now(), detection.ids())) {
        switch (found) {
          case Opportunity.Bundle bundle -> judge(bundle, turn);
        }
      }
    }
  }

  private void judge(Opportunity.Bundle bundle, Turn turn) {
    measure(bundle, turn.now());
    Verdict verdict = judge.gate().judge(bundle, judge.situation().risk(turn.now()));
    var row =
        new VerdictRecord(
            detection.ids().next(),
            bundle.id(),
            verdict,
            settings.account().settingsVersion(),
            turn.now());
    Mode mode = settings.mode(parts.desk().controls().mode(), bundle.strategy());
    Optional<Quantity> shares = mode == Mode.LIVE ? shares(bundle, verdict) : Optional.empty();
    judge.announcer().found(bundle, row, mode, shares.isPresent(), turn);
    shares.ifPresent(s -> executions.open(execution(bundle, row, s, mode, turn.now()), turn));
  }

  private static Optional<Quantity> shares(Opportunity.Bundle bundle, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Allow _ -> Optional.of(bundle.shares());
      case Verdict.Shrink shrink -> Optional.of(shrink.shares());
      case Verdict.Refuse _ -> Optional.empty();
    };
  }

  private Execution execution(
      Opportunity.Bundle bundle, VerdictRecord verdict, Quantity shares, Mode mode, Instant now) {
    var origin =
        new Execution.Origin(
            bundle.id(), bundle.strategy(), bundle.pair(), verdict.id(), bundle.edge().net());
    return Execution.working(
        new ExecutionId(detection.ids().next()), origin, plan(bundle, shares), mode, now);
  }

  private Plan plan(Opportunity.Bundle bundle, Quantity shares) {
    List<PlanLeg> legs =
        bundle.legs().stream().map(leg -> new PlanLeg(leg.instrument(), leg.worst())).toList();
    return settings.rules().execution().sequential()
        ? new Plan.Sequential(shares, legs)
        : new Plan.TakerTaker(shares, legs);
  }

  private void measure(Opportunity.Bundle bundle, Instant now) {
    bundle.legs().stream()
        .map(Leg::instrument)
        .flatMap(instrument -> parts.markets().book(instrument).stream())
        .map(Book::confirmedAt)
        .max(Instant::compareTo)
        .ifPresent(newest -> judge.kpis().detected(newest, now));
  }
}
