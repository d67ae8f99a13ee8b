package pairdesk.matching.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The sentences of a rules text. */
public final class RulesText {
  /** Not after one letter: "U.S.", "Musk v. Altman". */
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[A-Za-z0-9)\"\u201d]{2}[.!?])\\s+|\\n+");

  private static final List<String> EXCEPTIONS =
      List.of("otherwise", "if for any", "if it becomes", "in the event", "the resolution source");

  private RulesText() {}

  /** In order, without blanks. */
  public static List<String> sentences(String rules) {
    String cut = rules.length() > Words.LIMIT ? rules.substring(0, Words.LIMIT) : rules;
    return SENTENCE_END.splitAsStream(cut).map(String::strip).filter(s -> !s.isEmpty()).toList();
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
