package pairdesk.engine.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionMachine;
import pairdesk.engine.execution.ExecutionSettings;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.OrderWish;
import pairdesk.engine.execution.Plan;
import pairdesk.engine.execution.Stand;
import pairdesk.engine.execution.Step;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.PairId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.Clearance;
import pairdesk.engine.venue.Capabilities;

/** Moves every execution on after each batch, and tells what became of it. */
final class Executions {
  private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

  private final ExecutionMachine machine;
  private final Parts parts;
  private final Situation situation;
  private final Submitter submitter;
  private final EngineSettings settings;
  private final Kpis kpis;
  private final HedgeMoney hedges;
  private final Map<ExecutionId, ExecutionSnapshot> written = new HashMap<>();
  private final Map<ExecutionId, List<JournalRecord>> verdicts = new HashMap<>();
  private Instant forgotten = Instant.EPOCH;

  Executions(
      Parts parts, Situation situation, Submitter submitter, EngineSettings settings, Kpis kpis) {
    this.machine = new ExecutionMachine(settings.rules().execution(), settings.rules().fees());
    this.parts = parts;
    this.situation = situation;
    this.submitter = submitter;
    this.settings = settings;
    this.kpis = kpis;
    this.hedges = new HedgeMoney(parts, settings.rules().fees());
    // what was closed before the start was told then
    for (Execution execution : parts.executions().all()) {
      if (execution.isClosed()) {
        written.put(execution.id(), execution.snapshot(parts.executions().stand(execution)));
      }
    }
  }

  /**
   * Sends the entries of a new one; what the gate has against it.
   *
   * @param verdict the opportunity and the verdict that allows it: committed with the intents, and
   *     written by themselves when there come to be none
   */
  Optional<Clearance.Denied> open(Execution execution, List<JournalRecord> verdict, Turn turn) {
    List<OrderWish> entries = machine.entries(execution.plan(), turn.now());
    boolean whole = entries.size() == execution.plan().legs().size();
    Optional<Clearance.Denied> denied =
        submitter
            .submit(execution, entries, grounds(execution, verdict, whole), turn)
            .map(Submitter.Refusal::denied);
    if (denied.isPresent()) {
      verdict.forEach(turn::write);
    } else {
      verdicts.put(execution.id(), verdict);
    }
    Execution next =
        denied.map(d -> refused(execution, d.rule() + ": " + d.why(), turn)).orElse(execution);
    parts.executions().put(next);
    hedges.look(next, List.of(), turn);
    turn.later(() -> tell(next, turn));
    return denied;
  }

  /**
   * What its entries rest on. Entries of both legs of a pair say all that a restart must know, and
   * leave sooner; without a pair, or while a leg waits for another, only the execution's own row
   * says which legs belong together and at which prices, so it is found wherever they are.
   *
   * @param whole there is an entry for each leg
   */
  private List<JournalRecord> grounds(
      Execution execution, List<JournalRecord> verdict, boolean whole) {
    if (whole && execution.origin().pair() != null) {
      return verdict;
    }
    var rows = new ArrayList<>(verdict);
    rows.add(
        new JournalRecord.ExecutionChanged(
            execution.snapshot(parts.executions().stand(execution))));
    return rows;
  }

  /** Lets each open execution, and each with news, decide by how it stands now. */
  void look(Turn turn) {
    for (Execution execution : parts.executions().openAnd(parts.orders().takeTouched())) {
      move(execution, turn);
    }
    if (!turn.now().isBefore(forgotten.plus(FORGET_EVERY))) {
      forgotten = turn.now();
      forget(turn.now().minus(settings.rhythm().remembered()));
    }
  }

  private void forget(Instant moment) {
    for (ExecutionId id : parts.executions().forgetBefore(moment)) {
      parts.orders().forget(id);
      written.remove(id);
      verdicts.remove(id);
      kpis.forget(id);
    }
  }

  /** The intents were refused before anything left. */
  void refused(ExecutionId id, String reason, Turn turn) {
    Optional.ofNullable(verdicts.remove(id)).ifPresent(rows -> rows.forEach(turn::write));
    parts
        .executions()
        .find(id)
        .filter(e -> parts.orders().of(id).stream().allMatch(Executions::neverLeft))
        .ifPresent(e -> parts.executions().put(refused(e, reason, turn)));
  }

  /** It waits like after a trade: what refused it would refuse the next book's too. */
  private Execution refused(Execution execution, String reason, Turn turn) {
    coolDown(execution, turn);
    return execution.to(ExecutionState.REFUSED, null, reason, turn.now());
  }

  private void move(Execution execution, Turn turn) {
    Stand stand = parts.executions().stand(execution);
    Step step = machine.next(execution, stand, situation.scene(execution, turn.now()));
    parts.executions().put(step.next());
    if (step.cancelResting()) {
      cancel(step.next(), turn);
    }
    hedges.look(step.next(), step.wishes(), turn);
    if (!step.wishes().isEmpty()) {
      Optional<Submitter.Refusal> refusal =
          submitter.submit(step.next(), step.wishes(), List.of(), turn);
      if (refusal.isPresent()) {
        moveOn(step, refusal.get(), turn);
        return;
      }
    }
    step.alarms().forEach(alarm -> turn.alarm(alarm.code(), alarm.text()));
    Instant again = step.lookAgain();
    if (again != null && !step.next().isClosed()) {
      turn.lookAgain(again);
    }
    if (step.next().isClosed() && !execution.isClosed()) {
      ended(step.next(), stand, turn);
    }
    if (step.next().state() != execution.state()) {
      judged(execution.state(), step.next(), stand, turn);
    }
    tell(parts.executions().find(execution.id()).orElse(step.next()), turn);
  }

