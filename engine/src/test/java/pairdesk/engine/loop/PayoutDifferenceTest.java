package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.venue.AccountSnapshot;

/** A venue that pays something else than the shares were worth. */
class PayoutDifferenceTest {
  @Test
  @Tag("fault:L1")
  void isToldOnceToAPerson() {
    Rig rig = settled("99");
    assertEquals(1, alarms(rig));
    rig.on(paid("99", rig)).pass(Duration.ofMinutes(2));
    assertEquals(1, alarms(rig));
  }

  @Test
  void isNotToldOfAPayoutInFull() {
    assertEquals(0, alarms(settled("100")));
  }

  /** Kalshi settles 100 shares of YES at a dollar each. */
  private static Rig settled(String dollars) {
    Rig rig = Rig.live().bargain(100);
    rig.fillWhole(rig.entry(0)).fillWhole(rig.entry(1));
    return rig.on(paid(dollars, rig));
  }

  private static EngineEvent paid(String dollars, Rig rig) {
    return new EngineEvent.AccountReported(
        new AccountSnapshot(
            VenueId.KALSHI,
            rig.now(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new AccountSnapshot.Payout(Rig.KALSHI, 10_000, Usd.parse(dollars), Rig.START)),
            EnumSet.of(AccountSnapshot.Part.PAYOUTS)));
  }

  private static long alarms(Rig rig) {
    return rig.effects(Effect.Tell.class).stream()
        .filter(tell ->
            tell.notice() instanceof Notice.Alarm alarm && alarm.code().equals("payout-difference"))
        .count();
  }
}
