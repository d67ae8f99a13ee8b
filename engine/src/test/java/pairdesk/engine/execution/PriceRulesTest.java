package pairdesk.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

class PriceRulesTest {
  private static final PriceGrid CENTS = PriceGrid.uniform(100);

  /** 0.001 at the edges, 0.01 between, as Kalshi's tapered grid has it. */
  private static final PriceGrid TAPERED =
      new PriceGrid(
          List.of(
              new PriceGrid.Band(Price.ZERO, Price.ofCents(10), 10),
              new PriceGrid.Band(Price.ofCents(10), Price.ofCents(90), 100),
              new PriceGrid.Band(Price.ofCents(90), Price.ONE, 10)));

  @ParameterizedTest
  @CsvSource({
    "0.55, 0.475, 0.57",
    "0.40, 0.40, 0.42",
    "0.95, 0.495, 0.99",
    "0.99, 0.50, 0.99",
    "0.10, 0.10, 0.10",
    "0.19, 0.19, 0.19",
    "0.19, 0.475, 0.21",
    "0.10, 0.475, 0.12",
    "0.10, 0.20, 0.11",
    "0.10, 0.1999, 0.10"
  })
  void roundsThePatchDownToTheTickAndCapsIt(String planned, String part, String limit) {
    assertEquals(
        Price.parse(limit),
        PriceRules.STANDARD.patchLimit(CENTS, Price.parse(planned), Price.parse(part)));
  }

  @ParameterizedTest
  @CsvSource({
    "40.00, 100, 0.40, 0.38",
    "33.00, 100, 0.33, 0.32",
    "1.00, 100, 0.01, 0.01",
    "41.37, 100, 0.41, 0.40",
    "33.00, 100, 0.475, 0.31",
    "10.00, 100, 0.475, 0.08",
    "10.00, 100, 0.1999, 0.10",
    "10.00, 100, 0.20, 0.09",
    "2.00, 100, 0.475, 0.01"
  })
  void roundsTheUnwindUpToTheTick(String spent, String bought, String part, String limit) {
    assertEquals(
        Price.parse(limit),
        PriceRules.STANDARD.unwindLimit(
            CENTS, Usd.parse(spent), Quantity.parse(bought), Price.parse(part)));
  }

  @Test
  @Tag("fault:M6")
  void usesTheFinerStepsNearTheEdges() {
    assertEquals(
        Price.parse("0.084"),
        PriceRules.STANDARD.patchLimit(TAPERED, Price.parse("0.08"), Price.parse("0.08")));
    assertEquals(
        Price.parse("0.916"),
        PriceRules.STANDARD.unwindLimit(
            TAPERED, Usd.parse("96.40"), Quantity.ofShares(100), Price.parse("0.50")));
  }

  @ParameterizedTest
  @CsvSource({
    "-90000, 0.38",
    "0, 0.38",
    "999, 0.38",
    "1000, 0.32",
    "2999, 0.32",
    "3000, 0.20",
    "60000, 0.20"
  })
  @Tag("fault:C2")
  void panicsDownTheRungs(long millis, String limit) {
    assertEquals(
        Price.parse(limit),
        PriceRules.STANDARD.panicLimit(
            CENTS, Usd.ofDollars(40), Quantity.ofShares(100), Duration.ofMillis(millis)));
  }

  @Test
  void knowsTheLowestRungAndWhenTheNextBegins() {
    assertFalse(PriceRules.STANDARD.isLowest(Duration.ofMillis(2_999)));
    assertTrue(PriceRules.STANDARD.isLowest(Duration.ofSeconds(3)));
    assertEquals(Duration.ofSeconds(1), PriceRules.STANDARD.nextRung(Duration.ZERO));
    assertEquals(Duration.ofSeconds(3), PriceRules.STANDARD.nextRung(Duration.ofSeconds(1)));
  }
}
