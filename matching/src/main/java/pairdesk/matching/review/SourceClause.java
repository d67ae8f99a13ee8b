package pairdesk.matching.review;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.RulesText;
import pairdesk.matching.text.Tag;

/** Who says what happened: an index, an agency, a consensus of reports. */
record SourceClause() implements ClauseReader {

  @Override
  public Clause.Topic topic() {
    return Clause.Topic.SOURCE;
  }

  @Override
  public Optional<Stated> read(Proposition listing) {
    Set<String> names = new TreeSet<>();
    for (Tag tag : listing.tags().stated(Kind.SOURCE)) {
      names.add(tag.id());
    }
    for (Tag tag : listing.tags().inRules(Kind.SOURCE)) {
      names.add(tag.id());
    }
    Optional<String> sentence =
        RulesText.sentences(listing.listing().texts().rules()).stream()
            .filter(SourceClause::namesSource)
            .findFirst();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Stated(
                String.join(",", names),
                Quotes.shorten(sentence.orElse(String.join(", ", names)))));
  }

  private static boolean namesSource(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return lower.contains("resolution source")
        || lower.contains("according to")
        || lower.contains("reported by")
        || lower.contains("benchmarks");
  }
}
