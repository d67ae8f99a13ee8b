package pairdesk.matching.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Listing;
import pairdesk.matching.Matcher;
import pairdesk.matching.file.LabelledData.LabelledPair;
import pairdesk.matching.review.PairProposal;

/**
 * Who wins a game, by how much, how many points fall and who leads at half-time are kept apart. The
 * kinds are told here by the venues' own words, not by the matcher's reading.
 */
class KindsApartTest {
  /** The least score of a card when nobody asks for another. */
  private static final int POSTED = 80;

  private enum Kind {
    HALF("\\b(?:1st|first|2nd|second)[ -]half\\b|\\bhalf-?time\\b"),
    SPREAD("\\bspread\\b|\\([-+]\\d+(?:\\.5)?\\)|\\bwins? by (?:over|more than)\\b"),
    TOTAL("\\bo/u\\b|\\bover/under\\b|\\btotal (?:points|goals|runs|score)\\b|\\btotals?\\b"),
    OTHER("");

    private final Pattern words;

    Kind(String words) {
      this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static Kind of(Listing listing) {
      String text = listing.texts().title() + " " + listing.names().group();
      for (Kind kind : List.of(HALF, SPREAD, TOTAL)) {
        if (kind.words.matcher(text).find()) {
          return kind;
        }
      }
      return OTHER;
    }
  }

  @Test
  void suggestsNoPairOfTwoKinds() throws IOException {
    Matcher matcher = new Matcher();
    List<String> mixed = new ArrayList<>();
    int apart = 0;
    for (LabelledPair pair : LabelledData.orSkip().pairs()) {
      Kind left = Kind.of(pair.left());
      Kind right = Kind.of(pair.right());
      if (left != right) {
        apart++;
        PairProposal found = matcher.compare(pair.left(), pair.right());
        if (found.vetoes().isEmpty() && found.score() >= POSTED && !pair.same()) {
          mixed.add(left + " against " + right + ", " + found.score() + ": " + pair.key());
        }
      }
    }
    System.out.printf("labelled pairs of two kinds: %d, suggested: %d%n", apart, mixed.size());
    assertTrue(apart > 20, "pairs of two kinds: " + apart);
    assertEquals(List.of(), mixed);
  }
}
