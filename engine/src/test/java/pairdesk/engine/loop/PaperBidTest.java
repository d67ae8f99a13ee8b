package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.money.Quantity;

/** A bid that rests at the paper exchange: filled on evidence only, and hedged there as well. */
class PaperBidTest {
  private static PaperRig resting() {
    return PaperRig.making().books("0.43 x 5000", "0.44 x 5000", "0.52 x 5000", "0.56 x 5000");
  }

  @Test
  void hedgesWhatTheBookProvesToHaveTraded() {
    PaperRig paper = resting();
    assertEquals(1, paper.rig().intents().size());
    paper.pass(Duration.ofSeconds(1));
    paper.books("0.43 x 5000", "0.44 x 5000", "0.50 x 5000", "0.52 x 60, 0.56 x 5000");
    assertEquals(Quantity.ofShares(60), paper.rig().execution().legs().get(1).held());
    assertEquals(ExecutionState.WORKING, paper.rig().execution().state());
    paper.pass(Duration.ofSeconds(1));
    paper.books("0.43 x 5000", "0.44 x 5000", "0.50 x 5000", "0.52 x 100, 0.56 x 5000");
    assertEquals(ExecutionState.COMPLETE, paper.rig().execution().state());
    assertEquals(Quantity.ZERO, paper.rig().execution().unhedged());
  }

  @Test
  void isCancelledThereWhenTheEdgeIsGone() {
    PaperRig paper = resting();
    paper.books("0.44 x 5000", "0.47 x 5000", "0.52 x 5000", "0.56 x 5000");
    assertEquals(ExecutionState.NOTHING_FILLED, paper.rig().execution().state());
  }
}
