package pairdesk.venues.kalshi;

import java.util.HashMap;
import java.util.Map;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Decimals;
import pairdesk.venues.net.Fields;

/**
 * The fee of each series, and what an event overrides. A market's fee waiver is left out: until it
 * ends we expect to pay more than we will.
 */
final class KalshiFees {
  private static final int TAKER = 700;

  private final Map<String, Terms> bySeries = new HashMap<>();

  /** As the venue words it. */
  private record Terms(String type, String multiplier) {}

  /** Takes the fee over from a series object. */
  void learn(Fields series) {
    bySeries.put(
        series.text("ticker"),
        new Terms(series.textOrEmpty("fee_type"), series.decimalOrEmpty("fee_multiplier")));
  }

  boolean knows(String series) {
    return bySeries.containsKey(series);
  }

  /** The schedule of an event's markets; the event's own words go before the series'. */
  FeeSchedule of(Fields event) {
    Terms series = bySeries.get(event.text("series_ticker"));
    String type = event.textOrEmpty("fee_type_override");
    String multiplier = event.decimalOrEmpty("fee_multiplier_override");
    if (series != null) {
      type = type.isEmpty() ? series.type() : type;
      multiplier = multiplier.isEmpty() ? series.multiplier() : multiplier;
    }
    return schedule(type, multiplier);
  }

  static FeeSchedule schedule(String type, String multiplier) {
    return switch (type) {
      case "quadratic" -> quadratic(0, multiplier);
      case "quadratic_with_maker_fees" -> quadratic(175, multiplier);
      case "quadratic_with_combo_maker_fees" -> quadratic(350, multiplier);
      default -> new FeeSchedule.Unknown(type);
    };
  }

  private static FeeSchedule quadratic(int maker, String multiplier) {
    try {
      int e4 = Math.toIntExact(Decimals.parse(multiplier, 4));
      return new FeeSchedule.Quadratic(TAKER, maker, e4);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return new FeeSchedule.Unknown("quadratic, times \"" + multiplier + "\"");
    }
  }
}
