package pairdesk.engine.opportunity;

import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * What a bundle is expected to earn.
 *
 * @param payout what the legs pay together, whatever resolves
 * @param slippage allowance for prices moving before the orders arrive
 * @param annualised yearly yield on the locked capital until the later settlement; null when no
 *     settlement time is known
 */
public record Edge(Usd payout, Usd cost, Usd fees, Usd slippage, @Nullable Ratio annualised) {

  public Usd gross() {
    return payout.minus(cost);
  }

  public Usd net() {
    return gross().minus(fees).minus(slippage);
  }

  /** Net edge per dollar of payout, rounded down: 100 bps is one cent a share. */
  public Ratio netRatio() {
    return Ratio.of(net(), payout, Rounding.DOWN);
  }
}
