package pairdesk.engine.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.Execution;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.Stand;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorReply.Done;
import pairdesk.engine.operator.OperatorReply.Refused;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.Breakers;
import pairdesk.engine.risk.Consequence;
import pairdesk.engine.risk.Dial;

/** Does what people ask, or says what stands against it. */
final class Operators {
  private final Accounts accounts;
  private final Parts parts;
  private final Reconciler reconciler;
  private final LimitsInForce limits;
  private final Cancellations cancellations;

  Operators(Accounts accounts, Reconciler reconciler, LimitsInForce limits) {
    this.accounts = accounts;
    this.parts = accounts.real().parts();
    this.reconciler = reconciler;
    this.limits = limits;
    this.cancellations = new Cancellations(accounts);
  }

  OperatorReply answer(OperatorRequest request, Turn turn) {
    String by = request.by().id();
    return switch (request) {
      case OperatorRequest.SetMode ask -> mode(ask, turn);
      case OperatorRequest.Halt ask -> {
        parts.desk().halt(ask.reason(), by, turn);
        yield new Done("Halted. Everything that rests is being cancelled; hedges go on.");
      }
      case OperatorRequest.Resume ask -> resume(ask, turn);
      case OperatorRequest.ChangePair ask -> pair(ask.pair());
      case OperatorRequest.ChooseTactic ask -> tactic(ask);
      case OperatorRequest.SetLimit ask -> limit(ask, turn);
      case OperatorRequest.CancelAll ask -> cancellations.all(ask.by(), turn);
      case OperatorRequest.CancelOrder ask -> cancellations.one(ask.order(), ask.by(), turn);
      case OperatorRequest.ResetBreaker ask -> reset(ask.name(), turn);
      case OperatorRequest.UnwindExecution ask -> {
        ExecutionBook book = accounts.owning(ask.execution()).parts().executions();
        yield book.find(ask.execution())
            .<OperatorReply>map(execution -> unwind(book, execution, by, turn))
            .orElseGet(() -> new Refused("No execution " + ask.execution() + " is known."));
      }
    };
  }

  private OperatorReply mode(OperatorRequest.SetMode ask, Turn turn) {
    if (ask.mode() == Mode.LIVE) {
      List<String> against = new ArrayList<>(openPoints(turn.now()));
      if (parts.desk().controls().halted()) {
        against.add("trading is halted: " + parts.desk().controls().haltReason());
      }
      parts.stops().breakers().tripped().stream()
          .filter(state -> Breakers.consequence(state) == Consequence.MONITOR)
          .forEach(state -> against.add("breaker " + state.name() + ": " + state.cause()));
      if (!against.isEmpty()) {
        return new Refused("Not LIVE yet: " + String.join("; ", against) + ".");
      }
    }
    parts.desk().mode(ask, turn);
    return switch (ask.mode()) {
      case MONITOR -> new Done("MONITOR: opportunities are recorded and announced.");
      case PAPER -> new Done(paper(turn));
      case LIVE -> new Done("LIVE: orders go to the venues.");
    };
  }

  private String paper(Turn turn) {
    EngineView.Kpis so = accounts.paper().kpis().view(turn.now());
    return "PAPER: orders go to the paper exchange, which fills them only on what the live books"
        + " display; nothing new is sent to the venues. What LIVE had begun is finished there."
        + " On paper since start: %d executions, %d of them complete."
            .formatted(so.executions(), so.completed());
  }

  private OperatorReply resume(OperatorRequest.Resume ask, Turn turn) {
    if (!parts.desk().controls().halted()) {
      return new Refused("Nothing is halted.");
    }
    List<String> against = openPoints(turn.now());
    if (!against.isEmpty()) {
      return new Refused("Not resumed: " + String.join("; ", against) + ".");
    }
    parts.desk().resume(ask, turn);
    return new Done("Resumed.");
  }

  private OperatorReply pair(Pair pair) {
    parts.markets().pairChanged(pair);
    return new Done("Pair " + pair.id() + " is " + pair.status() + ".");
  }

  /** The row is the console's to write. */
  private OperatorReply tactic(OperatorRequest.ChooseTactic ask) {
    Tactic tactic = ask.tactic();
    String how = tactic == null ? "as the desk's setting says" : "by " + tactic;
    return parts
        .markets()
        .pair(ask.pair())
        .<OperatorReply>map(pair -> {
          parts.markets().pairChanged(pair.withTactic(tactic));
          return new Done("Pair " + pair.id() + " is bought " + how + " from now on.");
        })
        .orElseGet(() -> new Refused("No pair " + ask.pair() + " is known."));
  }

  /** The row is the console's to write; what is in force already is done. */
  private OperatorReply limit(OperatorRequest.SetLimit ask, Turn turn) {
    Dial dial = ask.dial();
    long before = dial.read(limits.limits());
    if (before == ask.value()) {
      return new Done("Limit " + dial.title() + " is " + dial.text(before) + ".");
    }
    try {
      limits.turn(dial, ask.value());
    } catch (IllegalArgumentException e) {
      return new Refused(e.getMessage() + ".");
    }
    accounts.real().parts().stops().limited(limits.limits());
    accounts.paper().parts().stops().limited(limits.limits());
    String what =
        "limit %s from %s to %s".formatted(dial.title(), dial.text(before), dial.text(ask.value()));
    turn.tell(new Notice.ControlChanged(what, ask.by().id(), turn.now()));
    return new Done("Changed " + what + ".");
  }

  private OperatorReply reset(String name, Turn turn) {
    return PaperStops.bare(name)
        .map(bare -> reset(accounts.paper().parts().stops(), bare, name, turn))
        .orElseGet(() -> reset(parts.stops(), name, name, turn));
  }

  private static OperatorReply reset(Stops stops, String bare, String name, Turn turn) {
    boolean tripped = stops.breakers().tripped().stream().anyMatch(b -> b.name().equals(bare));
    if (!tripped) {
      return new Refused("Breaker " + name + " is not tripped.");
    }
    if (!Breakers.isResettable(bare)) {
      return new Refused("Breaker " + name + " lets go by itself when its cause is over.");
    }
    stops.on(new BreakerFact.PersonReset(bare), turn);
    return new Done("Breaker " + name + " is reset.");
  }

  private static OperatorReply unwind(
      ExecutionBook book, Execution execution, String by, Turn turn) {
    Stand stand = book.stand(execution);
    if (execution.isClosed() || stand.residual().isZero()) {
      return new Refused("Execution " + execution.id() + " has nothing without a counterpart.");
    }
    book.put(
        execution.to(
            ExecutionState.PANIC, stand.surplus(), "unwound on demand of " + by, turn.now()));
    return new Done(
        "Evening out %s within the panic rungs: sold or completed, whichever loses less."
            .formatted(stand.naked()));
  }

  /** What must be settled before anything new may begin. */
  private List<String> openPoints(Instant now) {
    var points = new ArrayList<String>();
    int unknown = parts.resolver().unknown().size();
    if (unknown > 0) {
      points.add(unknown + " orders of unknown outcome");
    }
    for (Execution execution : parts.executions().openAnd(Set.of())) {
      if (!parts.executions().stand(execution).residual().isZero()) {
        points.add("execution " + execution.id() + " is unhedged");
      }
    }
    Set<VenueId> clean = reconciler.clean(limits.oldestReport(now));
    for (VenueId venue : parts.venues().ids()) {
      if (!clean.contains(venue)) {
        points.add(venue.label() + " is not reconciled");
      }
    }
    return points;
  }
}
