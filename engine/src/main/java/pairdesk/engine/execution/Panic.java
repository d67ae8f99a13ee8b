package pairdesk.engine.execution;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;

/**
 * Gets rid of a surplus by rungs of price, by selling it or by completing it, whichever loses less.
 * Below the last rung nothing is done: the execution is stuck and tries on with every new book.
 */
final class Panic {
  private final ExecutionSettings settings;
  private final Remedies remedies;

  Panic(ExecutionSettings settings, Remedies remedies) {
    this.settings = settings;
    this.remedies = remedies;
  }

  Step next(Execution execution, Stand stand, Scene scene) {
    Execution doubting = Ghosts.doubted(execution, stand, scene);
    Optional<Remedy> remedy = best(doubting, stand, scene);
    boolean lowest = settings.prices().isLowest(into(doubting, scene));
    boolean tired = doubting.stage().tries().count() >= settings.retries().beforePause() && lowest;
    boolean stuck = doubting.state() != ExecutionState.STUCK && lowest;
    boolean hopeless = remedy.isEmpty() && !awaitsSale(stand, scene);
    if (stuck && (hopeless || tired)) {
      return stuck(doubting, stand, scene);
    }
    Instant rung = doubting.stage().since().plus(settings.prices().nextRung(into(doubting, scene)));
    Step step =
        remedy
            .map(r -> new Attempts(settings.retries(), stand, scene).attempt(doubting, r, note(r)))
            .orElseGet(() -> paused(doubting, stand, scene));
    return doubting.state() == ExecutionState.STUCK
        ? reminded(step, stand, scene)
        : rung.isAfter(scene.now()) ? step.orAt(rung) : step;
  }

  private Optional<Remedy> best(Execution execution, Stand stand, Scene scene) {
    Optional<Remedy> sale =
        remedies.sell(
            stand,
            scene,
            Purpose.PANIC,
            leg ->
                Ghosts.show(execution, stand, scene, leg)
                    ? Optional.empty()
                    : Optional.of(floor(execution, stand, scene, leg)));
    Optional<Remedy> completion =
        remedies.complete(stand, scene, leg -> dearest(execution, stand, scene, leg));
    return Stream.concat(sale.stream(), completion.stream())
        .reduce((sold, bought) -> isPreferred(bought, sold, stand) ? bought : sold);
  }

  /**
   * Completing at this price loses what selling at the floors would: what is left of the payout is
   * shared out over the missing legs by their planned prices.
   */
  private Optional<Price> dearest(Execution execution, Stand stand, Scene scene, int leg) {
    BigInteger left = e6(stand.residual().e6()).multiply(e6(10_000L * stand.paying()));
    for (int over : stand.leading()) {
      Price floor = floor(execution, stand, scene, over);
      left = left.subtract(e6(stand.over(over).e6()).multiply(e6(floor.e4())));
    }
    BigInteger planned = BigInteger.ZERO;
    for (int missing : stand.lagging()) {
      planned = planned.add(e6(stand.missing(missing).e6()).multiply(worst(stand, missing)));
    }
    if (left.signum() <= 0) {
      return Optional.empty();
    }
    BigInteger e4 = left.multiply(worst(stand, leg)).divide(planned);
    Price dearest = new Price(e4.min(e6(Price.ONE.e4())).intValueExact());
    return Optional.of(remedies.grid(stand.legs().get(leg), scene).floor(dearest));
  }

  private static BigInteger worst(Stand stand, int leg) {
    return e6(Math.max(1, stand.legs().get(leg).plan().worst().e4()));
  }

  private static BigInteger e6(long number) {
    return BigInteger.valueOf(number);
  }

  /** The better one, unless it was tried in vain so much more often than the other. */
  private boolean isPreferred(Remedy one, Remedy other, Stand stand) {
    int ahead = vain(one, stand) - vain(other, stand);
    int most = settings.retries().vain();
    return one.isBetterThan(other) ? ahead < most : ahead <= -most;
  }

