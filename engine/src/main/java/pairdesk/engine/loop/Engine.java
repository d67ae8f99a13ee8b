package pairdesk.engine.loop;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.Limits;
import pairdesk.engine.risk.RiskRule;
import pairdesk.engine.risk.gate.RiskGate;
import pairdesk.engine.risk.gate.RiskRules;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * The heart: facts in, effects out. Deterministic: the same facts at the same moments, with the
 * same ids, give the same effects. Not thread-safe; owned by the thread of {@link EngineLoop}.
 *
 * <p>A batch first takes in every fact, then looks once at everything: executions move on by how
 * they stand, strategies look at the markets that changed, reads and breakers fall due. So a fact
 * that is told twice, by stream and by poll, is answered once.
 */
public final class Engine {
  private static final TimerKey LOOK = new TimerKey("look", "");

  private final Parts parts;
  private final Fills fills;
  private final OrderFacts facts;
  private final Reconciler reconciler;
  private final Executions executions;
  private final Scanner scanner;
  private final Operators operators;
  private final Housekeeping housekeeping;
  private final Views views;
  private @Nullable Instant wakeAt;

  /**
   * @param recovered what the database knows; {@link Recovered#NOTHING} for the first start
   * @param markets of {@link Recovered#marketsInUse()}, and any others that are known already
   */
  public Engine(
      EngineSettings settings,
      Detection detection,
      Recovered recovered,
      Collection<Market> markets,
      Instant now) {
    var restart = new Restart(recovered, settings, now);
    var kpis = new Kpis(settings.rules().limits().quality().maxSlippage());
    var announcer =
        new Announcer(settings.rhythm().announcing(), disqualifying(settings.rules().limits()));
    var gate =
        new RiskGate(
            settings.rules().limits(),
            settings.rules().fees(),
            settings.account().settingsVersion());
    this.parts = restart.parts(markets);
    this.fills = new Fills(parts, settings.rhythm().doubts().parked());
    this.facts = new OrderFacts(parts, fills);
    this.reconciler =
        new Reconciler(parts, facts, fills, settings.rhythm().reads(), restart.lastRead());
    var situation = new Situation(parts, reconciler, settings.rules().limits());
    var submitter = new Submitter(gate, situation, parts, settings.account().label());
    this.executions = new Executions(parts, situation, submitter, settings, kpis);
    var judge = new Scanner.Judge(gate, situation, announcer, kpis);
    this.scanner = new Scanner(detection, judge, parts, executions, settings);
    this.operators = new Operators(parts, reconciler);
    this.housekeeping = new Housekeeping(parts, settings.rhythm());
    this.views = new Views(parts, reconciler, announcer, kpis);
  }

  /**
   * The first batch: orders of which the last process did not hear are Unknown and looked up, open
   * executions go on, accounts are read.
   */
  public List<Effect> start(Instant now) {
    var turn = new Turn(now);
    for (ClientOrder order : parts.orders().unsettled()) {
      if (order.state() == OrderState.INTENDED || order.state() == OrderState.SENT) {
        parts
            .orders()
            .put(
                order.reported(
                    OrderState.UNKNOWN,
                    order.report().acknowledged(),
                    "the process restarted before an answer",
                    now),
                turn);
      }
    }
    return look(turn, true);
  }

  /** Takes in every fact, then looks once at everything. */
  public List<Effect> on(List<EngineEvent> batch, Instant now) {
    var turn = new Turn(now);
    batch.forEach(event -> take(event, turn));
    return look(turn, batch.stream().anyMatch(e -> !(e instanceof EngineEvent.BookChanged)));
  }

  /** What readers see, as of the last batch. */
  public EngineView view(Instant now) {
    return views.view(now);
  }

  /** Rules about the opportunity itself, not about what we may do. */
  private static Set<String> disqualifying(Limits limits) {
    return RiskRules.of(limits).stream()
        .filter(layer -> layer.name().equals("data") || layer.name().equals("quality"))
        .flatMap(layer -> layer.rules().stream())
        .map(RiskRule::name)
        .collect(Collectors.toSet());
  }

