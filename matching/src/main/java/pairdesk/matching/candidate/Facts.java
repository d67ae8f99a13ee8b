package pairdesk.matching.candidate;

import java.util.ArrayList;
import java.util.List;
import pairdesk.matching.text.KeySet;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.Proposition.Game;
import pairdesk.matching.text.Range;
import pairdesk.matching.text.Window;

/**
 * What a proposition says in figures and dates, as keys to search by: of forty strikes of one price
 * on twenty days all words are alike, and only these tell the one that is meant.
 */
final class Facts {
  private Facts() {}

  static KeySet of(Proposition proposition) {
    List<String> facts = new ArrayList<>();
    for (Range range : proposition.ranges()) {
      facts.add("figure " + range.bounds());
    }
    for (Window window : proposition.timing().windows()) {
      facts.add("day " + window.last());
    }
    proposition.shape().game().map(Game::day).ifPresent(day -> facts.add("day " + day));
    return KeySet.of(facts);
  }
}
