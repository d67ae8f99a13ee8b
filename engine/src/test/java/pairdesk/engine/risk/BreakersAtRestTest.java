package pairdesk.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.engine.sample.SampleMarkets.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ExecutionId;

/** Whoever is at rest need not be told that time passes. */
class BreakersAtRestTest {
  static LongStream seeds() {
    Long given = Long.getLong("seed");
    return given != null ? LongStream.of(given) : LongStream.range(0, 200);
  }

  @Test
  void waitsForAnUnknownOrderAndForWhatHasTripped() {
    Breakers fresh = Breakers.initial(Limits.DEFAULTS);
    assertTrue(fresh.isAtRest());
    var unknown = new BreakerFact.UnknownOrders(Map.of(VenueId.KALSHI, List.of(NOW)));
    assertFalse(fresh.on(unknown, NOW).next().isAtRest());
    assertFalse(fresh.on(new BreakerFact.RowRefused("a fill"), NOW).next().isAtRest());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void tripsAndResetsAsThoseThatAreToldAlways(long seed) {
    var random = new Random(seed);
    Breakers told = Breakers.initial(Limits.DEFAULTS);
    Breakers spared = told;
    Instant now = NOW;
    for (int step = 0; step < 120; step++) {
      now = now.plusMillis(random.nextInt(40_000));
      BreakerFact fact = fact(random, now);
      Breakers.Step one = told.on(fact, now);
      Breakers.Step other = spared.on(fact, now);
      assertEquals(one.tripped(), other.tripped());
      assertEquals(one.reset(), other.reset());
      Breakers.Step ticked = one.next().on(new BreakerFact.Tick(), now);
      told = ticked.next();
      if (other.next().isAtRest()) {
        assertEquals(List.of(), ticked.tripped());
        assertEquals(List.of(), ticked.reset());
        spared = other.next();
      } else {
        spared = other.next().on(new BreakerFact.Tick(), now).next();
      }
      assertEquals(told.tripped(), spared.tripped());
      assertEquals(told.highWater(), spared.highWater());
    }
  }

  private static BreakerFact fact(Random random, Instant now) {
    VenueId venue = random.nextBoolean() ? VenueId.KALSHI : VenueId.POLYMARKET;
    return switch (random.nextInt(10)) {
      case 0 -> new BreakerFact.ExecutionEnded(random.nextInt(3) > 0, "x" + now);
      case 1 -> new BreakerFact.OrderAnswered(venue, Duration.ofMillis(random.nextInt(900)));
      case 2 -> new BreakerFact.ClockMeasured(venue, Duration.ofMillis(random.nextInt(1_300)));
      case 3 -> new BreakerFact.JournalLagged(Duration.ofMillis(random.nextInt(1_300)));
      case 4 ->
          new BreakerFact.UnknownOrders(
              random.nextBoolean() ? Map.of() : Map.of(venue, List.of(now)));
      case 5 -> new BreakerFact.OrdersSent(new ExecutionId("x1"), 2, 2, 4);
      case 6 ->
          new BreakerFact.MoneyChanged(
              Usd.ofDollars(-random.nextInt(60)),
              Usd.ZERO,
              Usd.ofDollars(1_000 - random.nextInt(110)));
      case 7 -> new BreakerFact.PersonReset(random.nextBoolean() ? "drawdown" : "order-rate");
      case 8 -> new BreakerFact.CommitMeasured(Duration.ofMillis(random.nextInt(500)));
      default -> new BreakerFact.Tick();
    };
  }
}
