package pairdesk.engine.portfolio;

import pairdesk.engine.money.Usd;

/**
 * A venue's word on cash beside ours.
 *
 * @param cash our ledger, with the time of this report
 * @param difference reported less ledger beyond the venue's precision; negative when the venue has
 *     less than we think
 * @param conclusive nothing was on its way when the report was read, so that both should agree
 * @param opened our ledger has a beginning; without one there is nothing to write down
 */
public record CashReport(CashPosition cash, Usd difference, boolean conclusive, boolean opened) {
  private static final Usd CENT = Usd.ofCents(1);

  /** Off by more than a cent: a person is told. Less is what venues round away. */
  public boolean isAlarming() {
    return conclusive && Math.absExact(difference.e6()) > CENT.e6();
  }
}
