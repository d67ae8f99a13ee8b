package pairdesk.engine.risk;

import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * A limit in dollars and as a share of capital; the tighter one counts. Example: {@code $100, 5 %}
 * of $1,000 is $50.
 *
 * @param dollars above zero
 * @param ofCapital above zero, at most 100 %
 */
public record Cap(Usd dollars, Ratio ofCapital) {
  public Cap {
    Checks.positive("limit in dollars", dollars);
    Checks.share("limit as a share of capital", ofCapital);
  }

  /** The limit at this capital, rounded down; zero when there is no capital. */
  public Usd at(Usd capital) {
    return dollars.min(capital.times(ofCapital, Rounding.DOWN)).max(Usd.ZERO);
  }
}
