package pairdesk.engine.loop;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Breakers;
import pairdesk.engine.risk.Consequence;
import pairdesk.engine.risk.Limits;

/** What people and the real account's breakers allow: mode, halt, breakers, doubtful accounts. */
final class Desk implements Stops {
  private static final String ENGINE = "engine";

  private Controls controls;
  private Breakers breakers;
  private final Set<VenueId> doubtful = new TreeSet<>();
  private final Set<String> broken = new TreeSet<>();
  private boolean stopping;

  Desk(Controls controls, Breakers breakers) {
    this.controls = controls;
    this.breakers = breakers;
  }

  /** The process is about to end. */
  void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  Controls controls() {
    return controls;
  }

  @Override
  public Breakers breakers() {
    return breakers;
  }

  @Override
  public List<BreakerState> tripped() {
    return breakers.tripped();
  }

  @Override
  public void doubtful(VenueId venue) {
    doubtful.add(venue);
  }

  /** Venues to be read at once, asked for since this was asked last. */
  Set<VenueId> takeDoubtful() {
    var taken = new TreeSet<>(doubtful);
    doubtful.clear();
    return taken;
  }

  @Override
  public void limited(Limits limits) {
    breakers = breakers.under(limits);
  }

  @Override
  public void on(BreakerFact fact, Turn turn) {
    Breakers.Step step = breakers.on(fact, turn.now());
    if (!step.next().highWater().equals(breakers.highWater())) {
      turn.write(new JournalRecord.HighWaterChanged(step.next().highWater(), turn.now()));
    }
    breakers = step.next();
    for (String name : step.reset()) {
      String by = fact instanceof BreakerFact.PersonReset ? "operator" : ENGINE;
      turn.write(new JournalRecord.BreakerReset(name, by, turn.now()));
      turn.tell(new Notice.BreakerReset(name, by, turn.now()));
    }
    for (BreakerState state : step.tripped()) {
      turn.write(new JournalRecord.BreakerTripped(state));
      turn.tell(new Notice.BreakerTripped(state, turn.now()));
      act(Breakers.consequence(state), state, turn);
    }
  }

  @Override
  public void invariantBroken(String what, Turn turn) {
    if (broken.add(what)) {
      turn.alarm("invariant", what + ". Trading is halted until an admin has found the cause.");
      on(new BreakerFact.IdentityBroken(what), turn);
      halt(what, ENGINE, turn);
    }
  }

  void halt(String reason, String by, Turn turn) {
    if (!controls.halted()) {
      change(
          new Controls(controls.mode(), true, reason),
          Instant.EPOCH,
          "halted: " + reason,
          by,
          turn);
      turn.ask(new Effect.CancelAll());
    }
  }

  /** Ends a halt, and resets the breakers that called for one: a person has looked at them. */
  void resume(OperatorRequest.Resume ask, Turn turn) {
    broken.clear();
    change(
        new Controls(controls.mode(), false, ""),
        ask.seen(),
        "resumed: " + ask.reason(),
        ask.by().id(),
        turn);
    for (BreakerState state : breakers.tripped()) {
      if (Breakers.consequence(state) == Consequence.HALT) {
        on(new BreakerFact.PersonReset(state.name()), turn);
      }
    }
  }

  /** Written also when it is the mode already: what is stored may differ. */
  void mode(OperatorRequest.SetMode ask, Turn turn) {
    change(in(ask.mode()), ask.seen(), to(ask.mode()), ask.by().id(), turn);
  }

  private void monitor(Turn turn) {
    if (controls.mode() != Mode.MONITOR) {
      change(in(Mode.MONITOR), Instant.EPOCH, to(Mode.MONITOR), ENGINE, turn);
    }
  }

  private Controls in(Mode mode) {
    return new Controls(mode, controls.halted(), controls.haltReason());
  }

  private String to(Mode mode) {
    return "mode " + controls.mode() + " to " + mode;
  }

  @Override
  public void look(Turn turn) {
    if (breakers.isAtRest()) {
      return;
    }
    on(new BreakerFact.Tick(), turn);
    breakers.nextDue().filter(due -> due.isAfter(turn.now())).ifPresent(turn::lookAgain);
  }

  private void act(Consequence consequence, BreakerState state, Turn turn) {
    switch (consequence) {
      case VENUE_ENTRIES_OFF, ENTRIES_OFF, NO_ORDERS -> {}
      case MONITOR -> monitor(turn);
      case HALT -> halt(state.cause(), ENGINE, turn);
    }
  }

  private void change(Controls next, Instant seen, String what, String by, Turn turn) {
    boolean news = !next.equals(controls);
    controls = next;
    turn.write(new JournalRecord.ControlChanged(next, seen, what, by, turn.now()));
    if (news) {
      turn.tell(new Notice.ControlChanged(what, by, turn.now()));
    }
  }
}
