package pairdesk.engine.portfolio;

import java.util.List;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountSnapshot;

/**
 * What a portfolio is rebuilt from after a restart.
 *
 * @param fills every fill of a market in which something is open or was lately, oldest first
 * @param pnl rows as they were written; what the fills of a pair have earned beyond them counts as
 *     well
 */
public record History(
    List<Booked> fills,
    List<AccountSnapshot.Payout> payouts,
    List<CashPosition> cash,
    List<PnlDay> pnl) {

  public History {
    fills = List.copyOf(fills);
    payouts = List.copyOf(payouts);
    cash = List.copyOf(cash);
    pnl = List.copyOf(pnl);
  }

  /** A fill with whose it is. */
  public record Booked(Fill fill, Attribution attribution) {}
}
