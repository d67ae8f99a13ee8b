package pairdesk.matching.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Listing;
import pairdesk.matching.Listings;
import pairdesk.matching.Matcher;
import pairdesk.matching.review.Clause.Topic;
import pairdesk.matching.review.Clause.Verdict;

class RuleStatementsTest {
  private static final Listing PRICE =
      Listings.kalshi(
          "KXA-1",
          "Bitcoin price on Feb 14, 2025? Above 97000",
          "",
          "If the CF Benchmarks index at 5 PM EST on Feb 14, 2025 is above 97000, then the market resolves to Yes.");
  private static final Listing OTHER_PRICE =
      Listings.polymarket(
          "1",
          "Will Bitcoin close above $97,000 on February 14, 2025?",
          "This market will resolve to \"Yes\" if the Binance candle for noon ET on Feb 14, 2025 is above $97,000.");

  @Test
  void showsDifferencesFirst() {
    List<Clause> clauses = clauses(PRICE, OTHER_PRICE);
    assertEquals(
        List.of(Topic.SOURCE, Topic.INSTANT),
        clauses.stream().limit(2).map(Clause::topic).toList());
    assertEquals(Verdict.DIFFERENT, verdict(clauses, Topic.SOURCE));
    assertEquals(Verdict.DIFFERENT, verdict(clauses, Topic.INSTANT));
    assertEquals(Verdict.EQUAL, verdict(clauses, Topic.THRESHOLD));
    assertEquals(Verdict.EQUAL, verdict(clauses, Topic.STRICTNESS));
    assertEquals(Verdict.EQUAL, verdict(clauses, Topic.TOUCH_OR_CLOSE));
    assertEquals(Verdict.NOT_STATED, verdict(clauses, Topic.CANCELLATION));
  }

  @Test
  void tellsMoreThanFromAtLeast() {
    List<Clause> clauses =
        clauses(
            Listings.kalshi("KXA-1", "Will she get 50% or more?", "", ""),
            Listings.polymarket("1", "Will she get over 50%?", ""));
    assertEquals(Verdict.EQUAL, verdict(clauses, Topic.THRESHOLD));
    assertEquals(Verdict.DIFFERENT, verdict(clauses, Topic.STRICTNESS));
  }

  @Test
  void readsTheEndOfTheLastDayHoweverItIsWritten() {
    List<Clause> clauses =
        clauses(
            Listings.kalshi("KXA-1", "Will it open before Jan 1, 2026?", "", ""),
            Listings.polymarket(
                "1",
                "Will it open in 2025?",
                "This market will resolve to \"Yes\" if it opens by December 31, 2025, 11:59 PM ET."));
    assertEquals(Verdict.EQUAL, verdict(clauses, Topic.INSTANT));
  }

  @Test
  void quotesWhatACancellationPays() {
    List<Clause> clauses =
        clauses(
            Listings.kalshi(
                "KXA-1",
                "A vs B",
                "",
                "If the game is cancelled, the market resolves to the fair market price."),
            Listings.polymarket(
                "1", "A vs. B", "If the game is canceled, this market will resolve 50-50."));
    Clause cancellation =
        clauses.stream().filter(c -> c.topic() == Topic.CANCELLATION).findFirst().orElseThrow();
    assertEquals(Verdict.DIFFERENT, cancellation.verdict());
    assertEquals("If the game is canceled, this market will resolve 50-50.", cancellation.right());
  }

  @Test
  void changesTheHashWithEitherText() {
    Listing edited = Listings.polymarket("1", "Will Bitcoin close above $97,000?", "edited");
    assertEquals(RulesHash.of(PRICE, OTHER_PRICE), RulesHash.of(PRICE, OTHER_PRICE));
    assertNotEquals(RulesHash.of(PRICE, OTHER_PRICE), RulesHash.of(PRICE, edited));
    assertNotEquals(RulesHash.of(PRICE, OTHER_PRICE), RulesHash.of(OTHER_PRICE, PRICE));
  }

  private static List<Clause> clauses(Listing left, Listing right) {
    return new Matcher().compare(left, right).clauses();
  }

  private static Verdict verdict(List<Clause> clauses, Topic topic) {
    return clauses.stream()
        .filter(clause -> clause.topic() == topic)
        .map(Clause::verdict)
        .findFirst()
        .orElseThrow();
  }
}
