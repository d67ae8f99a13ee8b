package pairdesk.engine.execution;

import static pairdesk.engine.execution.ExecutionState.HOLDING;
import static pairdesk.engine.execution.ExecutionState.PANIC;
import static pairdesk.engine.execution.ExecutionState.PATCHING;
import static pairdesk.engine.execution.ExecutionState.STUCK;
import static pairdesk.engine.execution.ExecutionState.UNWINDING;

import java.time.Instant;
import java.util.Optional;
import pairdesk.engine.execution.ExecutionSettings.Patience;
import pairdesk.engine.execution.PartialFillPolicy.Advice;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;

/** The calm stages that even out two legs: patching, holding, unwinding. */
final class Repairs {
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
    return switch (settings.policy().judge(stand.matched(), stand.lead().held())) {
      case PATCH ->
          patching(to(execution, PATCHING, "buying the missing part", scene), stand, scene);
      case HOLD ->
          holding(to(execution, HOLDING, "waiting for the planned price", scene), stand, scene);
      case UNWIND -> unwind(execution, stand, scene, "selling what has no counterpart");
    };
  }

  /** Buys the missing part within the cap, while that beats selling the surplus. */
  private Step patching(Execution execution, Stand stand, Scene scene) {
    ExecutionSettings.Retries retries = settings.retries();
    Instant deadline = execution.stage().since().plus(retries.patchTime());
    if (execution.stage().tries().count() >= retries.patches() || !scene.now().isBefore(deadline)) {
      return unwind(execution, stand, scene, "patching did not finish");
    }
    Price limit = patchLimit(stand, scene);
    Optional<Remedy> patch = remedies.patch(stand, scene, limit);
    if (patch.isEmpty()) {
      boolean hopeless =
          remedies.cannotPatch(stand, scene, limit)
              || scene.book(stand.lag().plan().instrument()).isPresent();
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
    boolean refused = remedies.isPaused(stand, scene, stand.lagging(), Side.BUY);
    boolean tooLittle = remedies.isTooLittle(stand.lag(), stand, scene);
    if (tooMuch || tooLittle || refused || scene.bounds().hurry() || !scene.now().isBefore(end)) {
      return unwind(execution, stand, scene, "may not be held any longer");
    }
    if (settings.policy().judge(stand.matched(), stand.lead().held()) == Advice.PATCH) {
      return judged(execution, stand, scene);
    }
    Price planned = stand.lag().plan().worst();
    return remedies
        .patch(stand, scene, planned)
        .filter(Remedy::isWhole)
        .map(patch ->
            attempts(stand, scene)
                .attempt(execution, patch, "buying at the planned price")
                .orAt(end))
        .orElseGet(() -> Step.until(execution, end));
  }

  private Step unwind(Execution execution, Stand stand, Scene scene, String note) {
    return unwinding(to(execution, UNWINDING, note, scene), stand, scene);
  }

  /**
   * Sells the surplus within the stated loss; where it cannot be sold, completes within the cap.
   */
  private Step unwinding(Execution execution, Stand stand, Scene scene) {
    Instant end = execution.stage().since().plus(settings.patience().unwind());
    if (!scene.now().isBefore(end)) {
      return panic.next(
          to(execution, PANIC, "not sold within the limit in time", scene), stand, scene);
    }
    return unwindRemedy(stand, scene)
        .or(() -> remedies.patch(stand, scene, patchLimit(stand, scene)))
        .map(r -> attempts(stand, scene).attempt(execution, r, execution.stage().note()).orAt(end))
        .orElseGet(() -> Step.until(execution, end));
  }

  private Optional<Remedy> unwindRemedy(Stand stand, Scene scene) {
    LegStand lead = stand.lead();
    Price limit =
        settings
            .prices()
            .unwindLimit(
                remedies.grid(lead, scene), lead.bought().value(), lead.bought().quantity());
    return remedies.unwind(stand, scene, Purpose.UNWIND, limit);
  }

  private Price patchLimit(Stand stand, Scene scene) {
    return settings
        .prices()
        .patchLimit(remedies.grid(stand.lag(), scene), stand.lag().plan().worst());
  }

  private Attempts attempts(Stand stand, Scene scene) {
    return new Attempts(settings.retries(), stand, scene);
  }

  private static Execution to(Execution execution, ExecutionState next, String note, Scene scene) {
    return execution.to(next, execution.stage().surplus(), note, scene.now());
  }
}
