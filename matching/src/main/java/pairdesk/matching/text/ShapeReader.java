package pairdesk.matching.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pairdesk.engine.market.Listing;
import pairdesk.matching.text.Proposition.Outcomes;
import pairdesk.matching.text.Proposition.Roles;
import pairdesk.matching.text.Proposition.Shape;

/** Reads how a question is built: negation, who does it to whom, its outcomes' names, its game. */
final class ShapeReader {
  private ShapeReader() {}

  static Shape read(Listing listing, Reading headline, Surroundings around) {
    return new Shape(
        headline.tone().negated(),
        headline.tone().stays(),
        headline.ranges().stream().anyMatch(range -> !range.isPoint())
            || StrikeReader.read(listing.strike()).isPresent(),
        roles(ListingTexts.title(listing), around),
        outcomes(listing.names(), around.with(headline.tags())),
        GameReader.read(listing, around));
  }

  /** The words before and after the first verb of direction. */
  private static Roles roles(String title, Surroundings around) {
    List<String> words = Arrays.asList(title.split("\\s+", -1));
    for (int at = 1; at < words.size() - 1; at++) {
      if (around.vocabulary().directed(Words.stem(words.get(at).toLowerCase(Locale.ROOT)))) {
        return new Roles(
            around.keys(String.join(" ", words.subList(0, at))),
            around.keys(String.join(" ", words.subList(at + 1, words.size()))));
      }
    }
    return new Roles(Set.of(), Set.of());
  }

  private static Outcomes outcomes(Listing.Names names, Surroundings around) {
    boolean yesNo =
        names.noLabel().equalsIgnoreCase("no") || names.noLabel().equals(names.yesLabel());
    return new Outcomes(
        around.keys(names.group()),
        yesNo ? Set.of() : around.keys(names.yesLabel()),
        yesNo ? Set.of() : around.keys(names.noLabel()));
  }
}
