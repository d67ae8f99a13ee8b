package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.Tactic;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;

/** One leg after the other. */
class SequentialTest {

  private static Rig sequential() {
    return Rig.live(Rig.settings(Map.of(CrossVenueStrategy.NAME, Tactic.SEQUENTIAL)));
  }

  @Test
  void sendsTheSecondLegForWhatTheFirstReallyGot() {
    Rig rig = sequential().bargain(100);
    OrderIntent first = rig.entry(0);
    assertEquals(TimeInForce.FOK, first.terms().timeInForce());
    assertEquals(1, rig.intents().size());
    rig.fillPart(first, "60");
    OrderIntent second = rig.order(1, Purpose.HEDGE);
    assertEquals(Quantity.parse("60"), second.terms().quantity());
    rig.fillWhole(second);
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
  }

  @Test
  void endsWhenTheFirstLegGotNothing() {
    Rig rig = sequential().bargain(100);
    rig.fillPart(rig.entry(0), "0");
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state());
    assertEquals(1, rig.intents().size());
  }

  @Test
  void unwindsTheFirstWhenTheSecondGetsNothing() {
    Rig rig = sequential().bargain(100);
    rig.fillWhole(rig.entry(0)).fillPart(rig.order(1, Purpose.HEDGE), "0");
    assertEquals(Quantity.parse("100"), rig.order(0, Purpose.UNWIND).terms().quantity());
  }
}
