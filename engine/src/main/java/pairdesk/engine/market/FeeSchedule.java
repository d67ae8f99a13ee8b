package pairdesk.engine.market;

import pairdesk.engine.money.Ratio;

/**
 * How a venue charges a fill. The arithmetic is {@code Fees} in this package's neighbour {@code
 * pairdesk.engine.opportunity}; here is only what the venue publishes.
 */
public sealed interface FeeSchedule {

  /**
   * Kalshi's quadratic schedule: {@code coefficient × multiplier × contracts × p × (1 − p)},
   * rounded up per fill. Source: facts of Kalshi's fee pages, July to September 2026.
   *
   * @param takerE4 taker coefficient in 1/10 000, usually 700
   * @param makerE4 maker coefficient in 1/10 000: 0, 175 or 350
   * @param multiplierE4 series or event multiplier in 1/10 000; 10 000 is one
   */
  record Quadratic(int takerE4, int makerE4, int multiplierE4) implements FeeSchedule {
    public Quadratic {
      if (takerE4 < 0 || makerE4 < 0 || multiplierE4 < 0) {
        throw new IllegalArgumentException(
            "a fee below zero: " + takerE4 + ", " + makerE4 + ", × " + multiplierE4);
      }
    }
  }

  /**
   * Polymarket's schedule: takers pay {@code shares × rate × (p × (1 − p)) ^ exponent}, floored to
   * 0.00001 dollar; makers pay nothing. Source: fee page of August 2026 and 21 recorded fills.
   *
   * @param rate for example 0.07
   * @param exponent 1 in every schedule seen since March 2026
   */
  record TakerCurve(Ratio rate, int exponent) implements FeeSchedule {
    public TakerCurve {
      if (rate.bps() < 0 || exponent < 0) {
        throw new IllegalArgumentException("a fee below zero: " + rate + ", exponent " + exponent);
      }
    }
  }

  /** No fee. */
  record Free() implements FeeSchedule {}

  /** A schedule that we do not know: never traded, shown with the venue's word for it. */
  record Unknown(String venueName) implements FeeSchedule {}
}