  /** What the gate denied is not asked for again for a while: whatever else there is, at once. */
  private void moveOn(Step step, Submitter.Refusal refusal, Turn turn) {
    String note = refusal.denied().rule() + ": " + refusal.denied().why();
    step.alarms().forEach(alarm -> turn.alarm(alarm.code(), alarm.text()));
    Execution denied = step.next().denied(refusal.wish(), note, turn.now());
    if (isDeniedNow(step.next(), refusal.wish(), turn)) {
      parts.executions().put(denied);
      turn.lookAgain(turn.now().plus(settings.rules().execution().retries().pauses().denied()));
    } else {
      move(denied, turn);
    }
  }

  /** What was denied a moment ago is not wished for in the same turn without end. */
  private static boolean isDeniedNow(Execution execution, OrderWish wish, Turn turn) {
    return execution.denials().last(wish.leg(), wish.terms().side()).equals(turn.now());
  }

  private void cancel(Execution execution, Turn turn) {
    Duration patience = settings.rules().execution().patience().cancel();
    for (ClientOrder order : parts.orders().of(execution.id())) {
      boolean rests = order.state() == OrderState.LIVE || order.state() == OrderState.PARTLY;
      boolean asked = order.report().marks().cancelRequested();
      if (rests && (!asked || !turn.now().isBefore(order.report().at().plus(patience)))) {
        turn.ask(new Effect.Cancel(order.mode(), order.ref()));
        parts.orders().put(order.cancelRequested(turn.now()), turn);
        if (asked) {
          parts.resolver().doubt(order.id(), turn);
        }
      }
    }
  }

  private void ended(Execution execution, Stand stand, Turn turn) {
    kpis.ended(execution, stand, parts.orders().of(execution.id()));
    PairId pair = execution.origin().pair();
    if (pair != null && isUnfilledBid(execution, stand)) {
      parts.executions().restBids(pair, nextBid(execution, turn.now()));
      parts.markets().lookAgain(pair);
    } else {
      coolDown(execution, turn);
    }
  }

  /** Nothing was traded and nothing refused: the pair may be taken at once, if that pays. */
  private boolean isUnfilledBid(Execution execution, Stand stand) {
    return execution.plan() instanceof Plan.MakerTaker
        && execution.state() == ExecutionState.NOTHING_FILLED
        && !stand.isRefused()
        && parts.orders().of(execution.id()).stream().noneMatch(parts.resolver()::mayTurnUp);
  }

  /** One that nobody wanted is not offered again soon; another price may be. */
  private Instant nextBid(Execution execution, Instant now) {
    Instant began = execution.times().started();
    ExecutionSettings how = settings.rules().execution();
    return now.isBefore(began.plus(how.patience().order()))
        ? began.plus(how.resting().spacing())
        : now.plus(settings.rhythm().cooldown());
  }

  private void coolDown(Execution execution, Turn turn) {
    parts.executions().coolDown(execution, turn.now().plus(cooldown(execution)));
  }

  /** Whether it counts as failed or as completed; one that was stuck has been counted. */
  private void judged(ExecutionState before, Execution execution, Stand stand, Turn turn) {
    Optional<Boolean> failed =
        switch (execution.state()) {
          case COMPLETE -> Optional.of(false);
          case UNWOUND -> stand.realised().isNegative() ? Optional.of(true) : Optional.empty();
          case STUCK -> Optional.of(true);
          case PANIC_CLOSED ->
              before == ExecutionState.STUCK ? Optional.empty() : Optional.of(true);
          case PLANNED,
              WORKING,
              UNEVEN,
              PATCHING,
              HOLDING,
              UNWINDING,
              PANIC,
              REFUSED,
              STALE,
              NOTHING_FILLED ->
              Optional.empty();
        };
    String what = "execution " + execution.id() + " " + execution.state();
    failed.ifPresent(f -> parts.stops().on(new BreakerFact.ExecutionEnded(f, what), turn));
    if (execution.state() == ExecutionState.STUCK) {
      kpis.stuck(execution.id());
    }
  }

  /** Longer where a lost order may still turn up. */
  private Duration cooldown(Execution execution) {
    Duration longest = settings.rhythm().cooldown();
    for (ClientOrder order : parts.orders().of(execution.id())) {
      Capabilities venue = settings.venues().get(order.intent().instrument().venue());
      if (parts.resolver().mayTurnUp(order)
          && venue != null
          && venue.lateArrivalWindow().compareTo(longest) > 0) {
        longest = venue.lateArrivalWindow();
      }
    }
    return longest;
  }

  /** Writes and tells the execution if anything that people see of it changed. */
  private void tell(Execution execution, Turn turn) {
    ExecutionSnapshot snapshot = execution.snapshot(parts.executions().stand(execution));
    ExecutionSnapshot before = written.put(execution.id(), snapshot);
    if (!snapshot.equals(before)) {
      turn.write(new JournalRecord.ExecutionChanged(snapshot));
      turn.tell(new Notice.ExecutionChanged(snapshot, turn.now()));
    }
  }

  private static boolean neverLeft(ClientOrder order) {
    return order.state() == OrderState.NOT_SENT;
  }
}
