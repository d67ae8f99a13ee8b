package pairdesk.matching.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;

/** A threshold that the venue gives as data; preferred to any reading of its texts. */
final class StrikeReader {
  private StrikeReader() {}

  /** Empty where there is none or where it is not a number. */
  static Optional<Range> read(Listing.Strike strike) {
    BigDecimal floor = number(strike.floor());
    BigDecimal cap = number(strike.cap());
    return switch (strike.type().toLowerCase(Locale.ROOT)) {
      case "greater" ->
          floor == null ? Optional.empty() : Optional.of(Range.atLeast(floor, true, ""));
      case "greater_or_equal" ->
          floor == null ? Optional.empty() : Optional.of(Range.atLeast(floor, false, ""));
      case "less" -> cap == null ? Optional.empty() : Optional.of(Range.atMost(cap, true, ""));
      case "less_or_equal" ->
          cap == null ? Optional.empty() : Optional.of(Range.atMost(cap, false, ""));
      case "between" ->
          floor == null || cap == null
              ? Optional.empty()
              : Optional.of(Range.between(floor, cap, ""));
      default -> Optional.empty();
    };
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return text.isBlank() || text.length() > 30 ? null : new BigDecimal(text.strip());
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
