package pairdesk.matching.veto;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/**
 * One asks for less than the other by a phrase that the other, rules included, does not have: any
 * month of the year, the place of the next meeting, the votes of the lists alone, the models that
 * write code, which of two comes first.
 */
record NarrowerVeto() implements Veto {
  /** Every rule book explains them somewhere: only the condition counts. */
  private static final Set<Tag> PARTS =
      Set.of(new Tag(Kind.STATISTIC, "listvotes"), new Tag(Kind.TOPIC, "coding"));

  @Override
  public String name() {
    return "narrower";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    return narrowing(pair.left(), pair.right())
        .or(() -> narrowing(pair.right(), pair.left()))
        .map(tag -> tag.label() + " against a question without it");
  }

  private static Optional<Tag> narrowing(Proposition narrow, Proposition wide) {
    return Stream.concat(
            narrow.tags().stated(Kind.NARROWING).stream().filter(tag -> !wide.mentions(tag.key())),
            PARTS.stream().filter(part -> narrow.tags().stated(part.kind()).contains(part)))
        .filter(tag ->
            !wide.tags().stated(tag.kind()).contains(tag)
                && !wide.tags().inRules(tag.kind()).contains(tag))
        .min(Comparator.comparing(Tag::id));
  }
}
