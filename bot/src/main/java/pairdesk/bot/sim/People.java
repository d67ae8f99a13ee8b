package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.BreakerState;

/**
 * Operators. What makes the desk more careful is in the database before the engine hears of it, as
 * the console does it; what makes it bolder the engine decides.
 */
final class People {
  private static final Duration AGAIN = Duration.ofSeconds(30);
  private static final Actor SOMEBODY = new Actor("sim:somebody", "somebody");

  private final World world;
  private final Chance chance;

  People(World world, Chance chance) {
    this.world = world;
    this.chance = chance;
  }

  void anything() {
    switch (chance.between(0, 5)) {
      case 0 -> halt();
      case 1 -> mode(chance.in(700) ? Mode.MONITOR : Mode.PAPER);
      case 2 -> pair(PairStatus.PAUSED);
      case 3 -> unwind();
      case 4 -> allowAll();
      default -> {
        halt();
        world.time().after(chance.millis(500, 20_000), "resume", this::allowAll);
      }
    }
    world.time().after(chance.millis(3_000, 30_000), "allowed again", this::allowAll);
  }

  /** Something that stops entries, for a while. */
  void careful() {
    switch (chance.between(0, 2)) {
      case 0 -> halt();
      case 1 -> mode(Mode.MONITOR);
      default -> pair(PairStatus.PAUSED);
    }
    world.time().after(chance.millis(2_000, 10_000), "allowed again", this::allowAll);
  }

  private void halt() {
    world.sometimes().saw(Sometimes.Event.HALTED);
    Tables tables = world.store().tables();
    Controls now = tables.controls();
    tables.narrow(new Controls(now.mode(), true, "halted by somebody"), world.time().instant());
    ask(new OperatorRequest.Halt("halted by somebody", SOMEBODY));
  }

  private void mode(Mode mode) {
    Tables tables = world.store().tables();
    Controls now = tables.controls();
    tables.narrow(new Controls(mode, now.halted(), now.haltReason()), world.time().instant());
    ask(new OperatorRequest.SetMode(mode, tables.controlsChanged(), SOMEBODY));
  }

  private void pair(PairStatus status) {
    PairId id = chance.oneOf(world.scenery().pairs()).id();
    change(world.store().tables().pair(id).withStatus(status));
  }

  private void change(Pair next) {
    world.store().tables().change(next);
    ask(new OperatorRequest.ChangePair(next, SOMEBODY));
  }

  private void unwind() {
    var open = new ArrayList<>(world.desk().view().trading().executions());
    open.removeIf(execution -> execution.state().isClosed());
    if (!open.isEmpty()) {
      ask(new OperatorRequest.UnwindExecution(chance.oneOf(open).id(), SOMEBODY));
    }
  }

  /** Whatever stops trading is taken back, as far as the engine agrees. */
  void allowAll() {
    Instant seen = world.store().tables().controlsChanged();
    for (BreakerState breaker : world.desk().view().desk().breakers()) {
      ask(new OperatorRequest.ResetBreaker(breaker.name(), SOMEBODY));
    }
    if (world.store().tables().controls().halted()) {
      ask(new OperatorRequest.Resume("looked at", seen, SOMEBODY));
    }
    ask(new OperatorRequest.SetMode(Mode.LIVE, seen, SOMEBODY));
    for (Pair pair : List.copyOf(world.scenery().pairs())) {
      Pair stored = world.store().tables().pair(pair.id());
      if (stored.status() == PairStatus.PAUSED) {
        change(stored.withStatus(PairStatus.APPROVED));
      }
    }
  }

  private void ask(OperatorRequest request) {
    world.trace().note(world.time().instant(), "asked", request);
    world.desk().hear(new EngineEvent.OperatorAsked(request, reply -> heard(request, reply)));
  }

  private void heard(OperatorRequest request, OperatorReply reply) {
    if (request instanceof OperatorRequest.Resume && reply instanceof OperatorReply.Done) {
      world.sometimes().saw(Sometimes.Event.RESUMED);
    }
    boolean refused =
        reply instanceof OperatorReply.Refused && request instanceof OperatorRequest.SetMode;
    if (refused && world.isHostile()) {
      world.time().after(AGAIN, "asked again", this::allowAll);
    }
  }
}
