package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.venues.net.BudgetStorm;
import pairdesk.venues.net.BudgetStorm.Allowed;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.MovingClock;
import pairdesk.venues.net.Priority;

class PolymarketBudgetsTest {
  private final MovingClock clock = new MovingClock("2026-11-20T12:00:00Z");
  private final PolymarketBudgets budgets = PolymarketBudgets.of(new Chance(clock, new Random(1)));

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

  @ParameterizedTest
  @EnumSource
  void neverSpendsMoreThanTheTierAllowsWhateverIsAsked(PolymarketTier tier) {
    heed(Map.of("poly-ratelimit-tier", tier.name()));
    long seed = System.nanoTime();
    var orders =
        new BudgetStorm(
            clock,
            List.of(
                budgets.order(1, Priority.HEDGE),
                budgets.order(1, Priority.ENTRY),
                budgets.order(15, Priority.ENTRY)));
    orders.rage(seed);
    orders.keptWithin(new Allowed(tier.burst(), tier.rate()), seed);
    var cancels =
        new BudgetStorm(clock, List.of(budgets.cancel(1), budgets.cancel(15), budgets.cancel(60)));
    cancels.rage(seed);
    cancels.keptWithin(new Allowed(tier.cancelBurst(), tier.cancelRate()), seed);
    System.out.println(tier + " kept, seed " + seed + ": " + orders.taken(Priority.HEDGE));
  }

  @Test
  @Tag("fault:R9")
  void aStormOfEntriesLeavesItsReserveToAHedge() {
    long seed = System.nanoTime();
    new BudgetStorm(
            clock, List.of(budgets.order(1, Priority.ENTRY), budgets.order(7, Priority.ENTRY)))
        .rage(seed);
    int had = 0;
    while (budgets.orders().take(1, Priority.HEDGE).isZero()) {
      had++;
    }
    int reserve = PolymarketTier.STANDARD.burst() * 30 / 100;
    int left = had;
    assertTrue(left >= reserve, () -> "seed " + seed + ": a hedge had only " + left);
  }

  private void heed(Map<String, String> headers) {
    var call = HttpCall.post("/order", "{}", budgets.order(1, Priority.ENTRY));
    budgets.heed(call, new Answered(200, headers, "{}"));
  }
}
