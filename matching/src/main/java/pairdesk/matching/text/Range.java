package pairdesk.matching.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Which values say YES.
 *
 * @param low null when unbounded below
 * @param high null when unbounded above
 * @param lowOpen the low end itself does not count ("above 24")
 * @param unit {@code $}, {@code %}, {@code bps}, or empty
 */
public record Range(
    @Nullable BigDecimal low,
    boolean lowOpen,
    @Nullable BigDecimal high,
    boolean highOpen,
    String unit) {
  private static final BigDecimal SMALL = BigDecimal.valueOf(1_000);

  /** Central banks move their rates by quarters of a per cent. */
  private static final BigDecimal BASIS_STEP = BigDecimal.valueOf(25);

  private static final BigDecimal PER_MILLE = new BigDecimal("0.001");

  static Range atLeast(BigDecimal low, boolean open, String unit) {
    return new Range(low, open, null, false, unit);
  }

  static Range atMost(BigDecimal high, boolean open, String unit) {
    return new Range(null, false, high, open, unit);
  }

  static Range between(BigDecimal low, BigDecimal high, String unit) {
    return new Range(low.min(high), false, low.max(high), false, unit);
  }

  static Range exactly(BigDecimal value, String unit) {
    return new Range(value, false, value, false, unit);
  }

  /** "25 bps or more" of a central bank's rate says no more than that it moves. */
  public boolean isAnyMove() {
    BigDecimal start = start();
    return unit.equals("bps") && high == null && start != null && start.compareTo(BASIS_STEP) == 0;
  }

  /** Neither end is open to infinity. */
  public boolean isBucket() {
    return low != null && high != null;
  }

  /** A number without a comparator. */
  public boolean isPoint() {
    return low != null && high != null && low.compareTo(high) == 0;
  }

  /** The same values say YES, up to the grid on which they are published (24.9 and 25 per cent). */
  public boolean sameAs(Range other) {
    return near(start(), other.start()) && near(end(), other.end()) && !isHigher(other);
  }

  /**
   * The one begins above a figure at which, or below which, the other begins: "above 4.6" takes in
   * less than "4.5 or more", while "above 4.4" may be the same.
   */
  private boolean isHigher(Range other) {
    return startsAbove(this, other) || startsAbove(other, this);
  }

  private static boolean startsAbove(Range higher, Range lower) {
    return higher.low != null
        && lower.low != null
        && higher.lowOpen
        && higher.low.compareTo(lower.low) > 0
        && !isPerMille(higher.low, lower.low);
  }

  /** The values that say YES here are those that say NO there. */
  public boolean complementOf(Range other) {
    return (low == null && other.high == null && adjoins(end(), other.start()))
        || (high == null && other.low == null && adjoins(other.end(), start()));
  }

  /** Strictly more against at least, or the like, at the same figure. */
  public boolean strictnessDiffers(Range other) {
    return sameAs(other) && (lowOpen != other.lowOpen || highOpen != other.highOpen);
  }

  private static boolean adjoins(@Nullable BigDecimal end, @Nullable BigDecimal start) {
    if (end == null || start == null) {
      return false;
    }
    BigDecimal gap = start.subtract(end).abs();
    return near(end, start) || gap.compareTo(step(end)) <= 0;
  }

  private @Nullable BigDecimal start() {
    if (low != null && lowOpen && unit.equals("bps")) {
      return low.add(BASIS_STEP);
    }
    return low != null && lowOpen && isShifted(low) ? low.add(step(low)) : low;
  }

  private @Nullable BigDecimal end() {
    return high != null && highOpen && isCount(high) ? high.subtract(BigDecimal.ONE) : high;
  }

  private boolean isCount(BigDecimal value) {
    return unit.isEmpty() && value.stripTrailingZeros().scale() <= 0 && value.compareTo(SMALL) < 0;
  }

  private static boolean near(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null || b == null) {
      return a == null && b == null;
    }
    BigDecimal gap = a.subtract(b).abs();
    boolean decimals = a.stripTrailingZeros().scale() > 0 || b.stripTrailingZeros().scale() > 0;
    if (!decimals) {
      return gap.signum() == 0;
    }
    return isPerMille(a, b) || gap.compareTo(step(a).min(step(b))) <= 0;
  }

  private static boolean isPerMille(BigDecimal a, BigDecimal b) {
    BigDecimal tolerance = a.abs().max(b.abs()).multiply(PER_MILLE);
    return a.subtract(b).abs().compareTo(tolerance) <= 0;
  }

  private static BigDecimal step(BigDecimal value) {
    int scale = Math.max(0, value.stripTrailingZeros().scale());
    return BigDecimal.ONE.movePointLeft(scale);
  }

  /** As a person reads it: {@code 100 or more}, {@code above 24}. */
  public String label() {
    if (low == null && high == null) {
      return "any";
    }
    if (isPoint()) {
      return figure(low);
    }
    if (high == null) {
      return lowOpen ? "above " + figure(low) : figure(low) + " or more";
    }
    if (low == null) {
      return highOpen ? "below " + figure(high) : figure(high) + " or less";
    }
    return (unit.equals("$") ? figure(low) : digits(low)) + " to " + figure(high);
  }

  /** The figures alone, on the grid on which they are published: {@code 25..}. */
  public String bounds() {
    return digits(start()) + ".." + digits(end());
  }

  /** The figures on the grid of counts, without regard to strictness or currency: {@code 25..}. */
  public String figures() {
    return bounds() + (unit.equals("$") ? "" : unit);
  }

  /** The figure itself does not count. */
  public boolean isStrict() {
    return (lowOpen && !isShifted(low)) || (highOpen && high != null && !isCount(high));
  }

  /** "Above 24" is 25 or more; "above 249999.99" is 250,000 or more. */
  private boolean isShifted(@Nullable BigDecimal value) {
    return value != null && (unit.equals("bps") || isCount(value) || endsBelowAWhole(value));
  }

  private static boolean endsBelowAWhole(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() > 1 && plain.add(step(plain)).stripTrailingZeros().scale() <= 0;
  }

  private String figure(@Nullable BigDecimal value) {
    return unit.equals("$")
        ? "$" + digits(value)
        : digits(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  private static String digits(@Nullable BigDecimal value) {
    return value == null ? "" : value.stripTrailingZeros().toPlainString();
  }
}
