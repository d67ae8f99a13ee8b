package pairdesk.engine.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
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
    Quantity shorter = Quantity.parse(least);
    Quantity longer = Quantity.parse(most);
    assertEquals(advice, PartialFillPolicy.STANDARD.judge(List.of(shorter, longer)));
    assertEquals(advice, PartialFillPolicy.STANDARD.judge(List.of(longer, shorter)));
  }

  @ParameterizedTest
  @CsvSource({
    "100 100 100, PATCH",
    "100 100 40.000001, PATCH",
    "100 100 40, HOLD",
    "100 100 0, HOLD",
    "100 50 0, HOLD",
    "100 49.999999 0, UNWIND",
    "0 0 100, UNWIND",
    "100 100 100 100 0, HOLD",
    "100 100 100 100 0.000001, PATCH",
    "100 100 100 0 100 100, PATCH",
  })
  @Tag("fault:T21")
  void judgesMoreLegsByWhatTheyHoldTogether(String held, Advice advice) {
    List<Quantity> legs = Stream.of(held.split(" ", -1)).map(Quantity::parse).toList();
    assertEquals(advice, PartialFillPolicy.STANDARD.judge(legs));
  }

  @Test
  void refusesBoundsThatCross() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PartialFillPolicy(Ratio.ofPercent(40), Ratio.ofPercent(50)));
  }
}
