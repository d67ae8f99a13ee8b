package pairdesk.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.review.PairProposal;

class MatcherTest {
  private static final long SEED = 20_260_917L;
  private static final List<String> CITIES =
      List.of("Milwaukee", "Denver", "Boston", "Miami", "Phoenix", "Utah");
  private static final List<String> CLUBS =
      List.of(
          "Milwaukee Bucks",
          "Denver Nuggets",
          "Boston Celtics",
          "Miami Heat",
          "Phoenix Suns",
          "Utah Jazz");

  @Test
  void pairsEveryOutcomeOfAnEventWithItsOwn() {
    Matcher matcher = matcherOf(catalogue());
    List<String> pairs =
        matcher.proposals(50).stream()
            .map(pair -> pair.left().code() + "=" + pair.right().code())
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "KXNBA-26-0=p0",
            "KXNBA-26-1=p1",
            "KXNBA-26-2=p2",
            "KXNBA-26-3=p3",
            "KXNBA-26-4=p4",
            "KXNBA-26-5=p5"),
        pairs);
  }

  @Test
  void doesNotDependOnTheOrderOfListings() {
    List<Listing> shuffled = new ArrayList<>(catalogue());
    Collections.shuffle(shuffled, new Random(SEED));
    assertEquals(
        matcherOf(catalogue()).proposals(0), matcherOf(shuffled).proposals(0), "seed " + SEED);
  }

  @Test
  void forgetsARemovedListing() {
    Matcher matcher = matcherOf(catalogue());
    matcher.proposals(0);
    matcher.remove(MarketId.polymarket("p3"));
    assertTrue(matcher.proposals(0).stream().noneMatch(pair -> pair.right().code().equals("p3")));
    matcher.remove(MarketId.polymarket("never listed"));
  }

  @Test
  void judgesAChangedListingAnew() {
    Matcher matcher = matcherOf(catalogue());
    String before = pairOf(matcher, "p0").rulesHash();
    matcher.replace(
        Listings.polymarket(
            "p0", "Will the Milwaukee Bucks win the 2026 NBA Finals?", "New rules."));
    assertTrue(!pairOf(matcher, "p0").rulesHash().equals(before));
    matcher.replace(Listings.polymarket("p0", "Will it rain in Paris on May 3, 2026?", ""));
    assertTrue(matcher.proposals(10).stream().noneMatch(pair -> pair.right().code().equals("p0")));
  }

  @Test
  void proposesNoContradictedPairButShowsItAsCandidate() {
    Listing kalshi = Listings.kalshi("KXA-1", "Will Ann Lee resign before Jan 1, 2026?", "", "");
    Listing lookAlike = Listings.polymarket("1", "Will Ann Lee resign before Jan 1, 2025?", "");
    Matcher matcher = matcherOf(List.of(kalshi, lookAlike));
    assertEquals(List.of(), matcher.proposals(0));
    PairProposal candidate = matcher.candidates(kalshi.market(), 5).getFirst();
    assertEquals("date", candidate.vetoes().getFirst().veto());
    assertTrue(candidate.score() <= 10);
    assertTrue(candidate.reasons().getFirst().startsWith("Contradiction (date): "));
  }

  @Test
  void refusesSidesInTheWrongOrder() {
    Listing right = Listings.polymarket("1", "Will it rain?", "");
    Matcher matcher = new Matcher();
    assertThrows(IllegalArgumentException.class, () -> matcher.compare(right, right));
  }

  @Test
  void neverScoresAShiftedDeadlineHigher() {
    Random random = new Random(SEED);
    Matcher matcher = matcherOf(catalogue());
    for (int round = 0; round < 50; round++) {
      int year = 2026 + random.nextInt(5);
      Listing kalshi =
          Listings.kalshi("KXB-1", "Will Ann Lee resign before Jan 1, " + year + "?", "", "");
      Listing same =
          Listings.polymarket("1", "Will Ann Lee resign by December 31, " + (year - 1) + "?", "");
      Listing shifted =
          Listings.polymarket("1", "Will Ann Lee resign by December 31, " + year + "?", "");
      assertTrue(
          matcher.compare(kalshi, same).score() > matcher.compare(kalshi, shifted).score(),
          "seed " + SEED + ", year " + year);
    }
  }

  @Test
  void survivesRandomText() {
    Random random = new Random(SEED);
    Matcher matcher = new Matcher();
    for (int round = 0; round < 60; round++) {
      String text =
          random
              .ints(1 + random.nextInt(300), 0, 0x3000)
              .filter(c -> !Character.isSurrogate((char) c))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      matcher.replace(Listings.kalshi("KX" + round % 20, text, "", text));
      matcher.replace(Listings.polymarket("p" + round % 20, text, text));
    }
    matcher.proposals(0).forEach(pair -> assertTrue(pair.score() <= 100, "seed " + SEED));
  }

  private static PairProposal pairOf(Matcher matcher, String polymarket) {
    return matcher.proposals(0).stream()
        .filter(pair -> pair.right().code().equals(polymarket))
        .findFirst()
        .orElseThrow();
  }

  private static Matcher matcherOf(List<Listing> listings) {
    Matcher matcher = new Matcher();
    listings.forEach(matcher::replace);
    return matcher;
  }

  private static List<Listing> catalogue() {
    List<Listing> listings = new ArrayList<>();
    for (int at = 0; at < CITIES.size(); at++) {
      String city = CITIES.get(at);
      listings.add(
          Listings.kalshi(
              "KXNBA-26-" + at, "Will " + city + " win the 2026 Pro Basketball Finals?", city, ""));
      String club = CLUBS.get(at);
      listings.add(
          Listings.polymarket("p" + at, "Will the " + club + " win the 2026 NBA Finals?", ""));
      listings.add(
          Listings.polymarket(
              "c" + at, "Will the " + club + " win the NBA Western Conference Finals?", ""));
    }
    return listings;
  }
}
