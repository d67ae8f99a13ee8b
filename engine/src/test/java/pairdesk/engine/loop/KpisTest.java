package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.execution.InsideSlippage;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;

class KpisTest {
  private final Rig rig = Rig.live().bargain(100);

  private Fill completed() {
    rig.fillWhole(rig.entry(rig.yesLeg()));
    OrderIntent no = rig.entry(rig.noLeg());
    Fill fill = rig.fill(no, "100");
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.FILLED, "100"), Rig.filled(fill));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
    return fill;
  }

  private void counts(long executions, long completed, InsideSlippage inside) {
    EngineView.Kpis kpis = rig.view().trading().kpis();
    assertEquals(executions, kpis.executions(), "executions");
    assertEquals(completed, kpis.completed(), "completed");
    assertEquals(inside, kpis.insideSlippage(), "inside slippage");
  }

  @Test
  void aBundleWithinItsPricesCountsOnce() {
    completed();
    counts(1, 1, new InsideSlippage(1, 1, 1));
    assertEquals(Duration.ZERO, rig.view().trading().kpis().meanExecution());
  }

  @Test
  void anExecutionThatOpensAgainCountsAsItEndedLast() {
    Fill fill = completed();
    rig.pass(Duration.ofSeconds(3));
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.58 x 5000");
    rig.voided(fill);
    rig.fillWhole(rig.order(rig.yesLeg(), Purpose.UNWIND));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    counts(1, 0, new InsideSlippage(1, 0, 1));
  }

  @Test
  void oneShareSoldTooCheaplyIsOutside() {
    Fill fill = completed();
    rig.pass(Duration.ofSeconds(3));
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.58 x 5000");
    rig.voided(fill);
    OrderIntent sale = rig.order(rig.yesLeg(), Purpose.UNWIND);
    rig.on(
        Rig.sent(sale, rig.now()),
        Rig.accepted(sale, OrderState.FILLED, "100"),
        Rig.filled(rig.fill(sale, "99")),
        Rig.filled(rig.fill(sale, "1", Price.parse("0.379"))));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state());
    counts(1, 0, new InsideSlippage(1, 0, 0));
  }

  @Test
  void whatTradedNothingDoesNotCount() {
    rig.fillPart(rig.entry(rig.yesLeg()), "0").fillPart(rig.entry(rig.noLeg()), "0");
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state());
    counts(0, 0, InsideSlippage.NONE);
  }
}
