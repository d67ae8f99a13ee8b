package pairdesk.matching.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The sentences of a rules text. */
public final class RulesText {
  private static final List<String> EXCEPTIONS =
      List.of("otherwise", "if for any", "if it becomes", "in the event", "the resolution source");

  private RulesText() {}

  /** In order, without blanks. */
  public static List<String> sentences(String rules) {
    String text = rules.length() > Words.LIMIT ? rules.substring(0, Words.LIMIT) : rules;
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\n' || (isSpace(text.charAt(at)) && isSentenceEnd(text, at))) {
        add(text.substring(from, at), sentences);
        from = at;
      }
    }
    add(text.substring(from), sentences);
    return List.copyOf(sentences);
  }

  private static void add(String sentence, List<String> sentences) {
    String stripped = sentence.strip();
    if (!stripped.isEmpty()) {
      sentences.add(stripped);
    }
  }

  /** Not after one letter: "U.S.", "Musk v. Altman". */
  private static boolean isSentenceEnd(String text, int at) {
    return at >= 3
        && ".!?".indexOf(text.charAt(at - 1)) >= 0
        && endsWord(text.charAt(at - 2))
        && endsWord(text.charAt(at - 3));
  }

  private static boolean endsWord(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || c == ')' || c == '"' || c == '\u201d';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** The sentence that says when YES wins; the first one where none does; empty without rules. */
  public static String condition(String rules) {
    List<String> sentences = sentences(rules);
    return sentences.stream()
        .filter(RulesText::decides)
        .findFirst()
        .orElse(sentences.isEmpty() ? "" : sentences.getFirst());
  }

  private static boolean decides(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    if (EXCEPTIONS.stream().anyMatch(lower::startsWith) || !lower.contains("resolve")) {
      return false;
    }
    return lower.contains("according to the") || (lower.contains("yes") && lower.contains("if "));
  }
}
