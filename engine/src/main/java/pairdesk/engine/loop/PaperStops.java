package pairdesk.engine.loop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.risk.BreakerFact;
import pairdesk.engine.risk.BreakerKind;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Breakers;
import pairdesk.engine.risk.Limits;

/**
 * The paper account's own breakers. They stop new paper trades and nothing else: a paper loss says
 * nothing against real trading. What is wrong with the machine itself, and so trips the real desk's
 * breakers, stops paper too. They begin anew with each start: nothing of them is stored.
 */
final class PaperStops implements Stops {
  private static final String PREFIX = "paper-";

  private final Desk desk;
  private final Set<String> broken = new TreeSet<>();
  private Breakers own;

  PaperStops(Desk desk, Limits limits) {
    this.desk = desk;
    this.own = Breakers.initial(limits);
  }

  /** The name by which people know a paper breaker. */
  static Optional<String> bare(String name) {
    return name.startsWith(PREFIX)
        ? Optional.of(name.substring(PREFIX.length()))
        : Optional.empty();
  }

  @Override
  public Breakers breakers() {
    return own.with(desk.breakers().tripped().stream().filter(PaperStops::isOfTheMachine).toList());
  }

  @Override
  public List<BreakerState> tripped() {
    return own.tripped().stream().map(PaperStops::named).toList();
  }

  @Override
  public void limited(Limits limits) {
    own = own.under(limits);
  }

  @Override
  public void on(BreakerFact fact, Turn turn) {
    Breakers.Step step = own.on(fact, turn.now());
    own = step.next();
    String by = fact instanceof BreakerFact.PersonReset ? "operator" : "engine";
    step.reset().forEach(name -> turn.tell(new Notice.BreakerReset(PREFIX + name, by, turn.now())));
    step.tripped().forEach(state -> turn.tell(new Notice.BreakerTripped(named(state), turn.now())));
  }

  @Override
  public void invariantBroken(String what, Turn turn) {
    if (broken.add(what)) {
      turn.alarm(
          "paper-invariant",
          "On paper: "
              + what
              + ". Paper trading stops until an admin has found the cause; real trading goes on.");
      on(new BreakerFact.IdentityBroken(what), turn);
    }
  }

  /** Nobody else keeps the paper account: there is nothing to read. */
  @Override
  public void doubtful(VenueId venue) {}

  @Override
  public void look(Turn turn) {
    if (own.isAtRest()) {
      return;
    }
    on(new BreakerFact.Tick(), turn);
    own.nextDue().filter(due -> due.isAfter(turn.now())).ifPresent(turn::lookAgain);
  }

  private static BreakerState named(BreakerState state) {
    return new BreakerState(PREFIX + state.name(), state.cause(), state.since(), state.until());
  }

  private static boolean isOfTheMachine(BreakerState state) {
    return BreakerKind.parse(state.name())
        .map(kind ->
            switch (kind) {
              case LATENCY, FEED, CLOCK, JOURNAL, COMMIT, ROW_REFUSED, STALL -> true;
              case FAILED_EXECUTIONS, DAY_LOSS, DRAWDOWN, UNKNOWN_ORDERS, ORDER_RATE, IDENTITY ->
                  false;
            })
        .orElse(true);
  }
}
