package pairdesk.venues.polymarket;

/**
 * Walks through JSON of the plain kind: one line, texts without escapes, no nesting but what the
 * caller asks for. Whatever is not of that kind ends in {@link Unusual}; then the full reader must
 * look.
 */
final class PlainJson {
  private final String text;
  private final int length;
  private int at;

  /** First character of the text read last, and the one behind it. */
  private int from;

  private int to;

  /** Not an error: the text needs the full reader. Without a stack, for it may be thrown often. */
  static final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Unusual() {
      super("not plain JSON", null, false, false);
    }
  }

  /** Whoever escapes characters or breaks lines has something to say that the venue never does. */
  PlainJson(String text) {
    this.text = text;
    this.length = text.length();
    if (text.indexOf('\\') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
      throw unusual();
    }
  }

  static Unusual unusual() {
    return new Unusual();
  }

  private char peek() {
    while (at < length) {
      char c = text.charAt(at);
      if (c != ' ') {
        return c;
      }
      at++;
    }
    throw unusual();
  }

  void expect(char wanted) {
    if (peek() != wanted) {
      throw unusual();
    }
    at++;
  }

  /** Steps over the character if it comes next. */
  boolean takes(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  /** Nothing but space may follow. */
  void expectEnd() {
    for (; at < length; at++) {
      if (text.charAt(at) != ' ') {
        throw unusual();
      }
    }
  }

  /** Reads a text, to be asked for by the methods below until the next is read. */
  void readText() {
    expect('"');
    from = at;
    to = text.indexOf('"', at);
    if (to < 0) {
      throw unusual();
    }
    at = to + 1;
  }

  /** Reads a member's name and its colon. */
  void readName() {
    readText();
    int nameFrom = from;
    int nameTo = to;
    expect(':');
    from = nameFrom;
    to = nameTo;
  }

  boolean is(String wanted) {
    return to - from == wanted.length() && text.startsWith(wanted, from);
  }

  String text() {
    return text.substring(from, to);
  }

  int textLength() {
    return to - from;
  }

  boolean readFlag() {
    if (peek() == 't') {
      literal("true");
      return true;
    }
    literal("false");
    return false;
  }

  /** Steps over a value of no interest, a text, a whole number or a literal. */
  void skip() {
    switch (peek()) {
      case '"' -> readText();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> wholeNumber();
    }
  }

  private void literal(String word) {
    if (!text.startsWith(word, at)) {
      throw unusual();
    }
    at += word.length();
  }

  private void wholeNumber() {
    int start = at;
    while (at < length && isDigit(text.charAt(at))) {
      at++;
    }
    int digits = at - start;
    if (digits == 0 || digits > 18 || (digits > 1 && text.charAt(start) == '0')) {
      throw unusual();
    }
  }

  /** Reads a text that is an integer of so many decimals, of at most 17 digits in all. */
  long readDecimal(int scale) {
    expect('"');
    return decimal(scale);
  }

  private long decimal(int scale) {
    from = at;
    long value = 0;
    int decimals = -1;
    for (char c = next(); c != '"'; c = next()) {
      if (isDigit(c) && decimals < scale) {
        value = value * 10 + (c - '0');
        decimals = decimals < 0 ? -1 : decimals + 1;
      } else if (c == '.' && decimals < 0 && at - 1 > from) {
        decimals = 0;
      } else {
        throw unusual();
      }
    }
    to = at - 1;
    int missing = scale - Math.max(decimals, 0);
    if (to == from || decimals == 0 || to - from + missing > 17) {
      throw unusual();
    }
    for (int i = 0; i < missing; i++) {
      value *= 10;
    }
    return value;
  }

  private char next() {
    if (at >= length) {
      throw unusual();
    }
    return text.charAt(at++);
  }

  int mark() {
    return at;
  }

  /** Goes back to a mark, to read in another way. */
  void back(int mark) {
    at = mark;
  }

  /** Steps over exactly this, if it comes next. */
  boolean steps(String expected) {
    if (!text.startsWith(expected, at)) {
      return false;
    }
    at += expected.length();
    return true;
  }

  /** Reads the rest of a text whose quote was stepped over. */
  String restOfText() {
    from = at;
    to = text.indexOf('"', at);
    if (to < 0) {
      throw unusual();
    }
    at = to + 1;
    return text.substring(from, to);
  }

  /** As {@link #readDecimal}, of a text whose quote was stepped over. */
  long restOfDecimal(int scale) {
    return decimal(scale);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
