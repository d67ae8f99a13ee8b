package pairdesk.engine.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pairdesk.engine.execution.Execution.Surplus;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/**
 * Decides what an execution does next: a pure function of how its legs stand, the books and the
 * time. Asked after every batch, it gives the same answer to the same state, so a fact that is
 * reported twice is answered once.
 *
 * <p>Nothing is decided while an order may still report. A closed execution is opened again when a
 * late or voided fill leaves its legs unequal.
 */
public final class ExecutionMachine {
  private final ExecutionSettings settings;
  private final Remedies remedies;
  private final Repairs repairs;
  private final Making making;

  public ExecutionMachine(ExecutionSettings settings, Fees fees) {
    this.settings = settings;
    this.remedies = new Remedies(fees, settings.retries().pauses());
    this.repairs = new Repairs(settings, remedies);
    this.making = new Making(settings, remedies, fees);
  }

  /** The entry orders of a plan: every leg, or the first one. */
  public List<OrderWish> entries(Plan plan, Instant now) {
    return switch (plan) {
      case Plan.Sweep sweep -> entries(sweep);
      case Plan.MakerTaker resting -> List.of(making.bid(resting, now));
    };
  }

  private static List<OrderWish> entries(Plan.Sweep sweep) {
    return switch (sweep.sending()) {
      case AT_ONCE ->
          IntStream.range(0, sweep.legs().size())
              .mapToObj(leg -> buy(sweep, leg, Purpose.ENTRY, sweep.shares(), TimeInForce.IOC))
              .toList();
      case IN_TURN -> List.of(buy(sweep, 0, Purpose.ENTRY, sweep.shares(), TimeInForce.FOK));
    };
  }

  /** What to do next; nothing while one of its markets is not known yet, after a restart. */
  public Step next(Execution execution, Stand stand, Scene scene) {
    boolean known =
        execution.plan().legs().stream()
            .allMatch(leg -> scene.market(leg.instrument().market()).isPresent());
    if (!known) {
      return Step.stay(execution);
    }
    Execution watched = watched(execution, stand, scene);
    Step step = decided(watched, stand, scene);
    return exposure(step, stand, scene);
  }

  private Step decided(Execution execution, Stand stand, Scene scene) {
    Optional<Step> resting = making.next(execution, stand, scene);
    if (resting.isPresent()) {
      return resting.get();
    }
    if (stand.isWaiting()) {
      return waiting(execution, stand, scene);
    }
    Optional<OrderWish> another = nextLeg(execution, stand, scene);
    if (another.isPresent()) {
      String note = isPair(stand) ? "the second leg is sent" : "the next leg is sent";
      return Step.wish(execution.tried(note, scene.now()), another.get());
    }
    if (isPaidOut(stand, scene) && !stand.isUnresolved()) {
      return paidOut(execution, stand, scene);
    }
    if (remedies.isDust(stand, scene)) {
      return stand.isUnresolved() ? unresolved(execution, scene) : closed(execution, stand, scene);
    }
    return repairs.next(staged(execution, stand, scene), stand, scene);
  }

  /** The legs are even as far as we know, but a lost order may still turn up. */
  private static Step unresolved(Execution execution, Scene scene) {
    String note = "even, but an order of unknown outcome may still fill";
    return Step.stay(
        execution.stage().note().equals(note) ? execution : execution.noted(note, scene.now()));
  }

  /** Answers are missing: once the legs differ without news, whatever rests is cancelled. */
  private Step waiting(Execution execution, Stand stand, Scene scene) {
    boolean uneven = !remedies.isDust(stand, scene);
    Instant patient =
        stand.news().plus(uneven ? settings.patience().progress() : settings.patience().order());
    if (scene.now().isBefore(patient)) {
      return Step.until(execution, patient);
    }
    boolean fresh = uneven && execution.state() == ExecutionState.WORKING;
    Execution next =
        fresh
            ? execution.to(
                ExecutionState.UNEVEN, null, "one leg filled, answers are awaited", scene.now())
            : execution;
    Instant again = scene.now().plus(settings.patience().cancel());
    return new Step(next, List.of(), true, again, List.of());
  }

  /**
   * The next of the legs that go in turn, once those before it are settled with something filled.
   */
  private Optional<OrderWish> nextLeg(Execution execution, Stand stand, Scene scene) {
    if (!(execution.plan() instanceof Plan.Sweep plan)
        || plan.sending() != Plan.Sending.IN_TURN
        || execution.state() != ExecutionState.WORKING) {
      return Optional.empty();
    }
    return IntStream.range(1, plan.legs().size())
        .boxed()
        .filter(leg -> stand.legs().get(leg).open().orders() == 0)
        .findFirst()
        .filter(leg -> !remedies.isPaused(stand, scene, leg, Side.BUY))
        .flatMap(leg -> nextLeg(plan, leg, stand, scene));
  }

  private static Optional<OrderWish> nextLeg(Plan.Sweep plan, int leg, Stand stand, Scene scene) {
    Quantity got = stand.held().subList(0, leg).stream().reduce(Quantity::min).orElseThrow();
    Optional<Market> market =
        scene
            .market(plan.legs().get(leg).instrument().market())
            .filter(m -> scene.takes(m.id().venue()));
    return market
        .map(m -> got.floorTo(m.terms().lot()))
        .filter(shares ->
            !shares.isZero() && !shares.isLessThan(market.orElseThrow().terms().minimumSize()))
        .map(shares -> buy(plan, leg, Purpose.HEDGE, shares, TimeInForce.IOC));
  }

