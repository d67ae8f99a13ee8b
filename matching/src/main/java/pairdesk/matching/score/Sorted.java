package pairdesk.matching.score;

import java.util.Arrays;
import pairdesk.matching.candidate.Profile;

/**
 * Headlines with their words in order of the alphabet, cut to a length that keeps distances cheap.
 */
final class Sorted {
  private static final int LONGEST = 160;

  private Sorted() {}

  static String words(Profile profile) {
    String canonical = profile.canonical().strip();
    String cut = canonical.length() > LONGEST ? canonical.substring(0, LONGEST) : canonical;
    String[] words = cut.split(" ", -1);
    Arrays.sort(words);
    return String.join(" ", words);
  }
}
