package pairdesk.matching.review;

import java.util.List;
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
  /** What nearly every text of Polymarket falls back on: a source only where it is the only one. */
  private static final String FALLBACK = "credible";

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
    if (names.size() > 1) {
      names.remove(FALLBACK);
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Stated(String.join(",", names), Quotes.shorten(sentence(listing, names))));
  }

  /** The sentence that names the source, else the first that speaks of one, else the names. */
  private static String sentence(Proposition listing, Set<String> names) {
    List<String> sentences =
        RulesText.sentences(listing.listing().texts().rules()).stream()
            .filter(SourceClause::namesSource)
            .toList();
    return sentences.stream()
        .filter(sentence -> sentence.toLowerCase(Locale.ROOT).contains("source"))
        .findFirst()
        .or(() -> sentences.stream().findFirst())
        .orElse(String.join(", ", names));
  }

  private static boolean namesSource(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return lower.contains("resolution source")
        || lower.contains("according to")
        || lower.contains("reported by")
        || lower.contains("benchmarks");
  }
}
