package pairdesk.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** 100 bundles, planned at 0.40 and 0.55 at worst. */
class SlippageTest {

  private static Slippage of(String orders) {
    return Slippage.of(
        MadeFills.PLAN, Arrays.stream(orders.split(";")).map(MadeFills::order).toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          as planned                 | 0 ENTRY 100 x 0.40 fee 1.7; 1 ENTRY 100 x 0.55 fee 0                                | 0     | 95
          cheaper than planned       | 0 ENTRY 100 x 0.35 fee 1.6; 1 ENTRY 100 x 0.56 fee 0                                | 1     | 95
          a part of the plan         | 0 ENTRY 50 x 0.40 fee 1; 1 ENTRY 50 x 0.55 fee 0                                    | 0     | 47.5
          completed at a higher price| 0 ENTRY 100 x 0.40 fee 0; 1 ENTRY 90 x 0.55 fee 0; 1 PATCH 10 x 0.57 fee 0.05       | 0.25  | 95
          hedged above the plan      | 0 ENTRY 100 x 0.40 fee 0; 1 HEDGE 100 x 0.56 fee 0.7                                | 1     | 95
          one leg alone, sold again  | 0 ENTRY 100 x 0.40 fee 1; 0 UNWIND 100 x 0.39 fee 1.5                               | 2.5   | 95
          a half of a leg, sold again| 0 ENTRY 50 x 0.40 fee 0; 0 UNWIND 50 x 0.38 fee 0                                   | 1     | 47.5
          sold above cost            | 0 ENTRY 100 x 0.40 fee 0; 0 UNWIND 50 x 0.45 fee 0; 0 PANIC 50 x 0.30 fee 0         | 5     | 95
          a surplus is left          | 0 ENTRY 100 x 0.40 fee 1; 1 ENTRY 95 x 0.55 fee 0                                   | 2     | 95
          a leg is left naked        | 0 ENTRY 100 x 0.40 fee 1; 1 ENTRY 100 x 0.55 fee 0 VOIDED                           | 40    | 95
          bought anew after a return | 0 ENTRY 100 x 0.40 fee 0 VOIDED; 1 ENTRY 100 x 0.55 fee 0; 0 PATCH 100 x 0.42 fee 1 | 3     | 95
          everything was taken back  | 0 ENTRY 100 x 0.40 fee 1 VOIDED; 1 ENTRY 100 x 0.55 fee 0 VOIDED                    | 0     | 0
          """)
  void isWhatATradeLostBesideItsPlanOfWhatItWasToCost(
      String what, String orders, String lost, String planned) {
    assertEquals(new Slippage(Usd.parse(lost), Usd.parse(planned)), of(orders), what);
  }

  @ParameterizedTest
  @CsvSource({"4.75, true", "4.750001, false", "0, true", "95, false"})
  void theLimitIsInside(String lost, boolean within) {
    var slippage = new Slippage(Usd.parse(lost), Usd.ofDollars(95));
    assertEquals(within, slippage.isWithin(Slippage.LIMIT));
  }

  @ParameterizedTest
  @CsvSource({"1.9, true", "1.900001, false"})
  void theToleranceIsInside(String lost, boolean within) {
    var slippage = new Slippage(Usd.parse(lost), Usd.ofDollars(95));
    assertEquals(within, slippage.isWithin(Slippage.TOLERANCE));
  }

  @Test
  void whatNothingStandsOfHasNone() {
    var slippage = of("0 ENTRY 100 x 0.40 fee 1 VOIDED");
    assertEquals(Ratio.ZERO, slippage.share());
    assertEquals(true, slippage.isWithin(Slippage.TOLERANCE));
  }

  @Test
  void aDearShareAmongHundredIsOutsideByItselfAndInsideByTheWholeTrade() {
    var orders =
        List.of(
            MadeFills.order("0 ENTRY 100 x 0.40 fee 0"),
            MadeFills.order("1 ENTRY 99 x 0.55 fee 0"),
            MadeFills.order("1 PATCH 1 x 0.60 fee 0"));
    assertEquals(new InsideSlippage(1, 1, 0), InsideSlippage.of(MadeFills.PLAN, orders));
  }
}
