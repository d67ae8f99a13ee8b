package pairdesk.bot.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import pairdesk.bot.text.Texts;

/** What changed between two versions of a foreign text, word by word. */
public final class WordDiff {
  /** Unchanged words that are shown on either side of a change. */
  private static final int AROUND = 5;

  private static final int MOST_WORDS = 1_500;

  private WordDiff() {}

  private enum Kind {
    SAME,
    GONE,
    NEW
  }

  private record Word(Kind kind, String text) {}

  /**
   * The changed places with some words around: what is gone struck through, what is new in bold;
   * escaped, as many as fit into so many characters. Empty when nothing has changed.
   */
  public static String of(String before, String after, int most, Texts texts) {
    List<Word> words = compared(words(before), words(after));
    List<String> places = places(words);
    return Lines.fit(places, most, texts);
  }

  private static List<String> words(String text) {
    return List.of(Shown.plain(text, Integer.MAX_VALUE).split(" ")).stream()
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .toList();
  }

  /** By the longest common subsequence. */
  private static List<Word> compared(List<String> before, List<String> after) {
    int[][] common = common(before, after);
    Deque<Word> words = new ArrayDeque<>();
    int i = before.size();
    int j = after.size();
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && before.get(i - 1).equals(after.get(j - 1))) {
        words.addFirst(new Word(Kind.SAME, after.get(--j)));
        i--;
      } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
        words.addFirst(new Word(Kind.NEW, after.get(--j)));
      } else {
        words.addFirst(new Word(Kind.GONE, before.get(--i)));
      }
    }
    return List.copyOf(words);
  }

  /** Length of the longest common subsequence of every two beginnings. */
  private static int[][] common(List<String> before, List<String> after) {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = 1; i <= before.size(); i++) {
      for (int j = 1; j <= after.size(); j++) {
        common[i][j] =
            Objects.equals(before.get(i - 1), after.get(j - 1))
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return common;
  }

  private static List<String> places(List<Word> words) {
    var places = new ArrayList<String>();
    int at = 0;
    while (at < words.size()) {
      if (words.get(at).kind() == Kind.SAME) {
        at++;
        continue;
      }
      int end = end(words, at);
      int from = Math.max(0, at - AROUND);
      int to = Math.min(words.size(), end + AROUND);
      places.add(
          (from == 0 ? "" : "… ")
              + text(words.subList(from, to))
              + (to == words.size() ? "" : " …"));
      at = to;
    }
    return places;
  }

  /** Where this place of changes ends: changes that are close to each other are one. */
  private static int end(List<Word> words, int first) {
    int last = first;
    for (int at = first; at < words.size() && at - last <= 2 * AROUND; at++) {
      if (words.get(at).kind() != Kind.SAME) {
        last = at;
      }
    }
    return last + 1;
  }

  private static String text(List<Word> words) {
    var text = new StringBuilder();
    Kind kind = Kind.SAME;
    for (Word word : words) {
      if (word.kind() != kind) {
        text.append(mark(kind));
      }
      if (!text.isEmpty()) {
        text.append(' ');
      }
      if (word.kind() != kind) {
        text.append(mark(word.kind()));
        kind = word.kind();
      }
      text.append(Shown.escaped(word.text()));
    }
    return text.append(mark(kind)).toString();
  }

  private static String mark(Kind kind) {
    return switch (kind) {
      case SAME -> "";
      case GONE -> "~~";
      case NEW -> "**";
    };
  }
}
