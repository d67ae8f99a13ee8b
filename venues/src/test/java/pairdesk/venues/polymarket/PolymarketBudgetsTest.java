package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.Priority;

class PolymarketBudgetsTest {
  private final PolymarketBudgets budgets =
      PolymarketBudgets.of(
          new Chance(InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")), new Random(1)));

  @Test
  void growsWithTheTierThatTheVenueNames() {
    assertEquals(60, budgets.orders().most(Priority.HEDGE));
    heed(Map.of("poly-ratelimit-tier", "Gold"));
    assertEquals(600, budgets.orders().most(Priority.HEDGE));
    assertEquals(1_200, budgets.cancels().most(Priority.HEDGE));
    heed(Map.of("poly-ratelimit-tier", "Unobtainium"));
    assertEquals(600, budgets.orders().most(Priority.HEDGE));
  }

  @Test
  void neverCountsMoreLeftThanTheVenueDoes() {
    heed(Map.of("poly-ratelimit-remaining", "2"));
    assertEquals(Duration.ZERO, budgets.orders().take(2, Priority.HEDGE));
    assertTrue(budgets.orders().take(1, Priority.HEDGE).isPositive());
    assertEquals(Duration.ZERO, budgets.cancels().take(100, Priority.CANCEL));
  }

  @Test
  void knowsTheTiersOfThePage() {
    PolymarketTier diamond = PolymarketTier.named("diamond").orElseThrow();
    assertEquals(787, diamond.burst());
    assertEquals(1_575, diamond.cancelBurst());
    assertEquals(Optional.empty(), PolymarketTier.named(""));
  }

  private void heed(Map<String, String> headers) {
    var call = HttpCall.post("/order", "{}", budgets.order(1, Priority.ENTRY));
    budgets.heed(call, new Answered(200, headers, "{}"));
  }
}
