package pairdesk.engine.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

class LimitsTest {
  private static final Usd DOLLAR = Usd.ofDollars(1);
  private static final Ratio HALF = Ratio.ofPercent(50);
  private static final Ratio TOO_MUCH = Ratio.ofBps(10_001);
  private static final Duration SECOND = Duration.ofSeconds(1);

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("limit in dollars", () -> new Cap(Usd.ZERO, HALF)),
        mistake("limit in dollars", () -> new Cap(Usd.ofDollars(-1), HALF)),
        mistake("share of capital", () -> new Cap(DOLLAR, Ratio.ZERO)),
        mistake("share of capital", () -> new Cap(DOLLAR, TOO_MUCH)),
        mistake("liquidity", () -> new Limits.Data(Usd.ZERO, Limits.MissingLiquidity.ZERO, HALF)),
        mistake("edge", () -> new Limits.Data(DOLLAR, Limits.MissingLiquidity.ZERO, TOO_MUCH)),
        mistake("book age", () -> Limits.Quality.DEFAULTS.withMaxBookAge(Duration.ZERO)),
        mistake("slippage", () -> Limits.Quality.DEFAULTS.withMaxSlippage(Ratio.ZERO)),
        mistake("net edge", () -> new Limits.Floor(Ratio.ofBps(-1), Quantity.ofShares(1))),
        mistake("shares", () -> new Limits.Floor(HALF, Quantity.ZERO)),
        mistake("one market", () -> new Limits.Committed(Usd.ZERO, HALF, HALF, HALF)),
        mistake("one event", () -> new Limits.Committed(DOLLAR, TOO_MUCH, HALF, HALF)),
        mistake("all open", () -> new Limits.Committed(DOLLAR, HALF, Ratio.ZERO, HALF)),
        mistake("one strike", () -> new Limits.Committed(DOLLAR, HALF, HALF, TOO_MUCH)),
        mistake("freeze", () -> new Limits.Timing(Duration.ZERO, SECOND, SECOND)),
        mistake("hedge", () -> new Limits.Timing(SECOND, SECOND.negated(), SECOND)),
        mistake("confirmation", () -> new Limits.Timing(SECOND, SECOND, SECOND.negated())),
        mistake("failed executions", () -> new BreakerLimits.Failures(0, SECOND)),
        mistake("drawdown", () -> new BreakerLimits.Losses(new Cap(DOLLAR, HALF), TOO_MUCH)),
        mistake(
            "above its trip",
            () -> new BreakerLimits.Recovery(SECOND, SECOND.plusNanos(1), SECOND)),
        mistake("entries a minute", () -> new BreakerLimits.Orders(1, SECOND, 1, SECOND, 0)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void refusesALimitThatLimitsNothing(String named, Executable making) {
    var refusal = assertThrows(IllegalArgumentException.class, making);
    assertTrue(
        String.valueOf(refusal.getMessage()).contains(named),
        () -> "does not name " + named + ": " + refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"10000, 100", "2000, 100", "1999.99, 99.9995", "0, 0", "-5, 0"})
  void theTighterOfDollarsAndShareCounts(String capital, String limit) {
    assertEquals(
        Usd.parse(limit), new Cap(Usd.ofDollars(100), Ratio.ofPercent(5)).at(Usd.parse(capital)));
  }

  @Test
  void startsWithTheDefaultsThatAreWrittenDown() {
    Limits.Open open = Limits.DEFAULTS.capital().open();
    assertEquals(new Cap(Usd.ofDollars(100), Ratio.ofPercent(5)), open.unhedged());
    assertEquals(new Cap(Usd.ofDollars(1_000), Ratio.ofPercent(20)), open.openRisk());
    assertEquals(new Cap(Usd.ofDollars(500), Ratio.ofPercent(10)), open.provisional());
    assertEquals(
        new Cap(Usd.ofDollars(50), Ratio.ofPercent(5)), Limits.DEFAULTS.breakers().losses().day());
  }

  private static Arguments mistake(String named, Executable making) {
    return Arguments.of(named, making);
  }
}
