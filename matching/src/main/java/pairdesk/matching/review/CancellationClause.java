package pairdesk.matching.review;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.RulesText;

/** What happens when it is cancelled or postponed. */
record CancellationClause() implements ClauseReader {
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)\\b(cancel\\w*|postpon\\w*|abandon\\w*|forfeit\\w*|resched\\w*|void\\w*"
              + "|no (?:winner|result)|no [a-z]+ (?:takes place|is held)|(?:not|n't) (?:be )?(?:completed|known|occur|take place|held))\\b");
  private static final Map<String, String> EFFECTS =
      Map.of(
          "50-50", "split",
          "fair market", "fair price",
          "fair value", "fair price",
          "last traded", "fair price",
          "refund", "refund",
          "remain open", "stays open",
          "resolve to other", "other",
          "resolves to no", "no",
          "resolve to no", "no");

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.CANCELLATION;
  }

  @Override
  public Optional<Stated> read(Proposition listing) {
    StringBuilder words = new StringBuilder();
    Set<String> effects = new TreeSet<>();
    for (String sentence : RulesText.sentences(listing.listing().texts().rules())) {
      if (ABOUT.matcher(sentence).find()) {
        words.append(words.isEmpty() ? "" : " ").append(sentence);
        String lower =
            sentence
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\"\u201c\u201d]", "")
                .replace("50/50", "50-50");
        EFFECTS.forEach((phrase, effect) -> addIf(lower.contains(phrase), effects, effect));
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Stated(
                effects.isEmpty() ? words.toString() : String.join(",", effects),
                Quotes.shorten(words.toString())));
  }

  private static void addIf(boolean holds, Set<String> effects, String effect) {
    if (holds) {
      effects.add(effect);
    }
  }
}
