package pairdesk.engine.execution;

import static pairdesk.engine.execution.ExecutionState.HOLDING;
import static pairdesk.engine.execution.ExecutionState.PANIC;
import static pairdesk.engine.execution.ExecutionState.PATCHING;
import static pairdesk.engine.execution.ExecutionState.STUCK;
import static pairdesk.engine.execution.ExecutionState.UNWINDING;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.execution.ExecutionSettings.Patience;
import pairdesk.engine.execution.PartialFillPolicy.Advice;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;

/** The calm stages that even out the legs: patching, holding, unwinding. */
final class Repairs {
  private static final String SELLING = "selling what has no counterpart";
  private static final String SETTLING = "shares are sold when they have settled";
  private static final String COMPLETING = "completing loses less than selling";

  private final ExecutionSettings settings;
  private final Remedies remedies;
  private final Panic panic;

  Repairs(ExecutionSettings settings, Remedies remedies) {
    this.settings = settings;
    this.remedies = remedies;
    this.panic = new Panic(settings, remedies);
  }

  Step next(Execution execution, Stand stand, Scene scene) {
    Instant exposed = execution.times().exposed();
    if (exposed == null || execution.state() == PANIC || execution.state() == STUCK) {
      return act(execution, stand, scene);
    }
    Patience patience = settings.patience();
    if (scene.isDue(exposed, patience.exposed())) {
      return panic.next(
          execution.to(
              PANIC, execution.stage().surplus(), "too much is unhedged for too long", scene.now()),
          stand,
          scene);
    }
    return act(execution, stand, scene).orAt(exposed.plus(patience.exposed()));
  }

  private Step act(Execution execution, Stand stand, Scene scene) {
    return switch (execution.state()) {
      case PATCHING -> patching(execution, stand, scene);
      case HOLDING -> holding(execution, stand, scene);
      case UNWINDING -> unwinding(execution, stand, scene);
      case PANIC, STUCK -> panic.next(execution, stand, scene);
      case PLANNED,
          WORKING,
          UNEVEN,
          COMPLETE,
          REFUSED,
          STALE,
          NOTHING_FILLED,
          UNWOUND,
          PANIC_CLOSED ->
          judged(execution, stand, scene);
    };
  }

  private Step judged(Execution execution, Stand stand, Scene scene) {
    return switch (settings.policy().judge(stand.held())) {
      case PATCH ->
          patching(to(execution, PATCHING, "buying the missing part", scene), stand, scene);
      case HOLD ->
          holding(to(execution, HOLDING, "waiting for the planned price", scene), stand, scene);
      case UNWIND -> unwind(execution, stand, scene, SELLING);
    };
  }

  /** Buys the missing part within the cap, while that beats selling the surplus. */
  private Step patching(Execution execution, Stand stand, Scene scene) {
    ExecutionSettings.Retries retries = settings.retries();
    Instant deadline = execution.stage().since().plus(retries.patchTime());
    if (execution.stage().tries().count() >= retries.patches() || !scene.now().isBefore(deadline)) {
      return unwind(execution, stand, scene, "patching did not finish");
    }
    Remedies.Limits limits = patchLimits(stand, scene);
    Optional<Remedy> patch = remedies.complete(stand, scene, limits);
    if (patch.isEmpty()) {
      boolean hopeless =
          remedies.cannotComplete(stand, scene, limits) || showsAllMissing(stand, scene);
      return hopeless
          ? unwind(execution, stand, scene, "the missing part costs too much or cannot be bought")
          : Step.until(execution, deadline);
    }
    Optional<Remedy> sale = unwindRemedy(stand, scene);
    if (sale.isPresent() && sale.get().isBetterThan(patch.get())) {
      return unwind(execution, stand, scene, "selling is cheaper than completing");
    }
    return attempts(stand, scene)
        .attempt(execution, patch.get(), "buying the missing part")
        .orAt(deadline);
  }

  /** Waits for the planned price, no longer and no larger than may be held. */
  private Step holding(Execution execution, Stand stand, Scene scene) {
    Instant end = execution.stage().since().plus(settings.patience().hold());
    boolean tooMuch = stand.exposed().isGreaterThan(scene.bounds().unhedgedLimit());
    boolean refused =
        stand.lagging().stream().anyMatch(leg -> remedies.isPaused(stand, scene, leg, Side.BUY));
    boolean tooLittle = remedies.shortLegs(stand, scene).isEmpty();
    if (tooMuch || tooLittle || refused || scene.bounds().hurry() || !scene.now().isBefore(end)) {
      return unwind(execution, stand, scene, "may not be held any longer");
    }
    if (settings.policy().judge(stand.held()) == Advice.PATCH) {
      return judged(execution, stand, scene);
    }
    return remedies
        .complete(stand, scene, leg -> Optional.of(stand.legs().get(leg).plan().worst()))
        .filter(Remedy::whole)
        .map(patch ->
            attempts(stand, scene)
                .attempt(execution, patch, "buying at the planned price")
                .orAt(end))
        .orElseGet(() -> Step.until(execution, end));
  }

