package pairdesk.matching.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.RulesText;

/** Whether a figure that is corrected after its publication counts as corrected. */
record RevisionsClause() implements ClauseReader {
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)\\b(revis\\w*|restate\\w*|correction\\w*|initial (?:report|release)|"
              + "first (?:report|release|publi)\\w*|preliminary|advance estimate)\\b");
  private static final List<String> IGNORED =
      List.of(
          "not be",
          "not affect",
          "not count",
          "will not",
          "won't",
          "regardless",
          "irrespective",
          "disregard",
          "without regard",
          "ignor",
          "no consideration",
          "initial",
          "first report",
          "first release",
          "first publi",
          "preliminary",
          "advance estimate");

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.REVISIONS;
  }

  @Override
  public Optional<Stated> read(Proposition listing) {
    return RulesText.sentences(listing.listing().texts().rules()).stream()
        .filter(sentence -> ABOUT.matcher(sentence).find())
        .findFirst()
        .map(sentence -> new Stated(effect(sentence), Quotes.shorten(sentence)));
  }

  private static String effect(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return IGNORED.stream().anyMatch(lower::contains) ? "ignored" : "counted";
  }
}
