package pairdesk.venues.kalshi;

/**
 * A cursor over compact JSON without escapes. The first thing that is not as asked for spoils it:
 * every later step fails, so that a caller may look once at the end.
 */
final class KalshiScan {
  private static final int MOST_DIGITS = 18;
  private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final String[] WORDS = {"null", "true", "false"};

  private String frame = "";
  private int at;
  private int from;
  private int to;
  private boolean good;

  /** Starts at a place; false when the text has escapes, which are not for us. */
  boolean begin(String text, int start) {
    frame = text;
    at = start;
    good = text.indexOf('\\') < 0;
    return good;
  }

  String frame() {
    return frame;
  }

  boolean good() {
    return good;
  }

  void spoil() {
    good = false;
  }

  /** Whether everything was read, and as expected. */
  boolean ended() {
    return good && at == frame.length();
  }

  /** Takes this character if it comes next; spoils nothing. */
  boolean take(char wanted) {
    if (good && at < frame.length() && frame.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes a comma if there is one. */
  boolean next() {
    return take(',');
  }

  /** Reads {@code "name":}; ask for it by {@link #nameIs}. */
  boolean name() {
    return text() && take(':');
  }

  boolean nameIs(String wanted) {
    return textIs(wanted);
  }

  /** Reads {@code "text"}; it lies between {@link #textFrom} and {@link #textTo}. */
  boolean text() {
    if (!take('"')) {
      good = false;
      return false;
    }
    from = at;
    to = frame.indexOf('"', at);
    good = to >= 0;
    at = to + 1;
    return good;
  }

  boolean textIs(String wanted) {
    return to - from == wanted.length() && frame.startsWith(wanted, from);
  }

  int textFrom() {
    return from;
  }

  int textTo() {
    return to;
  }

  /** Passes over exactly this. */
  void expect(String wanted) {
    good = good && frame.startsWith(wanted, at);
    if (good) {
      at += wanted.length();
    }
  }

  /** A whole number, not negative. */
  long whole() {
    int start = at;
    long value = digits();
    int count = at - start;
    good &= count > 0 && count <= MOST_DIGITS && (count == 1 || frame.charAt(start) != '0');
    return value;
  }

  /** {@code "-54.00"} as an integer of so many decimals; finer digits than these must be zeros. */
  long quotedDecimal(int scale) {
    if (!take('"')) {
      good = false;
      return 0;
    }
    boolean negative = take('-');
    int start = at;
    long value = digits();
    int whole = at - start;
    good &= whole > 0 && whole + scale <= MOST_DIGITS;
    if (take('.')) {
      start = at;
      value = decimals(value, scale);
      good &= at > start;
    } else {
      value *= TENS[scale];
    }
    good &= take('"');
    return negative ? -value : value;
  }

  private long digits() {
    long value = 0;
    int i = at;
    for (; i < frame.length() && isDigit(frame.charAt(i)); i++) {
      value = value * 10 + (frame.charAt(i) - '0');
    }
    at = i;
    return value;
  }

  /** Goes on with a number behind its point. */
  private long decimals(long before, int scale) {
    int start = at;
    int last = Math.min(frame.length(), start + scale);
    long value = before;
    int i = start;
    for (; i < last && isDigit(frame.charAt(i)); i++) {
      value = value * 10 + (frame.charAt(i) - '0');
    }
    value *= TENS[scale - (i - start)];
    while (i < frame.length() && frame.charAt(i) == '0') {
      i++;
    }
    at = i;
    return value;
  }

  /** Passes over a text, a whole number or a word; everything else spoils. */
  boolean skipPlain() {
    if (at < frame.length() && frame.charAt(at) == '"') {
      return text();
    }
    for (String word : WORDS) {
      if (frame.startsWith(word, at)) {
        at += word.length();
        return good;
      }
    }
    long _ = whole();
    return good;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
