package pairdesk.engine.money;

/** Decimal text to scaled integers and back, never through a float. */
public final class Decimals {
  private static final int MAX_DIGITS = 18;

  private Decimals() {}

  /**
   * Reads a plain decimal as an integer of {@code scale} decimals: {@code parse("0.37", 4)} is 3
   * 700. Zeros beyond the scale are accepted, other digits are not: nothing is ever rounded here.
   *
   * @throws IllegalArgumentException when the text is no plain decimal or does not fit the scale
   */
  public static long parse(String text, int scale) {
    int length = text.length();
    int at = 0;
    boolean negative = false;
    if (length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
      negative = text.charAt(0) == '-';
      at = 1;
    }
    long value = 0;
    int digits = 0;
    int decimals = -1;
    for (; at < length; at++) {
      char c = text.charAt(at);
      if (c == '.' && decimals < 0) {
        decimals = 0;
        continue;
      }
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException("not a plain decimal: " + quote(text));
      }
      digits++;
      if (decimals >= scale) {
        if (c != '0') {
          throw new IllegalArgumentException("finer than " + scale + " decimals: " + quote(text));
        }
        continue;
      }
      value = append(value, c - '0', text);
      if (decimals >= 0) {
        decimals++;
      }
    }
    if (digits == 0) {
      throw new IllegalArgumentException("not a plain decimal: " + quote(text));
    }
    for (int i = Math.max(decimals, 0); i < scale; i++) {
      value = append(value, 0, text);
    }
    return negative ? -value : value;
  }

  /**
   * Writes a scaled integer with at least {@code minDecimals}: {@code format(3700, 4, 2)} is 0.37.
   */
  public static String format(long value, int scale, int minDecimals) {
    String digits = Long.toString(Math.absExact(value));
    var text = new StringBuilder();
    if (value < 0) {
      text.append('-');
    }
    if (digits.length() <= scale) {
      digits = "0".repeat(scale + 1 - digits.length()) + digits;
    }
    int point = digits.length() - scale;
    int end = digits.length();
    while (end > point + minDecimals && digits.charAt(end - 1) == '0') {
      end--;
    }
    text.append(digits, 0, point);
    if (end > point) {
      text.append('.').append(digits, point, end);
    }
    return text.toString();
  }

  private static long append(long value, int digit, String text) {
    try {
      return Math.addExact(Math.multiplyExact(value, 10L), digit);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("too many digits: " + quote(text), e);
    }
  }

  private static String quote(String text) {
    String shown = text.length() > 2 * MAX_DIGITS ? text.substring(0, 2 * MAX_DIGITS) + "…" : text;
    return '"' + shown + '"';
  }
}