  private static int vain(Remedy remedy, Stand stand) {
    return remedy.wishes().stream()
        .mapToInt(wish -> stand.legs().get(wish.leg()).refusals(wish.terms().side()).vain())
        .max()
        .orElseThrow();
  }

  /** A venue refused a sale a moment ago: the shares may settle yet. */
  private boolean awaitsSale(Stand stand, Scene scene) {
    return stand.leading().stream()
        .anyMatch(leg -> remedies.isPaused(stand, scene, leg, Side.SELL));
  }

  /** Nothing can be done now: looks again when something that was refused may be asked for. */
  private Step paused(Execution execution, Stand stand, Scene scene) {
    return Stream.concat(
            stand.leading().stream().map(leg -> remedies.reopens(stand, scene, leg, Side.SELL)),
            stand.lagging().stream().map(leg -> remedies.reopens(stand, scene, leg, Side.BUY)))
        .filter(scene.now()::isBefore)
        .min(Instant::compareTo)
        .map(next -> Step.until(execution, next))
        .orElseGet(() -> Step.stay(execution));
  }

  private Price floor(Execution execution, Stand stand, Scene scene, int leg) {
    LegStand sold = stand.legs().get(leg);
    return settings
        .prices()
        .panicLimit(
            remedies.grid(sold, scene),
            sold.bought().value(),
            sold.bought().quantity(),
            into(execution, scene));
  }

  /** How long the panic lasts; one that is stuck stays at the last rung. */
  private Duration into(Execution execution, Scene scene) {
    return execution.state() == ExecutionState.STUCK
        ? settings.prices().rungs().getLast().after()
        : Duration.between(execution.stage().since(), scene.now());
  }

  private Step stuck(Execution execution, Stand stand, Scene scene) {
    String floors = floors(execution, stand, scene);
    Execution stuck =
        execution
            .to(
                ExecutionState.STUCK,
                execution.stage().surplus(),
                refused(stand)
                    .map(leg -> leg.plan().instrument().venue().label() + " refuses the sale")
                    .orElse("nothing can be sold above " + floors),
                scene.now())
            .alarmed(scene.now());
    return Step.stay(stuck).withAlarm(new Step.Alarm("stuck", text(stuck, stand, floors)));
  }

  /** Repeats the alarm while nothing moves. */
  private Step reminded(Step step, Stand stand, Scene scene) {
    Instant last = step.next().times().alarmed();
    Instant due = last == null ? scene.now() : last.plus(settings.patience().stuck());
    return scene.now().isBefore(due)
        ? step.orAt(due)
        : step.withNext(step.next().alarmed(scene.now()))
            .orAt(scene.now().plus(settings.patience().stuck()))
            .withAlarm(
                new Step.Alarm(
                    "stuck", text(step.next(), stand, floors(step.next(), stand, scene))));
  }

  private static String note(Remedy remedy) {
    return remedy.isCompletion()
        ? "completing loses less than selling"
        : "selling down to "
            + remedy.wishes().stream()
                .map(wish -> wish.terms().limit().toString())
                .collect(Collectors.joining(" and "));
  }

  private String floors(Execution execution, Stand stand, Scene scene) {
    return stand.leading().stream()
        .map(leg -> floor(execution, stand, scene, leg).toString())
        .collect(Collectors.joining(" and "));
  }

  /** A leg whose venue refuses to sell what has no counterpart. */
  private static Optional<LegStand> refused(Stand stand) {
    return stand.leading().stream()
        .map(stand.legs()::get)
        .filter(leg -> leg.sales().row() > 0)
        .findFirst();
  }

  private static String text(Execution execution, Stand stand, String floors) {
    String why =
        refused(stand)
            .map(leg ->
                "could not be sold: %s refused it %d times in a row"
                    .formatted(leg.plan().instrument().venue().label(), leg.sales().row()))
            .orElse("find no buyer above " + floors);
    return "Execution %s is stuck: %s have no counterpart and %s. "
            .formatted(execution.id(), stand.naked(), why)
        + "At most "
        + stand.exposed()
        + " can be lost. It is tried again on every new book and by itself; entries on its pair wait."
        + " Look at the market and decide whether to sell by hand.";
  }
}
