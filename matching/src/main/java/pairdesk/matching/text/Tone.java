package pairdesk.matching.text;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Which way round a question is asked, by its plain words: a phrase like "not-for-profit" or "no
 * change" says nothing here.
 *
 * @param negated an odd number of times: "not", "never", "no hurricane"
 * @param stays asks that somebody or something stays as it is: "remain", "still"
 */
record Tone(boolean negated, boolean stays) {
  private static final Set<String> NONE = Set.of("no", "zero");

  /** "No later than" is a deadline, and who "no longer" is something has left it. */
  private static final Set<String> OF_TIME = Set.of("later", "earlier", "sooner", "longer");

  /** Elsewhere zero is a figure: "cut to zero", "net zero". */
  private static final Set<String> BEFORE_ZERO = Set.of("will", "be", "have", "see");

  /**
   * @param taken words of dates, figures and phrases
   */
  static Tone of(List<Word> words, BitSet taken, Vocabulary vocabulary) {
    int negations = 0;
    boolean stays = false;
    for (int at = taken.nextClearBit(0); at < words.size(); at = taken.nextClearBit(at + 1)) {
      String word = words.get(at).text();
      negations += vocabulary.negates(word) || isNone(words, at) ? 1 : 0;
      stays |= vocabulary.stays(word);
    }
    return new Tone(negations % 2 == 1, stays);
  }

  /** "No hurricane" and "zero hurricanes", but neither "No. 1" nor the party "No Labels". */
  private static boolean isNone(List<Word> words, int at) {
    Word word = words.get(at);
    if (!NONE.contains(word.text()) || at + 1 == words.size()) {
      return false;
    }
    Word next = words.get(at + 1);
    boolean named = word.capital() && (at > 0 || next.capital());
    boolean counted =
        word.text().equals("no")
            ? !OF_TIME.contains(next.text())
            : at == 0 || BEFORE_ZERO.contains(words.get(at - 1).text());
    return counted && !named && next.isWord() && !next.startsWithDigit();
  }
}