  private Step unwind(Execution execution, Stand stand, Scene scene, String note) {
    return unwinding(to(execution, UNWINDING, note, scene), stand, scene);
  }

  /** Sells the surplus within the stated loss, or completes within the cap: what loses less. */
  private Step unwinding(Execution execution, Stand stand, Scene scene) {
    Optional<Remedy> sale = unwindRemedy(stand, scene);
    Optional<Remedy> patch =
        remedies
            .complete(stand, scene, patchLimits(stand, scene))
            .filter(_ -> sale.isEmpty() || remedies.areBelievable(stand, scene));
    Instant since = execution.stage().since();
    Instant patient = since.plus(settings.patience().alarm());
    boolean mayWait = !scene.bounds().hurry() && scene.now().isBefore(patient);
    if (sale.isEmpty() && mayWait && isWorthWaiting(stand, scene, patch)) {
      return waiting(execution, stand, scene).orAt(patient);
    }
    Instant end = sellable(since, stand).plus(settings.patience().unwind());
    if (!scene.now().isBefore(end)) {
      return panic.next(
          to(execution, PANIC, "not sold within the limit in time", scene), stand, scene);
    }
    return Stream.concat(sale.stream(), patch.stream())
        .reduce((sold, bought) -> bought.isBetterThan(sold) ? bought : sold)
        .map(r -> attempts(stand, scene).attempt(execution, r, note(execution, r)).orAt(end))
        .orElseGet(() -> Step.until(execution, end));
  }

  /** A sale keeps what led to it. */
  private static String note(Execution execution, Remedy remedy) {
    if (remedy.isCompletion()) {
      return COMPLETING;
    }
    String before = execution.stage().note();
    return before.equals(COMPLETING) || before.equals(SETTLING) ? SELLING : before;
  }

  /** The shares cannot be sold before they have settled, and will then bring more. */
  private boolean isWorthWaiting(Stand stand, Scene scene, Optional<Remedy> patch) {
    Optional<Remedy> sale =
        remedies.sellOnceSettled(stand, scene, Purpose.UNWIND, unwindLimits(stand, scene));
    return sale.isPresent() && (patch.isEmpty() || sale.get().isBetterThan(patch.get()));
  }

  private Step waiting(Execution execution, Stand stand, Scene scene) {
    Execution noted =
        execution.stage().note().equals(SETTLING)
            ? execution
            : execution.noted(SETTLING, scene.now());
    return Step.until(noted, remedies.salesReopen(stand, scene));
  }

  /** Since when the surplus might have been sold: shares that settle later count from then. */
  private static Instant sellable(Instant since, Stand stand) {
    return stand.leading().stream()
        .map(leg -> stand.legs().get(leg).settled())
        .filter(since::isBefore)
        .max(Instant::compareTo)
        .orElse(since);
  }

  private Optional<Remedy> unwindRemedy(Stand stand, Scene scene) {
    return remedies.sell(stand, scene, Purpose.UNWIND, unwindLimits(stand, scene));
  }

  private Remedies.Limits unwindLimits(Stand stand, Scene scene) {
    return leg -> Optional.of(unwindLimit(stand.legs().get(leg), scene));
  }

  private Price unwindLimit(LegStand leg, Scene scene) {
    return settings
        .prices()
        .unwindLimit(remedies.grid(leg, scene), leg.bought().value(), leg.bought().quantity());
  }

  private Remedies.Limits patchLimits(Stand stand, Scene scene) {
    return leg -> {
      LegStand lagging = stand.legs().get(leg);
      return Optional.of(
          settings.prices().patchLimit(remedies.grid(lagging, scene), lagging.plan().worst()));
    };
  }

  /** The books of all that is missing may be traded on: what they do not show is not there. */
  private boolean showsAllMissing(Stand stand, Scene scene) {
    return remedies.shortLegs(stand, scene).stream()
        .map(leg -> stand.legs().get(leg).plan().instrument())
        .allMatch(instrument -> scene.book(instrument).isPresent());
  }

  private Attempts attempts(Stand stand, Scene scene) {
    return new Attempts(settings.retries(), stand, scene);
  }

  private static Execution to(Execution execution, ExecutionState next, String note, Scene scene) {
    return execution.to(next, execution.stage().surplus(), note, scene.now());
  }
}
