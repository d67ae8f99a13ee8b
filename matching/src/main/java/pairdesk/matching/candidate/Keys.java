package pairdesk.matching.candidate;

import pairdesk.matching.text.KeySet;

/** Trigrams as numbers, packed without loss. */
final class Keys {
  private static final int GRAM = 3;

  private Keys() {}

  static KeySet gramsOf(String text) {
    int count = Math.max(0, text.length() - GRAM + 1);
    long[] grams = new long[count];
    for (int at = 0; at < count; at++) {
      grams[at] =
          ((long) text.charAt(at) << 32) | ((long) text.charAt(at + 1) << 16) | text.charAt(at + 2);
    }
    return KeySet.ofKeys(grams);
  }
}
