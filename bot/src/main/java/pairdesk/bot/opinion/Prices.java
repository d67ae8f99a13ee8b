package pairdesk.bot.opinion;

import pairdesk.engine.money.Usd;

/** What a model costs for a million tokens. */
public record Prices(Usd input, Usd output) {
  private static final long MILLION = 1_000_000;

  /** Exact to the millionth of a dollar, rounded against us. */
  Usd of(Usage usage) {
    long millionths =
        Math.addExact(
            Math.multiplyExact(usage.input(), input.e6()),
            Math.multiplyExact(usage.output(), output.e6()));
    return Usd.ofE6(Math.ceilDiv(millionths, MILLION));
  }

  /** Tokens of one call. */
  record Usage(long input, long output) {
    Usage {
      if (input < 0 || output < 0) {
        throw new IllegalArgumentException("tokens below zero");
      }
    }
  }
}
