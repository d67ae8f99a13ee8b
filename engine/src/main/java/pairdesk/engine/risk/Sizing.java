package pairdesk.engine.risk;

import java.util.function.Supplier;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;

/** What rules that bound a size share: what is staked, and how much of it fits. */
public final class Sizing {
  private Sizing() {}

  /** The most that a leg may cost: all its shares at its worst price, and the fee. */
  public static Usd stake(Leg leg) {
    return Usd.of(leg.worst(), leg.quantity(), Rounding.COST_AGAINST_US).plus(leg.fee());
  }

  /** The most that all legs together may cost. */
  public static Usd stake(Opportunity.Bundle bundle) {
    Usd sum = Usd.ZERO;
    for (Leg leg : bundle.legs()) {
      sum = sum.plus(stake(leg));
    }
    return sum;
  }

  /**
   * Allows the bundle when its stake fits into the room, cuts it to the share that does, and
   * refuses it when there is no room at all.
   *
   * @param why the numbers, as a sentence without its full stop; asked for when they are needed
   */
  public static Verdict fit(
      String rule, Opportunity.Bundle bundle, Usd stake, Usd room, Supplier<String> why) {
    if (stake.compareTo(room) <= 0) {
      return new Verdict.Allow();
    }
    long shares =
        room.isGreaterThan(Usd.ZERO)
            ? Rounding.DOWN.multiplyDivide(bundle.shares().e6(), room.e6(), stake.e6())
            : 0;
    if (shares == 0) {
      return new Verdict.Refuse(rule, why.get() + ": no room");
    }
    Quantity fitting = Quantity.ofE6(shares);
    return new Verdict.Shrink(
        fitting, rule, why.get() + ": room for " + room + ", " + fitting + " shares");
  }

  /** The one that allows less. */
  public static Verdict tighter(Verdict one, Verdict other) {
    return switch (one) {
      case Verdict.Allow _ -> other;
      case Verdict.Refuse _ -> one;
      case Verdict.Shrink mine ->
          switch (other) {
            case Verdict.Allow _ -> one;
            case Verdict.Refuse _ -> other;
            case Verdict.Shrink theirs -> theirs.shares().isLessThan(mine.shares()) ? other : one;
          };
    };
  }
}