  private static OrderWish buy(
      Plan plan, int leg, Purpose purpose, Quantity shares, TimeInForce timeInForce) {
    var terms =
        new OrderIntent.Terms(
            Side.BUY, shares, plan.legs().get(leg).worst(), timeInForce, false, null);
    return new OrderWish(leg, purpose, terms);
  }

  private static boolean isPaidOut(Stand stand, Scene scene) {
    return !stand.residual().isZero()
        && stand.leading().stream()
            .map(leg -> stand.legs().get(leg).plan().instrument().market())
            .allMatch(id -> isSettled(id, scene));
  }

  private static boolean isSettled(MarketId id, Scene scene) {
    return scene
        .market(id)
        .filter(market -> market.life().status() == MarketStatus.SETTLED)
        .isPresent();
  }

  /** Nothing can be traded any more: what had no counterpart was paid by itself. */
  private static Step paidOut(Execution execution, Stand stand, Scene scene) {
    String note = "the market settled with " + stand.naked() + " without a counterpart";
    return execution.isClosed()
        ? Step.stay(execution)
        : Step.stay(execution.to(ExecutionState.PANIC_CLOSED, null, note, scene.now()))
            .withAlarm(
                new Step.Alarm(
                    "settled-unhedged",
                    "Execution " + execution.id() + ": " + note + ". The payout is booked alone."));
  }

  private static Step closed(Execution execution, Stand stand, Scene scene) {
    boolean panicked =
        execution.state() == ExecutionState.PANIC
            || execution.state() == ExecutionState.STUCK
            || execution.state() == ExecutionState.PANIC_CLOSED;
    ExecutionState end;
    String note;
    if (!stand.hasBought() && execution.isClosed()) {
      return Step.stay(execution);
    } else if (!stand.hasBought()) {
      end = ExecutionState.NOTHING_FILLED;
      note = isPair(stand) ? "neither leg filled" : "no leg filled";
    } else if (!stand.hasSold()) {
      end = ExecutionState.COMPLETE;
      note = everyLeg(stand) + " hold " + stand.matched() + " shares";
    } else {
      end = panicked ? ExecutionState.PANIC_CLOSED : ExecutionState.UNWOUND;
      note =
          "sold what had no counterpart; %s shares are held on %s"
              .formatted(stand.matched(), everyLeg(stand));
    }
    return Step.stay(
        execution.state() == end ? execution : execution.to(end, null, note, scene.now()));
  }

  private static boolean isPair(Stand stand) {
    return stand.legs().size() == 2;
  }

  private static String everyLeg(Stand stand) {
    return isPair(stand) ? "both legs" : "all " + stand.legs().size() + " legs";
  }

  /** A surplus that is new, larger or on another leg is judged anew. */
  private static Execution staged(Execution execution, Stand stand, Scene scene) {
    Surplus surplus = stand.surplus();
    Surplus before = execution.stage().surplus();
    boolean repairing =
        switch (execution.state()) {
          case PATCHING, HOLDING, UNWINDING, PANIC, STUCK -> true;
          case PLANNED,
              WORKING,
              UNEVEN,
              COMPLETE,
              REFUSED,
              STALE,
              NOTHING_FILLED,
              UNWOUND,
              PANIC_CLOSED ->
              false;
        };
    if (repairing && before == null) {
      return execution.watching(surplus);
    }
    boolean fresh = !repairing || before == null || !surplus.isWithin(before);
    return fresh
        ? execution.to(ExecutionState.UNEVEN, surplus, "the legs differ", scene.now())
        : execution.watching(surplus);
  }

  /** Remembers since when the legs are equal, and since when more than the limit is not. */
  private Execution watched(Execution execution, Stand stand, Scene scene) {
    Execution next = execution;
    boolean even = stand.hasBought() && remedies.isDust(stand, scene);
    if (even != (execution.times().hedged() != null)) {
      next = next.hedged(even ? scene.now() : null);
    }
    boolean over = stand.exposed().isGreaterThan(scene.bounds().unhedgedLimit());
    if (over != (execution.times().exposed() != null)) {
      next = next.exposedSince(over ? scene.now() : null);
    }
    return next;
  }

  /** Tells people, once, when the limit is exceeded for too long. */
  private Step exposure(Step step, Stand stand, Scene scene) {
    Instant since = step.next().times().exposed();
    if (since == null || step.next().times().alarmed() != null) {
      return step;
    }
    Instant due = since.plus(settings.patience().alarm());
    if (scene.now().isBefore(due)) {
      return step.orAt(due);
    }
    return step.withNext(step.next().alarmed(scene.now()))
        .withAlarm(new Step.Alarm("unhedged", unhedged(step.next(), stand, scene)));
  }

  private static String unhedged(Execution execution, Stand stand, Scene scene) {
    Usd limit = scene.bounds().unhedgedLimit();
    return "Execution %s has %s without a counterpart, %s of cost against a limit of %s."
            .formatted(execution.id(), stand.naked(), stand.exposed(), limit)
        + " It is being evened out ("
        + execution.stage().note()
        + "); entries on its pair wait.";
  }
}
