package pairdesk.benchmarks;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Names, places and things as often as they come in real catalogues: the second half as often as
 * the first, the third a third as often (Zipf's law), so that a few are everywhere and most are
 * rare.
 */
final class MadeWords {
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "cor", "dan", "el", "fer", "gar", "hol", "is", "jen", "kar", "lon", "mar", "nor",
          "os", "pel", "quin", "ros", "san", "tor", "ul", "ver", "wil", "yor", "zan");
  private static final int FIRST_NAMES = 500;
  private static final int SURNAMES = 12_000;
  private static final int PLACES = 400;
  private static final int COMPANIES = 3_000;
  private static final List<String> ASSETS =
      List.of("Bitcoin", "Ethereum", "Solana", "XRP", "gold", "Tesla", "Nvidia", "Apple", "oil");
  private static final List<String> OFFICES =
      List.of(
          "governor",
          "senator",
          "mayor",
          "attorney general",
          "treasurer",
          "prime minister",
          "president",
          "secretary of state");
  private static final List<String> DEEDS =
      List.of(
          "resign",
          "be arrested",
          "drop out",
          "be pardoned",
          "retire",
          "visit Japan",
          "release an album",
          "be charged",
          "leave the cabinet",
          "announce a run for president",
          "get engaged",
          "testify before Congress");

  private final SplittableRandom random;

  MadeWords(SplittableRandom random) {
    this.random = random;
  }

  String person() {
    return capital(word(rank(FIRST_NAMES), 2)) + " " + capital(word(rank(SURNAMES), 3));
  }

  String place() {
    return capital(word(rank(PLACES) * 31, 3)) + "ia";
  }

  String company() {
    return capital(word(rank(COMPANIES) * 7, 3)) + pick(List.of(" Motors", "soft", " Labs", "air"));
  }

  String asset() {
    return pick(ASSETS);
  }

  String office() {
    return pick(OFFICES);
  }

  String deed() {
    return pick(DEEDS);
  }

  /** From 1 on, small ones most often. */
  int rank(int most) {
    return (int) Math.pow(most, random.nextDouble());
  }

  /** The earlier of the list more often. */
  private String pick(List<String> words) {
    return words.get(rank(words.size()) - 1);
  }

  /** Every number its own word. */
  private static String word(int number, int syllables) {
    StringBuilder word = new StringBuilder();
    int rest = number;
    for (int at = 0; at < syllables; at++) {
      word.append(SYLLABLES.get(rest % SYLLABLES.size()));
      rest /= SYLLABLES.size();
    }
    return word.toString();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
