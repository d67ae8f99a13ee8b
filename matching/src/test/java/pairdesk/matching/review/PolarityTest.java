package pairdesk.matching.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Relation;
import pairdesk.matching.Listings;
import pairdesk.matching.Matcher;

class PolarityTest {
  private static final Matcher MATCHER = new Matcher();

  @Test
  void turnsRoundByNegation() {
    assertEquals(
        Relation.SAME,
        relation("Will Ann meet Bob before 2027?", "Will Ann meet Bob before 2027?"));
    assertEquals(
        Relation.INVERSE,
        relation("Will Ann meet Bob before 2027?", "Will Ann not meet Bob before 2027?"));
    assertEquals(Relation.SAME, relation("Will Ann not meet Bob?", "Will Ann never meet Bob?"));
  }

  @Test
  void takesNoNegationFromAPhrase() {
    assertEquals(
        Relation.SAME,
        relation("Will Acme end its not-for-profit status?", "Will Acme become for-profit?"));
  }

  @Test
  void turnsRoundByTheOppositeRange() {
    assertEquals(Relation.INVERSE, relation("Will it be above 24?", "Will it be 24 or less?"));
  }

  @Test
  void turnsRoundWhenTheSideIsTheSecondOutcome() {
    Listing game =
        Listings.game("1", "nba-phi-tor-2026-01-11", "76ers vs. Raptors", "76ers", "Raptors");
    assertEquals(Relation.SAME, side("Philadelphia", game));
    assertEquals(Relation.INVERSE, side("Toronto", game));
  }

  private static Relation side(String city, Listing game) {
    Listing market =
        Listings.kalshi("KXNBAGAME-26JAN11PHITOR-X", "Philadelphia at Toronto Winner?", city, "");
    return MATCHER.compare(market, game).relation();
  }

  private static Relation relation(String kalshi, String polymarket) {
    return MATCHER
        .compare(Listings.kalshi("KXA-1", kalshi, "", ""), Listings.polymarket("1", polymarket, ""))
        .relation();
  }
}
