package pairdesk.engine.execution;

import java.time.Instant;
import java.util.Optional;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.execution.ExecutionSettings.Pauses;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/** Finds what could be done now about a residual, on books that may be traded on. */
final class Remedies {
  private final Fees fees;
  private final Pauses pauses;

  Remedies(Fees fees, Pauses pauses) {
    this.fees = fees;
    this.pauses = pauses;
  }

  /** Buying the missing part, if the lagging leg may be bought and its book shows something. */
  Optional<Remedy> patch(Stand stand, Scene scene, Price limit) {
    return stand.lag().mayBuy()
        ? remedy(stand, scene, new Attempt(stand.lagging(), Purpose.PATCH, Side.BUY, limit))
        : Optional.empty();
  }

  /** Selling the surplus, if the leading leg may be sold and its book shows something. */
  Optional<Remedy> unwind(Stand stand, Scene scene, Purpose purpose, Price limit) {
    return stand.lead().maySell()
        ? remedy(stand, scene, new Attempt(stand.leading(), purpose, Side.SELL, limit))
        : Optional.empty();
  }

  /** Whether buying the missing part is ruled out whatever its book shows. */
  boolean cannotPatch(Stand stand, Scene scene, Price limit) {
    Market market = market(stand.lag(), scene);
    return !stand.lag().mayBuy()
        || !scene.takes(market.id().venue())
        || isPaused(stand, scene, stand.lagging(), Side.BUY)
        || size(market, stand.residual(), Side.BUY, limit).isEmpty();
  }

  /** Whether nothing can be done about the residual: no venue takes an order so small. */
  boolean isDust(Stand stand, Scene scene) {
    return isTooLittle(stand.lead(), stand, scene)
        && (stand.lag().isBarred() || isTooLittle(stand.lag(), stand, scene));
  }

  /** Whether this leg's venue takes no order so small. */
  boolean isTooLittle(LegStand leg, Stand stand, Scene scene) {
    return isDust(market(leg, scene), stand.residual());
  }

  /** Whether the last no to this is too fresh for asking again. */
  boolean isPaused(Stand stand, Scene scene, int leg, Side side) {
    return scene.now().isBefore(reopens(stand, scene, leg, side));
  }

  /** When this may be asked for again, after a no of the venue or of our own gate. */
  Instant reopens(Stand stand, Scene scene, int leg, Side side) {
    Instant refused = stand.legs().get(leg).refusals(side).until(pauses);
    Instant denied = scene.denials().last(leg, side).plus(pauses.denied());
    return refused.isAfter(denied) ? refused : denied;
  }

  PriceGrid grid(LegStand leg, Scene scene) {
    return market(leg, scene).terms().grid();
  }

  private record Attempt(int leg, Purpose purpose, Side side, Price limit) {}

  private Optional<Remedy> remedy(Stand stand, Scene scene, Attempt attempt) {
    LegStand leg = stand.legs().get(attempt.leg());
    Market market = market(leg, scene);
    if (!scene.takes(market.id().venue())
        || !Fees.knows(market.terms().fees())
        || isPaused(stand, scene, attempt.leg(), attempt.side())) {
      return Optional.empty();
    }
    return size(market, stand.residual(), attempt.side(), attempt.limit())
        .flatMap(quantity ->
            scene
                .book(leg.plan().instrument())
                .map(book ->
                    attempt.side() == Side.BUY
                        ? Sweep.buy(book.asks(), quantity, attempt.limit())
                        : Sweep.sell(book.bids(), quantity, attempt.limit()))
                .filter(sweep -> !sweep.isEmpty())
                .map(sweep -> priced(market, attempt, quantity, sweep)));
  }

  private Remedy priced(Market market, Attempt attempt, Quantity quantity, Sweep sweep) {
    Usd fee = fees.estimate(market.terms().fees(), attempt.side(), sweep);
    Usd worth =
        attempt.side() == Side.BUY
            ? Usd.of(Price.ONE, sweep.shares(), Rounding.PROCEEDS_AGAINST_US).minus(sweep.amount())
            : sweep.amount();
    var terms =
        new OrderIntent.Terms(
            attempt.side(), quantity, attempt.limit(), TimeInForce.IOC, false, null);
    return new Remedy(
        new OrderWish(attempt.leg(), attempt.purpose(), terms), sweep.shares(), worth.minus(fee));
  }

  /** The residual in whole lots, if the venue takes an order of it. */
  static Optional<Quantity> size(Market market, Quantity residual, Side side, Price limit) {
    Quantity quantity = residual.floorTo(market.terms().lot());
    Usd value = Usd.of(limit, quantity, Rounding.DOWN);
    boolean tooCheap = side == Side.BUY && value.isLessThan(market.terms().minimumMarketableBuy());
    return isDust(market, residual) || tooCheap ? Optional.empty() : Optional.of(quantity);
  }

  private static boolean isDust(Market market, Quantity residual) {
    Quantity quantity = residual.floorTo(market.terms().lot());
    return quantity.isZero() || quantity.isLessThan(market.terms().minimumSize());
  }

  private static Market market(LegStand leg, Scene scene) {
    return scene
        .market(leg.plan().instrument().market())
        .orElseThrow(
            () -> new IllegalStateException("no market is known for " + leg.plan().instrument()));
  }
}
