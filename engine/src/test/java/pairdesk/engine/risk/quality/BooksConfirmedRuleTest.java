package pairdesk.engine.risk.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.sample.RiskScene.LEFT;
import static pairdesk.engine.sample.RiskScene.RIGHT;
import static pairdesk.engine.sample.SampleMarkets.NOW;
import static pairdesk.engine.sample.SampleMarkets.bookAt;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.opportunity.Leg;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.sample.RiskScene;

/** YES on the left has become cheaper just now. */
class BooksConfirmedRuleTest {
  private static final Verdict ALLOW = new Verdict.Allow();

  private final RiskScene scene = new RiskScene();

  private void confirmedEarlier(int millis) {
    scene.view.cheaper(LEFT.yes(), NOW);
    scene.view.put(bookAt(RIGHT.no(), "", "0.55 x 1000", NOW.minus(Duration.ofMillis(millis))));
  }

  private Verdict judge(int boundMillis) {
    return rule(boundMillis).judge(scene.bundle("100"), scene.context());
  }

  private static BooksConfirmedRule rule(int boundMillis) {
    return new BooksConfirmedRule(Duration.ofMillis(boundMillis));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, true", "0, 0, true", "1, 0, false", "50, 50, true", "51, 50, false"})
  void wantsTheOtherVenuesWordSinceAPriceFell(int earlier, int bound, boolean allowed) {
    confirmedEarlier(earlier);
    var refusal =
        new Verdict.Refuse(
            "books-confirmed",
            "kalshi:KXRAIN/YES became cheaper "
                + earlier
                + " ms after the book of Polymarket was confirmed, of at most "
                + bound
                + ": read again");
    assertEquals(allowed ? ALLOW : refusal, judge(bound));
  }

  @Test
  void namesTheMarketThatIsWaitedFor() {
    confirmedEarlier(51);
    assertEquals(Set.of(RIGHT), rule(50).waitsFor(scene.bundle("100"), scene.view));
    assertEquals(Set.of(), rule(51).waitsFor(scene.bundle("100"), scene.view));
  }

  @Test
  void thePriceThatFellIsTheNewsItself() {
    scene.view.cheaper(LEFT.yes(), NOW.plusMillis(5));
    scene.view.cheaper(RIGHT.no(), NOW.plusMillis(5));
    scene.view.put(bookAt(LEFT.yes(), "", "0.40 x 1000", NOW.plusMillis(5)));
    scene.view.put(bookAt(RIGHT.no(), "", "0.55 x 1000", NOW.plusMillis(5)));
    assertEquals(ALLOW, judge(0));
  }

  @Test
  void nothingIsWaitedForWhereNoPriceFellOfLate() {
    scene.view.put(bookAt(RIGHT.no(), "", "0.55 x 1000", NOW.minusSeconds(4)));
    assertEquals(ALLOW, judge(0));
  }

  @Test
  void legsOfOneVenueDoNotWaitForEachOther() {
    confirmedEarlier(1_000);
    Opportunity.Bundle both = scene.bundle("100");
    Leg here = both.legs().getFirst();
    Leg there = at(here, LEFT.no());
    scene.view.put(bookAt(LEFT.no(), "", "0.55 x 1000", NOW.minusSeconds(1)));
    var bundle =
        new Opportunity.Bundle(
            both.id(), both.strategy(), both.pair(), List.of(here, there), both.edge(), both.at());
    assertEquals(ALLOW, rule(0).judge(bundle, scene.context()));
  }

  private static Leg at(Leg leg, Instrument instrument) {
    return new Leg(instrument, leg.quantity(), leg.worst(), leg.cost(), leg.fee(), leg.reading());
  }
}
