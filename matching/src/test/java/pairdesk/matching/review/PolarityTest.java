package pairdesk.matching.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INVERSE | Will no hurricane hit Florida?       | Will a hurricane hit Florida?",
        "INVERSE | No hurricane to hit Florida in 2026? | Will a hurricane hit Florida in 2026?",
        "SAME    | Will no hurricane hit Florida?       | Will there be zero hurricanes in Florida?",
        "SAME    | Will no hurricane hit Florida?       | Will a hurricane not hit Florida?",
        "SAME    | Will the song be No. 1 in May?       | Will the song be #1 in May?",
        "SAME    | Will No Labels win a seat?           | Will the third party win a seat?",
        "SAME    | Will it open no later than May?      | Will it open by May?",
        "SAME    | Will the Fed make no change in May?  | Will the Fed hold rates in May?",
        "SAME    | Will rates be cut to zero in 2026?   | Will rates fall to 0 in 2026?",
      })
  void noneOfAThingIsANegation(Relation relation, String kalshi, String polymarket) {
    assertEquals(relation, relation(kalshi, polymarket));
    assertEquals(relation, relation(polymarket, kalshi));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INVERSE | Will Ann remain mayor through 2026?   | Ann out as mayor in 2026?",
        "INVERSE | Will Ann still be mayor after 2026?   | Will Ann resign in 2026?",
        "SAME    | Will Ann remain mayor through 2026?   | Will Ann stay mayor until 2027?",
        "SAME    | Will Ann remain mayor through 2026?   | Will Ann be mayor on Dec 31, 2026?",
        "SAME    | Will Ann not remain mayor in 2026?    | Ann out as mayor in 2026?",
        "SAME    | Will Ann leave office in 2026?        | Ann out as mayor in 2026?",
      })
  void stayingIsTheOppositeOfLeaving(Relation relation, String kalshi, String polymarket) {
    assertEquals(relation, relation(kalshi, polymarket));
    assertEquals(relation, relation(polymarket, kalshi));
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
