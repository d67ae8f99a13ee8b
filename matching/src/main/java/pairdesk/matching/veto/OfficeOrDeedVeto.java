package pairdesk.matching.veto;

import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/** One asks who comes to an office, the other whether somebody does something else. */
record OfficeOrDeedVeto() implements Veto {
  /** What does not lead to an office. */
  private static final Set<String> DEEDS =
      Set.of(
          "visit",
          "meet",
          "call",
          "arrest",
          "charge",
          "convict",
          "sentence",
          "marry",
          "divorce",
          "die",
          "endorse",
          "sue",
          "say",
          "released",
          "deport",
          "acquire");

  @Override
  public String name() {
    return "event type";
  }

  @Override
  public Optional<String> objection(Comparison pair) {
    return apart(pair.left(), pair.right()) || apart(pair.right(), pair.left())
        ? Optional.of("coming to an office against doing something else")
        : Optional.empty();
  }

  private static boolean apart(Proposition office, Proposition deed) {
    Set<Tag> done = deed.tags().stated(Kind.ACTION);
    return !office.tags().stated(Kind.OFFICE).isEmpty()
        && office.tags().stated(Kind.ACTION).isEmpty()
        && deed.tags().stated(Kind.OFFICE).isEmpty()
        && deed.tags().inRules(Kind.OFFICE).isEmpty()
        && !done.isEmpty()
        && done.stream()
            .allMatch(tag ->
                DEEDS.contains(tag.id()) && !office.tags().inRules(Kind.ACTION).contains(tag));
  }
}
