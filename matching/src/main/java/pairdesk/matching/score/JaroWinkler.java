package pairdesk.matching.score;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Jaro and Winkler's likeness as Commons Text defines it, sixty-four places at a time: a letter's
 * places are bits, and the first free one in reach is the lowest bit that is left. Texts beyond
 * ASCII go to Commons Text itself.
 */
final class JaroWinkler {
  private static final JaroWinklerSimilarity PLAIN = new JaroWinklerSimilarity();
  private static final int ASCII = 128;
  private static final int BITS = 64;
  private static final int PREFIX = 4;
  private static final double WORTH_A_PREFIX = 0.7;
  private static final double PREFIX_SCALE = 0.1;

  private final String shorter;
  private final String longer;

  /** 64-bit words that hold one bit for each place of the longer text. */
  private final int width;

  /** Places of each letter in the longer text that are not matched yet. */
  private final long[] free;

  private final long[] matchedInLonger;
  private final char[] matchedOfShorter;
  private int matches;

  private JaroWinkler(String shorter, String longer) {
    this.shorter = shorter;
    this.longer = longer;
    this.width = (longer.length() + BITS - 1) / BITS;
    this.free = new long[ASCII * width];
    this.matchedInLonger = new long[width];
    this.matchedOfShorter = new char[shorter.length()];
  }

  /** 0 (nothing in common) to 1 (the same text). */
  static double of(String one, String other) {
    if (one.equals(other)) {
      return 1;
    }
    if (!isAscii(one) || !isAscii(other)) {
      return PLAIN.apply(one, other);
    }
    return one.length() > other.length()
        ? new JaroWinkler(other, one).similarity()
        : new JaroWinkler(one, other).similarity();
  }

  private double similarity() {
    match();
    if (matches == 0) {
      return 0;
    }
    double m = matches;
    double jaro =
        (m / shorter.length() + m / longer.length() + (m - (double) transposed() / 2) / m) / 3;
    return jaro < WORTH_A_PREFIX ? jaro : jaro + PREFIX_SCALE * prefix() * (1 - jaro);
  }

  /** Each letter of the shorter text takes the first like one in reach that is still free. */
  private void match() {
    for (int at = 0; at < longer.length(); at++) {
      free[longer.charAt(at) * width + at / BITS] |= 1L << at;
    }
    int reach = Math.max(longer.length() / 2 - 1, 0);
    for (int at = 0; at < shorter.length(); at++) {
      char letter = shorter.charAt(at);
      int from = Math.max(at - reach, 0);
      int to = Math.min(at + reach + 1, longer.length());
      int place = firstFree(letter * width, from, to);
      if (place < to) {
        long bit = 1L << place;
        free[letter * width + place / BITS] &= ~bit;
        matchedInLonger[place / BITS] |= bit;
        matchedOfShorter[matches++] = letter;
      }
    }
  }

  /** The first place from {@code from} on; {@code to} or more when there is none before it. */
  private int firstFree(int row, int from, int to) {
    for (int word = from / BITS; word * BITS < to; word++) {
      long places = free[row + word];
      if (word == from / BITS) {
        places &= -1L << from;
      }
      if (places != 0) {
        return word * BITS + Long.numberOfTrailingZeros(places);
      }
    }
    return to;
  }

  /** Matched letters that stand in another order; each exchange counts twice. */
  private int transposed() {
    int transposed = 0;
    int at = 0;
    for (int word = 0; word < width; word++) {
      for (long places = matchedInLonger[word]; places != 0; places &= places - 1) {
        int place = word * BITS + Long.numberOfTrailingZeros(places);
        transposed += longer.charAt(place) == matchedOfShorter[at++] ? 0 : 1;
      }
    }
    return transposed;
  }

  private int prefix() {
    int most = Math.min(PREFIX, shorter.length());
    int prefix = 0;
    while (prefix < most && shorter.charAt(prefix) == longer.charAt(prefix)) {
      prefix++;
    }
    return prefix;
  }

  private static boolean isAscii(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= ASCII) {
        return false;
      }
    }
    return true;
  }
}
