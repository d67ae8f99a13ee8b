package pairdesk.engine.execution;

import static pairdesk.engine.execution.ExecutionState.PANIC;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.order.Purpose;

/**
 * Sells the surplus within the stated loss, or completes within the cap: what loses less on the
 * books of now. Shares that their venue does not let us sell yet are waited for while their book
 * shows that selling them will lose less.
 */
final class Unwinding {
  static final String SELLING = "selling what has no counterpart";

  private static final String SETTLING = "shares are sold when they have settled";
  private static final String COMPLETING = "completing loses less than selling";

  private final ExecutionSettings settings;
  private final Remedies remedies;
  private final RepairPrices prices;
  private final Panic panic;

  Unwinding(ExecutionSettings settings, Remedies remedies, Panic panic) {
    this.settings = settings;
    this.remedies = remedies;
    this.prices = new RepairPrices(settings.prices(), remedies);
    this.panic = panic;
  }

  /** The sale that may be made now. */
  Optional<Remedy> sale(Stand stand, Scene scene) {
    return remedies.sell(stand, scene, Purpose.UNWIND, prices.sales(stand, scene));
  }

  Step next(Execution execution, Stand stand, Scene scene) {
    Optional<Remedy> sale = sale(stand, scene);
    Optional<Remedy> patch =
        remedies
            .complete(stand, scene, prices.patches(stand, scene))
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
          execution.to(
              PANIC, execution.stage().surplus(), "not sold within the limit in time", scene.now()),
          stand,
          scene);
    }
    return Stream.concat(sale.stream(), patch.stream())
        .reduce((sold, bought) -> bought.isBetterThan(sold) ? bought : sold)
        .map(r ->
            new Attempts(settings.retries(), stand, scene)
                .attempt(execution, r, note(execution, r))
                .orAt(end))
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
        remedies.sellOnceSettled(stand, scene, Purpose.UNWIND, prices.sales(stand, scene));
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
}
