package pairdesk.bot.position;

import java.util.Optional;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.Position;

/**
 * One instrument that is held.
 *
 * @param matched how many of its shares have a counterpart
 * @param mark what one share could be sold for now; empty when nobody knows
 */
public record HeldLeg(Position position, Quantity matched, Optional<Price> mark) {
  public HeldLeg {
    if (position.quantity().isZero() || matched.isGreaterThan(position.quantity())) {
      throw new IllegalArgumentException(matched + " matched of " + position.quantity());
    }
  }

  public Instrument instrument() {
    return position.instrument();
  }

  public Quantity shares() {
    return position.quantity();
  }

  /** The shares without a counterpart. */
  public Quantity open() {
    return shares().minus(matched);
  }

  /** What the matched shares cost, rounded up; with {@link #openCost} it is the whole cost. */
  public Usd matchedCost() {
    return ofMatched(position.cost());
  }

  public Usd openCost() {
    return position.cost().minus(matchedCost());
  }

  /**
   * The matched shares' part of all fees that were ever paid on the instrument, rounded up: those
   * of shares that are sold already count too.
   */
  public Usd matchedFees() {
    return ofMatched(position.fees());
  }

  /** What all shares would bring at the mark, rounded down. */
  public Optional<Usd> worth() {
    return mark.map(price -> Usd.of(price, shares(), Rounding.PROCEEDS_AGAINST_US));
  }

  /** What one share cost on average, rounded up. */
  public Price average() {
    return Price.ofE4(
        Math.toIntExact(Rounding.UP.multiplyDivide(position.cost().e6(), 10_000L, shares().e6())));
  }

  private Usd ofMatched(Usd amount) {
    return Usd.ofE6(Rounding.UP.multiplyDivide(amount.e6(), matched.e6(), shares().e6()));
  }
}
