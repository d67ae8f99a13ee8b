package pairdesk.matching.veto;

import java.util.Optional;
import java.util.Set;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/** One asks who comes to an office or an award, the other whether somebody does something else. */
record OfficeOrDeedVeto() implements Veto {
  /** What leads to neither. */
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
        ? Optional.of("coming to an office or award against doing something else")
        : Optional.empty();
  }

  private static boolean apart(Proposition gain, Proposition deed) {
    Set<Tag> done = deed.tags().stated(Kind.ACTION);
    return (isGain(gain, deed, Kind.OFFICE) || isGain(gain, deed, Kind.AWARD))
        && gain.tags().stated(Kind.ACTION).isEmpty()
        && !done.isEmpty()
        && done.stream()
            .allMatch(
                tag -> DEEDS.contains(tag.id()) && !gain.tags().inRules(Kind.ACTION).contains(tag));
  }

  /** One names an office or award, the other, rules included, none. */
  private static boolean isGain(Proposition gain, Proposition deed, Kind kind) {
    return !gain.tags().stated(kind).isEmpty()
        && deed.tags().stated(kind).isEmpty()
        && deed.tags().inRules(kind).isEmpty();
  }
}
