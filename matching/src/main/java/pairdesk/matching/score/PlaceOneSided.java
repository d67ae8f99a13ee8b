package pairdesk.matching.score;

import java.util.List;
import java.util.Set;
import pairdesk.matching.text.Kind;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Tag;

/** One side narrows the question to a place of which the other never speaks, rules included. */
record PlaceOneSided() implements Feature {
  private static final List<Kind> PLACES =
      List.of(Kind.COUNTRY, Kind.STATE, Kind.CITY, Kind.STATION, Kind.DISTRICT);

  @Override
  public String name() {
    return "placeOneSided";
  }

  @Override
  public double value(Comparison pair) {
    return PLACES.stream()
            .anyMatch(kind ->
                beyond(kind, pair.left(), pair.right()) || beyond(kind, pair.right(), pair.left()))
        ? 1
        : 0;
  }

  private static boolean beyond(Kind kind, Proposition side, Proposition other) {
    Set<Tag> named = side.tags().stated(kind);
    return !other.tags().stated(kind).containsAll(named)
        && named.stream().noneMatch(tag -> other.mentions(tag.key()))
        && !other.tags().inRules(kind).containsAll(named);
  }
}