  /**
   * @param facts something other than books came: what is watched may change
   */
  private List<Effect> look(Turn turn, boolean facts) {
    fills.look(turn);
    parts.resolver().look(turn);
    housekeeping.breakers(turn);
    executions.look(turn);
    Set<MarketId> changed = parts.markets().takeChanged();
    housekeeping.markets(changed, turn);
    scanner.scan(changed, turn);
    reconciler.look(turn);
    housekeeping.look(turn);
    if (facts) {
      housekeeping.watch(turn);
    }
    wake(turn);
    return turn.effects();
  }

  private void take(EngineEvent event, Turn turn) {
    switch (event) {
      case EngineEvent.BookChanged e -> {
        parts.markets().bookChanged(e.book());
        parts.venues().ticked(e.book().instrument().venue(), e.book().confirmedAt());
      }
      case EngineEvent.BookStale e -> parts.markets().bookStale(e.instrument());
      case EngineEvent.MarketListed e -> parts.markets().listed(e.market());
      case EngineEvent.VenueChanged e -> parts.venues().changed(e.status(), turn);
      case EngineEvent.OrderSent e -> facts.sent(e, turn);
      case EngineEvent.IntentsRefused e -> {
        facts.refused(e, turn);
        executions.refused(e.execution(), e.reason(), turn);
      }
      case EngineEvent.SubmitAnswered e -> {
        measure(e, turn);
        facts.answered(e, turn);
      }
      case EngineEvent.CancelAnswered e -> facts.cancelAnswered(e, turn);
      case EngineEvent.OrderLookedUp e -> facts.lookedUp(e, turn);
      case EngineEvent.OrderUpdated e -> facts.updated(e.update(), turn);
      case EngineEvent.FillReported e -> fills.reported(e.fill(), turn);
      case EngineEvent.AccountReported e -> reconciler.reported(e.snapshot(), turn);
      case EngineEvent.AccountDoubtful e -> reconciler.doubt(e.venue());
      case EngineEvent.ClockMeasured e -> {
        parts.venues().clock(e.venue(), e.offset());
        parts.desk().on(new BreakerFact.ClockMeasured(e.venue(), e.offset()), turn);
      }
      case EngineEvent.JournalLag e ->
          parts.desk().on(new BreakerFact.JournalLagged(e.lag()), turn);
      case EngineEvent.RowRefused e -> refusedRow(e.what(), turn);
      case EngineEvent.EngineStalled e ->
          parts.desk().on(new BreakerFact.EngineStalled(e.busy()), turn);
      case EngineEvent.TimerFired e -> fired(e.due());
      case EngineEvent.OperatorAsked e -> e.reply().accept(operators.answer(e.request(), turn));
    }
  }

  private void refusedRow(String what, Turn turn) {
    parts.desk().on(new BreakerFact.RowRefused(what), turn);
    turn.alarm(
        "row-refused",
        "The database refused a row that our books rest on: %s. What is open goes on; entries are off until an admin has looked: the log names the row and the cause."
            .formatted(what));
  }

  /** A request that never left says nothing about the venue's speed. */
  private void measure(EngineEvent.SubmitAnswered answer, Turn turn) {
    if (answer.outcome() instanceof SubmitOutcome.NotSent) {
      return;
    }
    parts
        .orders()
        .find(answer.id())
        .map(order -> order.intent().instrument().venue())
        .ifPresent(
            venue -> parts.desk().on(new BreakerFact.OrderAnswered(venue, answer.latency()), turn));
  }

  private void fired(Instant due) {
    if (wakeAt != null && !due.isBefore(wakeAt)) {
      wakeAt = null;
    }
  }

  /** One timer for everything: each batch finds out anew when something is due next. */
  private void wake(Turn turn) {
    Instant next = turn.lookAgain();
    if (next != null && (wakeAt == null || next.isBefore(wakeAt))) {
      wakeAt = next;
      turn.ask(new Effect.WakeAt(next, LOOK));
    }
  }
}
