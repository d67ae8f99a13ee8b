package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * NO filled on Polymarket, YES did not on Kalshi, and orders that would even that out are refused.
 */
class RefusedRepairTest {
  private static final int YES = 0;
  private static final int NO = 1;

  private final Rig rig = Rig.live();
  private final Set<ClientOrderId> answered = new HashSet<>();
  private Fill filled;

  @BeforeEach
  void fillsNoAlone() {
    rig.bargain(100).pass(Duration.ofMillis(50));
    OrderIntent no = rig.entry(NO);
    filled = rig.fill(no, "100");
    answered.addAll(List.of(no.id(), rig.entry(YES).id()));
    rig.on(Rig.sent(no, rig.now()), Rig.accepted(no, OrderState.FILLED, "100"))
        .on(Rig.filled(filled));
  }

  @Test
  @Tag("fault:R13")
  @Tag("fault:R14")
  void sellsWhatHasSettledWhereTheOtherVenueHasNoMoney() {
    refuse(rig.entry(YES), RejectCode.INSUFFICIENT_BALANCE);
    refusing(20, order -> true);
    assertTrue(sold() >= 3, rig::transcript);
    assertEquals(0, bought(), rig::transcript);
    rig.forgetEffects().settled(filled);
    OrderIntent sale = rig.intents().getLast();
    assertEquals(Side.SELL, sale.terms().side());
    rig.fillWhole(sale);
    assertEquals(ExecutionState.PANIC_CLOSED, rig.execution().state());
  }

  @Test
  void sellsOnThoughItsOwnGateDeniesThePurchase() {
    rig.cash(VenueId.KALSHI, Usd.ofDollars(1));
    refuse(rig.entry(YES), RejectCode.INSUFFICIENT_BALANCE);
    refusing(120, order -> true);
    assertTrue(sold() >= 8, rig::transcript);
    assertEquals(0, bought(), rig::transcript);
    refusing(16, order -> order.terms().side() == Side.BUY);
    rig.fillWhole(last());
    assertEquals(ExecutionState.PANIC_CLOSED, rig.execution().state());
  }

  @Test
  @Tag("fault:C2")
  void aDeniedSaleWaitsThoughTheClockWasSetBackSinceItsSharesSettled() {
    rig.settled(filled).setBack(Duration.ofSeconds(20));
    rig.on(new EngineEvent.ClockMeasured(VenueId.POLYMARKET, Duration.ofSeconds(20)));
    refuse(rig.entry(YES), RejectCode.INSUFFICIENT_BALANCE);
    assertEquals(0, sold(), rig::transcript);
    rig.bargain(100);
    assertEquals(0, bought(), rig::transcript);
    assertFalse(rig.execution().state().isClosed(), rig::transcript);
  }

  @Test
  @Tag("fault:R15")
  void asksForMoneyAgainAfterALongPauseOnly() {
    refuse(rig.entry(YES), RejectCode.INSUFFICIENT_BALANCE);
    refusing(95, order -> true);
    assertEquals(3, bought(), rig::transcript);
  }

  @Test
  void completesAtOnceWhereTheSaleIsRefused() {
    refuse(rig.entry(YES), RejectCode.NOT_FILLABLE);
    assertEquals(Purpose.UNWIND, last().origin().purpose());
    refuse(last(), RejectCode.MARKET_CLOSED);
    assertEquals(Purpose.PATCH, last().origin().purpose());
    assertEquals(Quantity.parse("100"), last().terms().quantity());
    rig.fillWhole(last());
    assertEquals(ExecutionState.COMPLETE, rig.execution().state());
  }

  @Test
  void takesTheOtherRemedyWhenTheBetterOneFillsNothing() {
    refuse(rig.entry(YES), RejectCode.NOT_FILLABLE);
    rig.fillPart(last(), "0").pass(Duration.ofSeconds(1)).bargain(100);
    for (int i = 0; i < 8; i++) {
      rig.fillPart(last(), "0").pass(Duration.ofMillis(1_001)).bargain(100);
    }
    assertTrue(sold() > 1, rig::transcript);
    assertTrue(bought() > 1, rig::transcript);
  }

  @Test
  void triesOnByItselfWhileStuck() {
    refuse(rig.entry(YES), RejectCode.INSUFFICIENT_BALANCE);
    refusing(180, order -> true);
    assertEquals(ExecutionState.STUCK, rig.execution().state());
    long before = sold();
    rig.pass(Duration.ofSeconds(4)).bargain(100).pass(Duration.ofSeconds(4)).bargain(100);
    rig.pass(Duration.ofSeconds(4)).bargain(100).pass(Duration.ofSeconds(4));
    assertEquals(before + 1, sold(), rig::transcript);
    rig.fillWhole(last());
    assertEquals(ExecutionState.PANIC_CLOSED, rig.execution().state());
  }

  /** Seconds go by with fresh books; orders like these are refused for want of balance. */
  private void refusing(int seconds, Predicate<OrderIntent> which) {
    for (int i = 0; i < seconds * 4; i++) {
      rig.pass(Duration.ofMillis(250)).bargain(100);
      for (OrderIntent order : rig.intents()) {
        if (which.test(order) && answered.add(order.id())) {
          refuse(order, RejectCode.INSUFFICIENT_BALANCE);
        }
      }
    }
  }

  private void refuse(OrderIntent order, RejectCode code) {
    answered.add(order.id());
    rig.on(
        Rig.sent(order, rig.now()),
        Rig.answered(order, new SubmitOutcome.Rejected(code, "not enough balance / allowance")));
  }

  private OrderIntent last() {
    return rig.intents().getLast();
  }

  private long sold() {
    return rig.intents().stream().filter(order -> order.terms().side() == Side.SELL).count();
  }

  private long bought() {
    return rig.intents().stream()
        .filter(order -> order.origin().purpose() == Purpose.PATCH)
        .count();
  }
}
