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
import pairdesk.engine.order.Side;

/** The calm stages that even out the legs: patching, holding, unwinding. */
final class Repairs {
  private final ExecutionSettings settings;
  private final Remedies remedies;
  private final RepairPrices prices;
  private final Panic panic;
  private final Unwinding unwinding;

  Repairs(ExecutionSettings settings, Remedies remedies) {
    this.settings = settings;
    this.remedies = remedies;
    this.prices = new RepairPrices(settings.prices(), remedies);
    this.panic = new Panic(settings, remedies);
    this.unwinding = new Unwinding(settings, remedies, panic);
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
      case UNWINDING -> unwinding.next(execution, stand, scene);
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
      case UNWIND -> unwind(execution, stand, scene, Unwinding.SELLING);
    };
  }

  /** Buys the missing part within the cap, while that beats selling the surplus. */
  private Step patching(Execution execution, Stand stand, Scene scene) {
    ExecutionSettings.Retries retries = settings.retries();
    Instant deadline = execution.stage().since().plus(retries.patchTime());
    if (execution.stage().tries().count() >= retries.patches() || !scene.now().isBefore(deadline)) {
      return unwind(execution, stand, scene, "patching did not finish");
    }
    Remedies.Limits limits = prices.patches(stand, scene);
    Optional<Remedy> patch = remedies.complete(stand, scene, limits);
    if (patch.isEmpty()) {
      boolean hopeless =
          remedies.cannotComplete(stand, scene, limits) || showsAllMissing(stand, scene);
      return hopeless
          ? unwind(execution, stand, scene, "the missing part costs too much or cannot be bought")
          : Step.until(execution, deadline);
    }
    Optional<Remedy> sale = unwinding.sale(stand, scene);
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
    return unwinding.next(to(execution, UNWINDING, note, scene), stand, scene);
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
