package pairdesk.engine.execution;

import java.math.BigInteger;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;

/**
 * What to do with legs that filled unequally, by shares. Evenness of two legs is the shorter one
 * over the longer one; of more it is what they hold together over what they would hold if all were
 * as long as the longest. Above the first bound the missing part is bought, below the second the
 * surplus is sold, between them (both bounds included) it may be held for a while. One of two legs
 * that stands alone is always sold: counting it as half of the bundle would hold it.
 *
 * <p>Example: 85 against 100 is patched, 80 or 50 against 100 held, 30 or 0 against 100 unwound; of
 * six legs of 100 one may be missing altogether and is patched, of three it is held.
 */
public record PartialFillPolicy(Ratio patchAbove, Ratio unwindBelow) {
  public static final PartialFillPolicy STANDARD =
      new PartialFillPolicy(Ratio.ofPercent(80), Ratio.ofPercent(50));

  private static final BigInteger BPS = BigInteger.valueOf(Ratio.ONE.bps());

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

  /** Evenness as a fraction: shares that are held, of those that would be. */
  private record Evenness(BigInteger held, BigInteger wanted) {

    static Evenness of(List<Quantity> legs) {
      BigInteger most = e6(legs.stream().reduce(Quantity::max).orElseThrow());
      return legs.size() == 2
          ? new Evenness(e6(legs.getFirst().min(legs.getLast())), most)
          : new Evenness(
              legs.stream().map(Evenness::e6).reduce(BigInteger.ZERO, BigInteger::add),
              most.multiply(BigInteger.valueOf(legs.size())));
    }

    private static BigInteger e6(Quantity shares) {
      return BigInteger.valueOf(shares.e6());
    }

    /** Sign of {@code held ÷ wanted − bound}, exact. */
    int compareTo(Ratio bound) {
      return held.multiply(BPS).compareTo(wanted.multiply(BigInteger.valueOf(bound.bps())));
    }
  }

  /**
   * @param held shares of each leg, at least two legs, one of them above zero
   */
  public Advice judge(List<Quantity> held) {
    Evenness evenness = Evenness.of(held);
    if (evenness.held().signum() == 0 || evenness.compareTo(unwindBelow) < 0) {
      return Advice.UNWIND;
    }
    return evenness.compareTo(patchAbove) > 0 ? Advice.PATCH : Advice.HOLD;
  }
}
