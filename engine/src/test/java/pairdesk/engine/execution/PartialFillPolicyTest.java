package pairdesk.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.execution.PartialFillPolicy.Advice;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;

class PartialFillPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "100, 100, PATCH",
    "85, 100, PATCH",
    "80.000001, 100, PATCH",
    "80, 100, HOLD",
    "60, 100, HOLD",
    "50, 100, HOLD",
    "49.999999, 100, UNWIND",
    "30, 100, UNWIND",
    "0, 100, UNWIND",
    "0, 0.01, UNWIND",
    "4000000000000, 5000000000000, HOLD",
  })
  @Tag("fault:T5")
  @Tag("fault:T15")
  void judgesByShares(String least, String most, Advice advice) {
    assertEquals(
        advice, PartialFillPolicy.STANDARD.judge(Quantity.parse(least), Quantity.parse(most)));
  }

  @Test
  void refusesBoundsThatCross() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PartialFillPolicy(Ratio.ofPercent(40), Ratio.ofPercent(50)));
  }
}
