package pairdesk.engine.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;

/**
 * Gets rid of a surplus by rungs of price, by selling it or by completing it, whichever loses less.
 * Below the last rung nothing is done: the execution is stuck and tries on with every new book.
 */
final class Panic {
  private static final Price GHOST_BID = Price.ofCents(1);
  private static final Price GHOST_ASK = Price.ofCents(99);

  private final ExecutionSettings settings;
  private final Remedies remedies;

  Panic(ExecutionSettings settings, Remedies remedies) {
    this.settings = settings;
    this.remedies = remedies;
  }

  Step next(Execution execution, Stand stand, Scene scene) {
    Execution doubting = doubted(execution, stand, scene);
    Price floor = floor(doubting, stand, scene);
    Optional<Remedy> remedy = best(doubting, stand, scene, floor);
    boolean lowest = settings.prices().isLowest(into(doubting, scene));
    boolean tired = doubting.stage().tries().count() >= settings.retries().beforePause() && lowest;
    boolean stuck = doubting.state() != ExecutionState.STUCK && lowest;
    boolean hopeless = remedy.isEmpty() && !awaitsSale(stand, scene);
    if (stuck && (hopeless || tired)) {
      return stuck(doubting, stand, scene, floor);
    }
    Instant rung = doubting.stage().since().plus(settings.prices().nextRung(into(doubting, scene)));
    Step step =
        remedy
            .map(r -> new Attempts(settings.retries(), stand, scene).attempt(doubting, r, note(r)))
            .orElseGet(() -> paused(doubting, stand, scene));
    return doubting.state() == ExecutionState.STUCK
        ? reminded(step, stand, scene, floor)
        : rung.isAfter(scene.now()) ? step.orAt(rung) : step;
  }

  private Optional<Remedy> best(Execution execution, Stand stand, Scene scene, Price floor) {
    boolean ghost =
        scene
            .book(stand.lead().plan().instrument())
            .filter(book -> isGhost(book) && !isConfirmed(execution, book))
            .isPresent();
    Optional<Remedy> sale =
        ghost ? Optional.empty() : remedies.unwind(stand, scene, Purpose.PANIC, floor);
    // completing at this price loses what selling at the floor would
    Price dearest = remedies.grid(stand.lag(), scene).floor(floor.complement());
    return Stream.concat(sale.stream(), remedies.patch(stand, scene, dearest).stream())
        .reduce((sold, bought) -> isPreferred(bought, sold, stand) ? bought : sold);
  }

  /** The better one, unless it was tried in vain so much more often than the other. */
  private boolean isPreferred(Remedy one, Remedy other, Stand stand) {
    int ahead = vain(one, stand) - vain(other, stand);
    int most = settings.retries().vain();
    return one.isBetterThan(other) ? ahead < most : ahead <= -most;
  }

  private static int vain(Remedy remedy, Stand stand) {
    OrderWish wish = remedy.wish();
    return stand.legs().get(wish.leg()).refusals(wish.terms().side()).vain();
  }

  /** The venue refused a sale a moment ago: the shares may settle yet. */
  private boolean awaitsSale(Stand stand, Scene scene) {
    return remedies.isPaused(stand, scene, stand.leading(), Side.SELL);
  }

  /** Nothing can be done now: looks again when something that was refused may be asked for. */
  private Step paused(Execution execution, Stand stand, Scene scene) {
    return Stream.of(
            remedies.reopens(stand, scene, stand.leading(), Side.SELL),
            remedies.reopens(stand, scene, stand.lagging(), Side.BUY))
        .filter(scene.now()::isBefore)
        .min(Instant::compareTo)
        .map(next -> Step.until(execution, next))
        .orElseGet(() -> Step.stay(execution));
  }

  private Price floor(Execution execution, Stand stand, Scene scene) {
    LegStand lead = stand.lead();
    return settings
        .prices()
        .panicLimit(
            remedies.grid(lead, scene),
            lead.bought().value(),
            lead.bought().quantity(),
            into(execution, scene));
  }

  /** How long the panic lasts; one that is stuck stays at the last rung. */
  private Duration into(Execution execution, Scene scene) {
    return execution.state() == ExecutionState.STUCK
        ? settings.prices().rungs().getLast().after()
        : Duration.between(execution.stage().since(), scene.now());
  }

  private static Execution doubted(Execution execution, Stand stand, Scene scene) {
    return scene
        .book(stand.lead().plan().instrument())
        .filter(book -> isGhost(book) && execution.stage().doubted() == null)
        .map(book -> execution.doubting(book.confirmedAt(), scene.now()))
        .orElse(execution);
  }

  /** One-sided, or as wide as it can be: what a venue shows of a market that trades elsewhere. */
  private static boolean isGhost(Book book) {
    return book.bids().isEmpty()
        || book.asks().isEmpty()
        || (!book.bids().best().price().isGreaterThan(GHOST_BID)
            && !book.asks().best().price().isLessThan(GHOST_ASK));
  }

  private static boolean isConfirmed(Execution execution, Book book) {
    Instant doubted = execution.stage().doubted();
    return doubted != null && book.confirmedAt().isAfter(doubted);
  }

  private static Step stuck(Execution execution, Stand stand, Scene scene, Price floor) {
    Execution stuck =
        execution
            .to(
                ExecutionState.STUCK,
                execution.stage().surplus(),
                stand.lead().sales().row() > 0
                    ? stand.lead().plan().instrument().venue().label() + " refuses the sale"
                    : "nothing can be sold above " + floor,
                scene.now())
            .alarmed(scene.now());
    return Step.stay(stuck).withAlarm(new Step.Alarm("stuck", text(stuck, stand, floor)));
  }

  /** Repeats the alarm while nothing moves. */
  private Step reminded(Step step, Stand stand, Scene scene, Price floor) {
    Instant last = step.next().times().alarmed();
    Instant due = last == null ? scene.now() : last.plus(settings.patience().stuck());
    return scene.now().isBefore(due)
        ? step.orAt(due)
        : step.withNext(step.next().alarmed(scene.now()))
            .orAt(scene.now().plus(settings.patience().stuck()))
            .withAlarm(new Step.Alarm("stuck", text(step.next(), stand, floor)));
  }

  private static String note(Remedy remedy) {
    return remedy.wish().purpose() == Purpose.PATCH
        ? "completing loses less than selling"
        : "selling down to " + remedy.wish().terms().limit();
  }

  private static String text(Execution execution, Stand stand, Price floor) {
    Instrument surplus = stand.lead().plan().instrument();
    String why =
        stand.lead().sales().row() > 0
            ? "could not be sold: "
                + surplus.venue().label()
                + " refused it "
                + stand.lead().sales().row()
                + " times in a row"
            : "find no buyer above " + floor;
    return "Execution %s is stuck: %s shares of %s have no counterpart and %s. "
            .formatted(execution.id(), stand.residual(), surplus, why)
        + "At most "
        + stand.exposed()
        + " can be lost. It is tried again on every new book and by itself; entries on its pair wait."
        + " Look at the market and decide whether to sell by hand.";
  }
}
