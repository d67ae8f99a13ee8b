package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;

/** The same fill in the different words of streams and lists. */
class ReportedFillTest {

  /** A bundle of which only Kalshi's leg filled, and the sale of it. */
  private static OrderIntent unwinding(Rig rig) {
    rig.bargain(100).pass(Duration.ofMillis(100));
    rig.fillWhole(rig.entry(rig.yesLeg())).fillPart(rig.entry(rig.noLeg()), "0");
    return rig.order(rig.yesLeg(), Purpose.UNWIND);
  }

  @Test
  void countsASaleThatAListTellsAsAPurchaseOfTheOtherSide() {
    Rig rig = Rig.live();
    OrderIntent unwind = unwinding(rig);
    Fill sale = rig.fill(unwind, "100", Price.parse("0.39"));
    rig.on(
        Rig.sent(unwind, rig.now()),
        Rig.accepted(unwind, OrderState.FILLED, "100"),
        Rig.filled(sale.ofOpposite()));
    assertEquals(ExecutionState.UNWOUND, rig.execution().state(), rig::transcript);
    var leg = rig.execution().legs().get(rig.yesLeg());
    assertEquals(Quantity.ofShares(100), leg.sold());
    assertEquals(Usd.ofDollars(39), leg.received());
  }

  @Test
  void readsItsOwnSaleAgainAfterARestartWithoutAnAlarm() {
    Rig before = Rig.live();
    OrderIntent unwind = unwinding(before);
    Fill bought = before.fill(before.entry(before.yesLeg()), "100");
    Fill sale = before.fill(unwind, "100");
    Rig rig = new Rig(Rig.settings(), closed(List.of(bought, sale)));
    rig.silenceAccounts().on(Rig.filled(sale.ofOpposite())).pass(Duration.ofMinutes(3));
    rig.readAccounts();
    assertEquals("", rig.view().desk().controls().haltReason());
  }

  /** What the database holds when nothing is open any more. */
  private static Recovered closed(List<Fill> fills) {
    Recovered fresh = Rig.recovered(Mode.LIVE);
    return new Recovered(
        fresh.controls(),
        fresh.pairs(),
        List.of(),
        List.of(),
        fills,
        List.of(),
        fresh.money(),
        List.of());
  }
}
