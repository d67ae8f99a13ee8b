package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;

/** A venue charges another fee than its schedule says. */
class ChargedFeesTest {

  @Test
  @Tag("fault:M4")
  void aHigherFeeIsBookedToldAndStopsThePair() {
    Rig rig = Rig.live().bargain(100);
    fillWith(rig, Usd.parse("0.02"));
    assertEquals(1, alarms(rig));
    assertEquals(PairStatus.PAUSED, status(rig));
    Usd booked =
        rig.view().wealth().positions().stream()
            .filter(held -> held.instrument().equals(Rig.YES))
            .map(held -> held.fees())
            .findFirst()
            .orElseThrow();
    OrderIntent entry = rig.entry(rig.yesLeg());
    assertEquals(expected(rig, entry).plus(Usd.parse("0.02")), booked);
    rig.on(Rig.filled(charged(rig, entry, Usd.parse("0.02"), "100")));
    assertEquals(1, alarms(rig));
  }

  @Test
  void aCentMoreIsTheVenuesRounding() {
    Rig rig = Rig.live().bargain(100);
    fillWith(rig, Usd.ofCents(1));
    assertEquals(0, alarms(rig));
    assertEquals(PairStatus.APPROVED, status(rig));
  }

  @Test
  void aLowerFeeIsToldAndStopsNothing() {
    Rig rig = Rig.live().bargain(100);
    fillWith(rig, Usd.parse("0.02").negated());
    assertEquals(1, alarms(rig));
    assertEquals(PairStatus.APPROVED, status(rig));
  }

  private static void fillWith(Rig rig, Usd more) {
    OrderIntent entry = rig.entry(rig.yesLeg());
    rig.on(
        Rig.sent(entry, rig.now()),
        Rig.accepted(entry, OrderState.FILLED, "100"),
        Rig.filled(charged(rig, entry, more, "100")));
    rig.fillWhole(rig.entry(rig.noLeg())).pass(Duration.ofMillis(100));
    assertTrue(expected(rig, entry).isGreaterThan(more.negated()));
  }

  private static Usd expected(Rig rig, OrderIntent entry) {
    return rig.fill(entry, "100").fee();
  }

  private static Fill charged(Rig rig, OrderIntent entry, Usd more, String shares) {
    Price limit = entry.terms().limit();
    Fill usual = rig.fill(entry, shares, limit);
    return new Fill(
        new Fill.Key(usual.key().venue(), "charged", usual.key().venueOrder()),
        usual.order(),
        usual.instrument(),
        usual.side(),
        usual.quantity(),
        usual.price(),
        usual.fee().plus(more),
        usual.liquidity(),
        usual.status(),
        usual.at());
  }

  private static PairStatus status(Rig rig) {
    return rig.view().desk().pairs().getFirst().status();
  }

  private static long alarms(Rig rig) {
    List<Notice> told = rig.effects(Effect.Tell.class).stream().map(Effect.Tell::notice).toList();
    return told.stream()
        .filter(
            notice -> notice instanceof Notice.Alarm alarm && alarm.code().equals("fee-difference"))
        .count();
  }
}
