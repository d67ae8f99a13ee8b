package pairdesk.engine.execution;

import java.math.BigInteger;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;

/**
 * What to do with two legs that filled unequally, by shares: evenness is the shorter leg over the
 * longer one. Above the first bound the missing part is bought, below the second the surplus is
 * sold, between them (both bounds included) it may be held for a while. A leg that stands alone is
 * always sold: counting legs instead of shares would call that one half and hold it.
 *
 * <p>Example: 85 against 100 is patched, 80 or 50 against 100 held, 30 or 0 against 100 unwound.
 */
public record PartialFillPolicy(Ratio patchAbove, Ratio unwindBelow) {
  public static final PartialFillPolicy STANDARD =
      new PartialFillPolicy(Ratio.ofPercent(80), Ratio.ofPercent(50));

  public PartialFillPolicy {
    if (unwindBelow.bps() < 0
        || patchAbove.compareTo(unwindBelow) < 0
        || patchAbove.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException(
          "0 ≤ unwind below " + unwindBelow + " ≤ patch above " + patchAbove + " ≤ 100 %");
    }
  }

  /** What is to be done. */
  public enum Advice {
    PATCH,
    HOLD,
    UNWIND
  }

  /**
   * @param least shares of the shorter leg
   * @param most shares of the longer leg, above zero
   */
  public Advice judge(Quantity least, Quantity most) {
    if (least.isZero() || compare(least, most, unwindBelow) < 0) {
      return Advice.UNWIND;
    }
    return compare(least, most, patchAbove) > 0 ? Advice.PATCH : Advice.HOLD;
  }

  /** Sign of {@code least ÷ most − bound}, exact. */
  private static int compare(Quantity least, Quantity most, Ratio bound) {
    BigInteger share = BigInteger.valueOf(least.e6()).multiply(BigInteger.valueOf(10_000));
    return share.compareTo(BigInteger.valueOf(most.e6()).multiply(BigInteger.valueOf(bound.bps())));
  }
}
