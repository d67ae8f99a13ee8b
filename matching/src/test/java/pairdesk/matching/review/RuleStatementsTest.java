package pairdesk.matching.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @Tag("fault:E1")
  @Tag("fault:L9")
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

  /** Rules in our own words, in the shapes that both venues publish. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSTANT    | EQUAL      | If it opens before Jan 1, 2027, then the market resolves to Yes. | This market resolves to \"Yes\" if it opens by December 31, 2026, 11:59 PM ET.",
        "INSTANT    | EQUAL      | If it opens before January 1, 2027, 12:00 AM ET, then the market resolves to Yes. | This market resolves to \"Yes\" if it opens between January 9, 2026, 1:00 PM ET and December 31, 2026, 11:59 PM ET.",
        "INSTANT    | EQUAL      | If the U.S. court sides with Lee in Lee v. Ray before Jan 1, 2027, then the market resolves to Yes. | This market resolves to \"Yes\" if the U.S. court sides with Lee in Lee v. Ray by December 31, 2026.",
        "INSTANT    | DIFFERENT  | If it opens before Jan 1, 2027, then the market resolves to Yes. | This market resolves to \"Yes\" if it opens by June 30, 2026, 11:59 PM ET.",
        "INSTANT    | DIFFERENT  | If Acme leads on Dec 31, 2026, then the market resolves to Yes. | This market resolves to \"Yes\" if Acme leads when the table is checked on December 31, 2026, 12:00 PM ET.",
        "INSTANT    | DIFFERENT  | If the index at 5 PM EST on Feb 14, 2026 is above 10, then the market resolves to Yes. | This market resolves to \"Yes\" if the index at noon ET on Feb 14, 2026 is above 10.",
        "INSTANT    | NOT_STATED | If Acme wins, then the market resolves to Yes. | This market resolves to \"Yes\" if Acme wins by June 30, 2026.",
        "THRESHOLD  | EQUAL      | If the price is above 249999.99 by Dec 31, 2026, then the market resolves to Yes. | This market resolves to \"Yes\" if the price is $250,000 or higher by December 31, 2026.",
        "STRICTNESS | EQUAL      | If the price is above 249999.99 by Dec 31, 2026, then the market resolves to Yes. | This market resolves to \"Yes\" if the price is $250,000 or higher by December 31, 2026.",
        "THRESHOLD  | DIFFERENT  | If the price is above 97249.99 on Feb 14, 2026, then the market resolves to Yes. | This market resolves to \"Yes\" if the price is above $97,300 on Feb 14, 2026.",
        "STRICTNESS | DIFFERENT  | If Lee has a net worth more than $1 trillion before Jan 1, 2027, then the market resolves to Yes. | This market resolves to \"Yes\" if Lee's net worth reaches or exceeds $1 trillion by December 31, 2026.",
        "STRICTNESS | DIFFERENT  | If the share is greater than 5000, then the market resolves to Yes. | This market resolves to \"Yes\" if the share is greater than or equal to 5000.",
        "STRICTNESS | DIFFERENT  | If the price is below 70000, then the market resolves to Yes. | This market resolves to \"Yes\" if the price is at or below 70000.",
        "SOURCE     | EQUAL      | If NASA reports a record, then the market resolves to Yes. | The primary resolution source is NASA, however a consensus of credible reporting will also be used.",
        "SOURCE     | DIFFERENT  | If it rains according to the National Weather Service, then the market resolves to Yes. | The resolution source is Weather Underground.",
        "SOURCE     | NOT_STATED | If it rains, then the market resolves to Yes. | The resolution source is Weather Underground.",
        "REVISIONS  | EQUAL      | Revisions made after expiration will not be counted. | This market resolves by the first release, regardless of later revision.",
        "REVISIONS  | DIFFERENT  | Figures as revised by the agency are used until expiration. | Subsequent revisions will not be considered.",
        "REVISIONS  | NOT_STATED | If it rains, then the market resolves to Yes. | Subsequent revisions will not be considered.",
        "CANCELLATION | EQUAL    | If the game is cancelled, the market resolves to No. | If the game is canceled, this market will resolve to “No”.",
        "CANCELLATION | DIFFERENT | If the game is postponed, the market resolves to the last traded price. | If the game is postponed, this market will remain open.",
        "CANCELLATION | NOT_STATED | If Acme wins, then the market resolves to Yes. | If no winner is declared by June 30, 2026, this market will resolve to “Other”.",
      })
  void readsRulesOfBothVenues(Topic topic, Verdict expected, String kalshi, String polymarket) {
    List<Clause> clauses =
        clauses(
            Listings.kalshi("KXA-1", "Will it be so?", "", kalshi),
            Listings.polymarket("1", "Will it be so?", polymarket));
    assertEquals(expected, verdict(clauses, topic), clauses::toString);
  }

  @Test
  @Tag("fault:E1")
  void gradesTheRiskByWhatDiffers() {
    assertEquals(RiskGrade.HIGH, new Matcher().compare(PRICE, OTHER_PRICE).risk());
    assertEquals(
        RiskGrade.LOW,
        risk(
            "If it opens by May 1, 2026, it resolves to Yes.",
            "It resolves to \"Yes\" if it opens by May 1, 2026."));
    assertEquals(
        RiskGrade.MODERATE,
        risk(
            "If it opens by May 1, 2026, it resolves to Yes.",
            "It resolves to \"Yes\" if it opens by May 1, 2026. The resolution source is Reuters."));
    assertEquals(RiskGrade.UNREAD, risk("", "It resolves to \"Yes\" if it opens by May 1, 2026."));
  }

  private static RiskGrade risk(String kalshi, String polymarket) {
    return new Matcher()
        .compare(
            Listings.kalshi("KXA-1", "Will it open?", "", kalshi),
            Listings.polymarket("1", "Will it open?", polymarket))
        .risk();
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
