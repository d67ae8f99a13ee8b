package pairdesk.sandbox.exchange;

/** What a market charges. */
public sealed interface FeeTerms {

  /**
   * Kalshi's quadratic schedule.
   *
   * @param multiplierE3 the series' multiplier in 1/1 000, usually 1 000
   */
  record Kalshi(MakerFee maker, int multiplierE3) implements FeeTerms {}

  /**
   * Polymarket: takers only, rate × p × (1 − p).
   *
   * @param rateE4 the rate in 1/10 000, 700 for 0.07
   */
  record Polymarket(int rateE4) implements FeeTerms {}

  /** The maker's part of a Kalshi series. */
  enum MakerFee {
    /** {@code quadratic}: makers pay nothing. */
    NONE,
    /** {@code quadratic_with_maker_fees}: a quarter of the taker's. */
    QUARTER,
    /** {@code quadratic_with_combo_maker_fees}: half of the taker's. */
    HALF
  }
}
