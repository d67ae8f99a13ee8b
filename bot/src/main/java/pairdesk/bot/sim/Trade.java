package pairdesk.bot.sim;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/**
 * An execution that bought something, as it ended.
 *
 * @param course how its legs were bought
 * @param trouble the worst that befell it
 * @param result what came of it
 * @param spent from decision to equal legs; null of one that is not held whole to the end
 */
record Trade(Course course, Trouble trouble, Result result, @Nullable Duration spent) {

  /**
   * By what the venues know of it.
   *
   * @param slippage of the whole trade
   * @param inside one each, where it stayed within what slippage may be
   * @param unhedged ended with legs that differ
   * @param earned by the desk's books, after fees
   */
  record Result(Ratio slippage, InsideSlippage inside, boolean unhedged, Usd earned) {}

  /** How the legs of an execution are bought. */
  enum Course {
    AT_ONCE("both legs at once"),
    IN_TURN("one leg after the other"),
    RESTING("a bid rests, and is hedged"),
    BASKET("more than two legs");

    private final String text;

    Course(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  /** What befell an execution, the worst first: it counts where the first of them applies. */
  enum Trouble {
    TAKEN_BACK("a fill was taken back"),
    DIED("the process died during it"),
    UNANSWERED("an order was not answered"),
    REFUSED("an order was refused or never left"),
    UNEVEN("none of these, legs filled unevenly"),
    NONE("none of these, legs filled evenly");

    private final String text;

    Trouble(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }
}
