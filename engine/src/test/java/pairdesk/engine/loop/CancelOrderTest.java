package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;

/** A person has one order cancelled: to its execution an end like any other. */
class CancelOrderTest {
  private static final Actor ADA = new Actor("discord:1", "Ada");

  private static Rig resting() {
    Rig rig = Rig.making(VenueId.POLYMARKET);
    rig.books("0.43 x 5000", "0.44 x 5000", "0.52 x 5000", "0.56 x 5000");
    return rig.pass(Duration.ofMillis(50)).rests(rig.entry(0));
  }

  private static OperatorReply cancel(Rig rig, ClientOrderId id) {
    return rig.ask(new OperatorRequest.CancelOrder(id, ADA));
  }

  private static List<Purpose> sent(Rig rig) {
    return rig.intents().stream().map(intent -> intent.origin().purpose()).toList();
  }

  @Test
  void aBidThatFilledNothingEndsItsExecutionAndIsNotSentAgain() {
    Rig rig = resting();
    OrderIntent bid = rig.entry(0);
    assertEquals(
        new OperatorReply.Done("Cancelling order " + bid.id() + " at " + bid.instrument() + "."),
        cancel(rig, bid.id()));
    rig.on(rig.updated(bid, OrderState.CANCELLED, "0"));
    assertEquals(ExecutionState.NOTHING_FILLED, rig.execution().state(), rig::transcript);
    assertEquals(List.of(Purpose.ENTRY), sent(rig), rig::transcript);
    assertFalse(rig.view().desk().controls().halted());
  }

  @Test
  void whatABidHasFilledIsHedgedAndTheRestIsNotBidAgain() {
    Rig rig = resting();
    OrderIntent bid = rig.entry(0);
    rig.on(Rig.filled(rig.fill(bid, "20")));
    rig.on(rig.updated(bid, OrderState.PARTLY, "20"));
    cancel(rig, bid.id());
    rig.on(rig.updated(bid, OrderState.CANCELLED, "20"));
    OrderIntent hedge = rig.order(1, Purpose.HEDGE);
    assertEquals("20", hedge.terms().quantity().toString());
    rig.fillWhole(hedge);
    rig.pass(Duration.ofSeconds(1));
    assertEquals(ExecutionState.COMPLETE, rig.execution().state(), rig::transcript);
    assertEquals(List.of(Purpose.ENTRY, Purpose.HEDGE), sent(rig), rig::transcript);
  }

  @Test
  void aCancelledLegLeavesTheOtherToBeEvenedOutNotEnteredAgain() {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(rig.yesLeg()));
    OrderIntent other = rig.entry(rig.noLeg());
    rig.rests(other);
    assertTrue(cancel(rig, other.id()) instanceof OperatorReply.Done, rig::transcript);
    rig.on(rig.updated(other, OrderState.CANCELLED, "0"));
    rig.pass(Duration.ofSeconds(1));
    List<Purpose> sent = sent(rig);
    assertEquals(List.of(Purpose.ENTRY, Purpose.ENTRY), sent.subList(0, 2));
    assertTrue(sent.size() > 2, rig::transcript);
    assertFalse(sent.subList(2, sent.size()).contains(Purpose.ENTRY), rig::transcript);
  }

  @Test
  void askedTwiceItIsAskedOfTheVenueOnce() {
    Rig rig = resting();
    OrderIntent bid = rig.entry(0);
    cancel(rig, bid.id());
    assertEquals(
        new OperatorReply.Done(
            "Cancelling order " + bid.id() + " at " + bid.instrument() + " already."),
        cancel(rig, bid.id()));
    assertEquals(1, rig.effects(Effect.Cancel.class).size(), rig::transcript);
  }

  @Test
  void whatDoesNotRestIsNotCancelled() {
    Rig rig = resting();
    OrderIntent bid = rig.entry(0);
    rig.on(rig.updated(bid, OrderState.CANCELLED, "0"));
    assertEquals(
        new OperatorReply.Refused("Order " + bid.id() + " does not rest: it is CANCELLED."),
        cancel(rig, bid.id()));
    var stranger = new ClientOrderId("pd-of-nobody");
    assertEquals(
        new OperatorReply.Refused("No order pd-of-nobody is known."), cancel(rig, stranger));
    assertEquals(List.of(), rig.effects(Effect.Cancel.class));
  }
}
