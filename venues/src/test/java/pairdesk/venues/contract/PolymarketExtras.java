package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import pairdesk.engine.market.Market;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.venues.net.Await;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketBatches;
import pairdesk.venues.polymarket.PolymarketNotices;
import pairdesk.venues.polymarket.PolymarketRewards;

/** What Polymarket offers beyond the ports, once. */
final class PolymarketExtras {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private PolymarketExtras() {}

  static void play(Polymarket.Extras extras, Scenario scenario, Market market) {
    PreparedOrder first = scenario.resting(market, "0.02");
    PreparedOrder second = scenario.resting(market, "0.03");
    PolymarketBatches batches = extras.batches();
    batches
        .submit(List.of(first, second), LIMIT)
        .forEach(outcome -> assertInstanceOf(SubmitOutcome.Accepted.class, outcome));
    rewards(extras.rewards(), List.of(first.venueKey(), second.venueKey()));
    batches.cancel(List.of(Scenario.reference(first)), LIMIT);
    batches.cancelMarket(market.id(), LIMIT);
    notices(extras.notices());
  }

  private static void rewards(PolymarketRewards rewards, List<String> orders) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    rewards.current();
    rewards.isScoring(orders.getFirst());
    assertEquals(orders.size(), rewards.areScoring(orders).size());
    rewards.earned(today);
    rewards.earnedInAll(today);
    rewards.percentages();
    rewards.marketsThatPaid(today);
    rewards.rebated(today);
  }

  private static void notices(PolymarketNotices notices) {
    Await.until("notices", () -> !notices.unread().isEmpty());
    notices.drop(notices.unread().stream().map(PolymarketNotices.Notice::id).toList());
  }
}
