package pairdesk.bot.sentence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Splits a sentence as BERT's uncased models were trained to: lower case without accents, signs on
 * their own, each word into the longest pieces that the vocabulary has. Immutable.
 */
final class WordPieces {
  private static final String UNKNOWN = "[UNK]";
  private static final String FIRST = "[CLS]";
  private static final String LAST = "[SEP]";

  /** As in the published implementation: a longer word is no word. */
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> ids;
  private final int most;

  /**
   * @param vocabulary a piece for each id, in their order; those that go on a word begin with ##
   * @param most ids of a sentence, what begins and ends it included
   */
  WordPieces(List<String> vocabulary, int most) {
    Map<String, Integer> numbered = new HashMap<>();
    for (String piece : vocabulary) {
      numbered.putIfAbsent(piece, numbered.size());
    }
    for (String needed : List.of(UNKNOWN, FIRST, LAST)) {
      if (!numbered.containsKey(needed)) {
        throw new IllegalArgumentException("a vocabulary of word pieces has a line " + needed);
      }
    }
    this.ids = Map.copyOf(numbered);
    this.most = most;
  }

  static WordPieces read(Path file, int most) throws IOException {
    try {
      return new WordPieces(Files.readAllLines(file), most);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  /** Of the beginning of a sentence that is too long. */
  long[] ids(String sentence) {
    List<Long> found = new ArrayList<>();
    found.add(id(FIRST));
    for (String word : words(sentence)) {
      addPieces(word, found);
    }
    List<Long> kept = found.subList(0, Math.min(found.size(), most - 1));
    kept.add(id(LAST));
    return kept.stream().mapToLong(Long::longValue).toArray();
  }

  private void addPieces(String word, List<Long> found) {
    List<Long> pieces = new ArrayList<>();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      while (to > from && !ids.containsKey(piece(word, from, to))) {
        to--;
      }
      if (to == from || word.length() > LONGEST_WORD) {
        found.add(id(UNKNOWN));
        return;
      }
      pieces.add(id(piece(word, from, to)));
      from = to;
    }
    found.addAll(pieces);
  }

  private static String piece(String word, int from, int to) {
    return (from == 0 ? "" : "##") + word.substring(from, to);
  }

  private long id(String piece) {
    Integer id = ids.get(piece);
    if (id == null) {
      throw new IllegalStateException("no such piece: " + piece);
    }
    return id;
  }

  private static List<String> words(String sentence) {
    String plain =
        Normalizer.normalize(sentence.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{Mn}+", "")
            .replaceAll("[\\p{Cc}\\p{Cf}]+", " ");
    String apart = plain.replaceAll("([\\p{P}\\p{S}\\p{IsHan}])", " $1 ");
    return List.of(apart.strip().split("\\s+"));
  }
}
