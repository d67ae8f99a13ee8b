package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.OrderState;

/** A person has everything cancelled that rests; the desk itself goes on. */
class CancelAllTest {
  private static final OperatorRequest ASK =
      new OperatorRequest.CancelAll(new Actor("discord:1", "Ada"));

  private static Rig resting() {
    Rig rig = Rig.making(VenueId.POLYMARKET);
    rig.books("0.43 x 5000", "0.44 x 5000", "0.52 x 5000", "0.56 x 5000");
    return rig.pass(Duration.ofMillis(50)).rests(rig.entry(0));
  }

  @Test
  void cancelsTheBidThatRestsAndHaltsNothing() {
    Rig rig = resting();
    assertEquals(new OperatorReply.Done("Cancelling 1 resting order."), rig.ask(ASK));
    rig.on(rig.updated(rig.entry(0), OrderState.CANCELLED, "0"));
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state(), rig::transcript);
    assertFalse(rig.view().desk().controls().halted());
  }

  @Test
  void saysSoWhenNothingRests() {
    assertEquals(
        new OperatorReply.Refused("Nothing rests."), Rig.making(VenueId.POLYMARKET).ask(ASK));
  }
}
