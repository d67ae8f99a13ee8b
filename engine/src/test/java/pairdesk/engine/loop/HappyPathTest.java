package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.money.Quantity;

class HappyPathTest {
  @Test
  void bothLegsFillAndTheExecutionIsComplete() {
    Rig rig = Rig.live().bargain(100);
    assertEquals(2, rig.intents().size(), rig::transcript);
    rig.pass(Duration.ofMillis(100)).fillWhole(rig.entry(0)).fillWhole(rig.entry(1));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state(), rig::transcript);
    assertEquals(Quantity.ZERO, rig.execution().unhedged());
  }
}
