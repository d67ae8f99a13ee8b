package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.AccountSnapshot;

/** 200 shares of each leg, $80 and $110: one venue pays before the other does. */
class HalfPaidPairTest {
  private final Rig rig = Rig.live().bargain(200);

  HalfPaidPairTest() {
    rig.fillWhole(rig.entry(0)).fillWhole(rig.entry(1));
  }

  @Test
  void theLosingLegOfAHedgedPairIsNoLossOfTheDay() {
    pay(Rig.KALSHI, 0, "0");
    pay(Rig.POLY, 0, "200");
    assertEquals(List.of(), tripped());
  }

  @Test
  @Tag("fault:L1")
  void venuesThatPayDifferentlyAreOne() {
    pay(Rig.KALSHI, 0, "0");
    assertEquals(List.of(), tripped());
    pay(Rig.POLY, 10_000, "0");
    assertEquals(List.of("day-loss"), tripped());
  }

  private List<String> tripped() {
    return rig.effects(Effect.Write.class).stream()
        .map(Effect.Write::row)
        .filter(JournalRecord.BreakerTripped.class::isInstance)
        .map(row -> ((JournalRecord.BreakerTripped) row).breaker().name())
        .toList();
  }

  private void pay(MarketId market, int yesE4, String paid) {
    rig.on(
        new EngineEvent.AccountReported(
            new AccountSnapshot(
                market.venue(),
                rig.now(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new AccountSnapshot.Payout(market, yesE4, Usd.parse(paid), rig.now())),
                EnumSet.of(AccountSnapshot.Part.PAYOUTS))));
  }
}
