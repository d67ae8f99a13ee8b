package pairdesk.bot.sim;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** What trades came to together. Adds up as they come; the sums do not depend on the order. */
final class Tally {
  private static final int PERMILLE = 1_000;
  private static final long TENTH_OF_CENT = 1_000;

  private final TreeMap<Ratio, Long> slippage = new TreeMap<>();
  private InsideSlippage inside = InsideSlippage.NONE;
  private long traded;
  private long unhedged;
  private long timed;
  private Duration spent = Duration.ZERO;
  private Usd earned = Usd.ZERO;

  void add(Trade trade) {
    Trade.Result result = trade.result();
    slippage.merge(result.slippage(), 1L, Long::sum);
    inside = inside.plus(result.inside());
    traded++;
    unhedged += result.unhedged() ? 1 : 0;
    earned = earned.plus(result.earned());
    if (trade.spent() != null) {
      timed++;
      spent = spent.plus(trade.spent());
    }
  }

  long traded() {
    return traded;
  }

  InsideSlippage inside() {
    return inside;
  }

  /** Executions that ended with legs that differ. */
  long unhedged() {
    return unhedged;
  }

  /** From decision to equal legs, of those that it was measured of. */
  Duration meanExecution() {
    return timed == 0 ? Duration.ZERO : spent.dividedBy(timed);
  }

  Usd earned() {
    return earned;
  }

  /** The mean, in whole tenths of a cent. */
  Usd earnedEach() {
    return traded == 0
        ? Usd.ZERO
        : Usd.ofE6(Math.floorDiv(earned.e6(), traded * TENTH_OF_CENT) * TENTH_OF_CENT);
  }

  /** The least slippage that so many trades in a thousand do not exceed; all of them the worst. */
  Ratio slippage(int permille) {
    long within = 0;
    for (Map.Entry<Ratio, Long> entry : slippage.entrySet()) {
      within += entry.getValue();
      if (within * PERMILLE >= traded * permille) {
        return entry.getKey();
      }
    }
    return Ratio.ZERO;
  }
}
