package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.matching.Matcher;
import pairdesk.matching.review.PairProposal;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.catalogue.Catalogues;

/** Every true pair of the sandbox is proposed, the right way round, and no lookalike is. */
class MatchesOfTheSandboxTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
  private static final int POSTED = 80;

  private final Catalogue catalogue = Catalogues.shipped(START);
  private final Matcher matcher = new Matcher();

  @BeforeEach
  void fill() {
    matcher.replaceAll(SandboxListings.all(catalogue));
  }

  @Test
  void proposesTruePairsOnly() {
    List<String> proposed =
        matcher.proposals(POSTED).stream().map(pair -> key(pair, catalogue)).toList();
    List<String> wrong = new ArrayList<>(proposed);
    wrong.removeAll(truth());
    assertEquals(List.of(), wrong);
    assertFalse(proposed.isEmpty());
  }

  /**
   * Of a game each side has a market on Kalshi and both have one on Polymarket: one is proposed.
   */
  @Test
  @Tag("fault:V6")
  void findsEveryTruePairTheRightWayRound() {
    List<String> missed = new ArrayList<>();
    for (Catalogue.TruePair pair : catalogue.truePairs()) {
      PairProposal found =
          matcher.compare(
              SandboxListings.listing(pair.kalshi()), SandboxListings.listing(pair.polymarket()));
      boolean right = found.vetoes().isEmpty() && found.relation() == pair.relation();
      if (!right || found.score() < POSTED) {
        missed.add(
            found.score() + " " + found.relation() + " " + found.vetoes() + key(found, catalogue));
      }
    }
    assertEquals(List.of(), missed);
  }

  private Set<String> truth() {
    return catalogue.truePairs().stream()
        .map(pair ->
            String.join(
                " ",
                pair.kalshi().ticker(),
                pair.polymarket().texts().slug(),
                pair.relation().name()))
        .collect(Collectors.toSet());
  }

  private static String key(PairProposal pair, Catalogue catalogue) {
    String slug =
        catalogue.polymarket().stream()
            .filter(listing -> listing.id().equals(pair.right()))
            .map(listing -> listing.texts().slug())
            .findFirst()
            .orElseThrow();
    return String.join(" ", pair.left().code(), slug, pair.relation().name());
  }
}
