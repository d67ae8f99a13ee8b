package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.engine.loop.PartialFillTest.alarms;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;

/** Fills that a venue takes back again and again. */
class ReversalsTest {
  private static final int YES = 0;
  private static final int NO = 1;
  private static final Actor ANN = new Actor("discord:1", "Ann");

  private final Rig rig = Rig.live();

  @Test
  @Tag("fault:T11")
  void theSecondFillTakenBackInAnHourPausesThePair() {
    tradesAndHasOneTakenBack();
    assertEquals(PairStatus.APPROVED, status());
    tradesAndHasOneTakenBack();
    assertEquals(PairStatus.PAUSED, status());
    assertEquals(1, alarms(rig, "reversals"));
    int sent = rig.intents().size();
    rig.pass(Duration.ofSeconds(31)).bargain(100);
    assertEquals(sent, rig.intents().size());
  }

  @Test
  void oneThatMatchedMoreThanAnHourAgoDoesNotCount() {
    tradesAndHasOneTakenBack();
    rig.pass(Duration.ofMinutes(60));
    tradesAndHasOneTakenBack();
    assertEquals(PairStatus.APPROVED, status());
    assertEquals(0, alarms(rig, "reversals"));
  }

  @Test
  void afterAPersonHasResumedThePairTheNextOnePausesItAgain() {
    tradesAndHasOneTakenBack();
    tradesAndHasOneTakenBack();
    rig.ask(new OperatorRequest.ChangePair(Rig.pair(PairStatus.APPROVED), ANN));
    tradesAndHasOneTakenBack();
    assertEquals(PairStatus.PAUSED, status());
    assertEquals(2, alarms(rig, "reversals"));
  }

  /** Buys both legs, loses NO three seconds later, and sells YES. */
  private void tradesAndHasOneTakenBack() {
    rig.pass(Duration.ofSeconds(31)).bargain(100).fillWhole(rig.entry(YES));
    OrderIntent no = rig.entry(NO);
    Fill fill = rig.fill(no, "100");
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.FILLED, "100"), Rig.filled(fill));
    rig.pass(Duration.ofSeconds(3));
    rig.books("0.39 x 5000", "0.40 x 5000", "0.54 x 5000", "0.58 x 5000");
    rig.voided(fill).fillWhole(rig.order(YES, Purpose.UNWIND));
  }

  private PairStatus status() {
    return rig.view().desk().pairs().getFirst().status();
  }
}
