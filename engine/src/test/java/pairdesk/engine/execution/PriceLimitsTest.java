package pairdesk.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Legs that were planned at 0.40 and 0.55 at worst. */
class PriceLimitsTest {

  private static boolean areKept(String... orders) {
    return PriceLimits.areKept(
        MadeFills.PLAN, Arrays.stream(orders).map(MadeFills::order).toList());
  }

  @ParameterizedTest
  @CsvSource({"0.40, true", "0.42, true", "0.421, false", "0.60, false"})
  void aPurchaseCostsAtMostFivePercentMoreThanPlanned(String price, boolean kept) {
    assertEquals(kept, areKept("0 ENTRY 1000 x 0.30 fee 0", "0 PATCH 1 x " + price + " fee 0"));
  }

  @ParameterizedTest
  @CsvSource({"0.5775, true", "0.578, false"})
  void eachLegHasALimitOfItsOwn(String price, boolean kept) {
    assertEquals(kept, areKept("0 ENTRY 100 x 0.40 fee 0", "1 ENTRY 100 x " + price + " fee 0"));
  }

  @ParameterizedTest
  @CsvSource({"0.38, true", "0.379, false"})
  void aSaleBringsNinetyFivePercentOfTheMeanCost(String price, boolean kept) {
    assertEquals(
        kept,
        areKept(
            "0 ENTRY 50 x 0.41 fee 0",
            "0 ENTRY 50 x 0.39 fee 0",
            "0 UNWIND 10 x " + price + " fee 0"));
  }

  @ParameterizedTest
  @CsvSource({"'', false", "VOIDED, true"})
  void whatWasTakenBackDoesNotCount(String status, boolean kept) {
    assertEquals(kept, areKept("0 ENTRY 1 x 0.90 fee 0 " + status));
  }
}
