package pairdesk.engine.portfolio;

import pairdesk.engine.money.Usd;

/**
 * What was earned and what it cost in fees.
 *
 * @param realised before fees
 */
record Earned(Usd realised, Usd fees) {
  static final Earned NOTHING = new Earned(Usd.ZERO, Usd.ZERO);

  Earned plus(Earned other) {
    return new Earned(realised.plus(other.realised), fees.plus(other.fees));
  }

  Earned minus(Earned other) {
    return new Earned(realised.minus(other.realised), fees.minus(other.fees));
  }

  Usd net() {
    return realised.minus(fees);
  }
}
