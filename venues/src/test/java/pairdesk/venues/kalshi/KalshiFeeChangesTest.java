package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.sandbox.exchange.FeeChange;
import pairdesk.sandbox.exchange.FeeTerms;
import pairdesk.venues.net.Await;

/** Fees that change while we watch. */
class KalshiFeeChangesTest {
  private static final FeeTerms DEARER = new FeeTerms.Kalshi(FeeTerms.MakerFee.QUARTER, 1_500);
  private static final FeeSchedule DEARER_HERE = new FeeSchedule.Quadratic(700, 175, 15_000);

  private final SandboxKalshi venue = new SandboxKalshi();
  private final Kalshi kalshi = venue.client();
  private final FeedRecorder told = new FeedRecorder();
  private final Market market = kalshi.catalog().read(venue.market(0)).orElseThrow();

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @Test
  void readsWhatIsAnnouncedForSeriesAndEvents() {
    Instant soon = Instant.parse("2099-01-01T00:00:00Z");
    plan(FeeChange.Scope.SERIES, "KXANY", soon);
    plan(FeeChange.Scope.EVENT, market.listing().eventCode(), soon);
    assertEquals(
        List.of(
            new KalshiFeeChanges.Change("KXANY", true, DEARER_HERE, soon),
            new KalshiFeeChanges.Change(market.listing().eventCode(), false, DEARER_HERE, soon)),
        kalshi.tools().fees().upcoming());
  }

  @Test
  void aChangeConcernsTheMarketsOfItsSeriesOrEventOnly() {
    var series = new KalshiFeeChanges.Change("KXBTC", true, DEARER_HERE, Instant.EPOCH);
    var market = MarketId.kalshi("KXBTC-26-T1");
    assertTrue(series.concerns(market, "KXBTC-26"));
    assertFalse(series.concerns(MarketId.kalshi("KXBTCD-26-T1"), "KXBTCD-26"));
    var event = new KalshiFeeChanges.Change("KXBTC-26", false, DEARER_HERE, Instant.EPOCH);
    assertTrue(event.concerns(market, "KXBTC-26"));
    assertFalse(event.concerns(market, "KXBTC-27"));
  }

  @Test
  void theMarketIsReadAgainWhenItsChangeIsDue() {
    plan(
        FeeChange.Scope.EVENT,
        market.listing().eventCode(),
        Instant.now().plus(Duration.ofSeconds(2)));
    kalshi.feed().start(told);
    kalshi.feed().watch(List.of(market));
    Await.until(
        "new fees told",
        () -> told.markets.stream().anyMatch(m -> m.terms().fees().equals(DEARER_HERE)));
  }

  private void plan(FeeChange.Scope scope, String ticker, Instant at) {
    venue.exchange.planFees(
        new FeeChange("c" + at, scope, ticker, List.of(market.id()), DEARER, at));
  }
}
