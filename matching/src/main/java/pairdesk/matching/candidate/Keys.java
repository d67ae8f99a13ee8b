package pairdesk.matching.candidate;

import java.util.Arrays;
import java.util.Collection;

/**
 * Words and trigrams as numbers. Words are hashed to 64 bits: among a million of them two share a
 * number once in forty million catalogues. Trigrams are packed without loss.
 */
final class Keys {
  private static final long BASIS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;
  private static final int GRAM = 3;

  private Keys() {}

  /** FNV-1a over the characters. */
  static long of(String word) {
    long hash = BASIS;
    for (int at = 0; at < word.length(); at++) {
      hash = (hash ^ word.charAt(at)) * PRIME;
    }
    return hash;
  }

  /** In ascending order, each once. */
  static long[] of(Collection<String> words) {
    return words.stream().mapToLong(Keys::of).sorted().distinct().toArray();
  }

  /** In ascending order, each once. */
  static long[] gramsOf(String text) {
    int count = Math.max(0, text.length() - GRAM + 1);
    long[] grams = new long[count];
    for (int at = 0; at < count; at++) {
      grams[at] =
          ((long) text.charAt(at) << 32) | ((long) text.charAt(at + 1) << 16) | text.charAt(at + 2);
    }
    return Arrays.stream(grams).sorted().distinct().toArray();
  }

  /** How many keys two ascending lists share. */
  static int common(long[] left, long[] right) {
    int common = 0;
    for (int l = 0, r = 0; l < left.length && r < right.length; ) {
      int step = Long.compare(left[l], right[r]);
      common += step == 0 ? 1 : 0;
      l += step <= 0 ? 1 : 0;
      r += step >= 0 ? 1 : 0;
    }
    return common;
  }
}
