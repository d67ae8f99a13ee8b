package pairdesk.engine.portfolio;

import pairdesk.engine.money.Usd;

/**
 * A venue's word on cash beside ours.
 *
 * @param cash our ledger, with the time of this report
 * @param difference reported less ledger beyond the venue's precision; negative when the venue has
 *     less than we think
 */
public record CashReport(CashPosition cash, Usd difference) {
  private static final Usd CENT = Usd.ofCents(1);

  /** More than a cent, or more than a thousandth of the ledger: a person is told. */
  public boolean isAlarming() {
    long off = Math.absExact(difference.e6());
    return off > CENT.e6() || off > Math.absExact(cash.total().e6()) / 1_000;
  }
}
