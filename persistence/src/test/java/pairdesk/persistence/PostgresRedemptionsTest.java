package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.journal.IntentStore.Outcome;
import pairdesk.engine.journal.RedemptionStore.Sent;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.venue.Claim;
import pairdesk.engine.venue.PreparedRedeem;
import pairdesk.engine.venue.RedeemOutcome;

class PostgresRedemptionsTest {
  private static final Claim CLAIM =
      new Claim(Samples.NO.market(), 5_000, Quantity.parse("1.5"), Quantity.ofShares(20));

  private final Database database = Database.open(TestDatabase.fresh());
  private final Lease lease =
      new Lease(database, "main", "first", InstantSource.fixed(Samples.NOW));
  private final AtomicReference<Lease.@Nullable Held> held =
      new AtomicReference<>(((Lease.Taken.Ours) lease.take()).held());
  private final PostgresRedemptions redemptions = new PostgresRedemptions(database, held::get);

  @AfterEach
  void close() {
    database.close();
  }

  private static PreparedRedeem call(String id) {
    return new PreparedRedeem(
        id, CLAIM, BigInteger.TWO.pow(255), "{\"signature\":\"0x\"}", Usd.parse("10.75"));
  }

  @Test
  void givesBackTheOpenCallAsItWas() {
    assertEquals(Optional.empty(), redemptions.open(VenueId.POLYMARKET));
    assertEquals(new Outcome.Committed(), redemptions.commit(call("0x1"), Samples.NOW));
    assertEquals(
        Optional.of(new Sent(call("0x1"), Samples.NOW)), redemptions.open(VenueId.POLYMARKET));
    redemptions.report(call("0x1"), new RedeemOutcome.Open("STATE_NEW"), false, Samples.NOW);
    assertEquals(
        Optional.of(new Sent(call("0x1"), Samples.NOW)), redemptions.open(VenueId.POLYMARKET));
    assertEquals(Optional.empty(), redemptions.open(VenueId.KALSHI));
  }

  @Test
  void takesTheNextOneOnlyAfterTheEndOfTheOneBefore() {
    redemptions.commit(call("0x1"), Samples.NOW);
    assertEquals(
        new Outcome.Refused("another redemption is open"),
        redemptions.commit(call("0x2"), Samples.NOW));
    redemptions.report(
        call("0x1"), new RedeemOutcome.Paid(Usd.parse("10.75"), "0xab"), true, Samples.NOW);
    assertEquals(Optional.empty(), redemptions.open(VenueId.POLYMARKET));
    assertEquals(new Outcome.Committed(), redemptions.commit(call("0x2"), Samples.NOW));
  }

  @Test
  void refusesWithoutTheLease() {
    held.set(new Lease.Held("main", 99, Samples.NOW));
    assertInstanceOf(Outcome.Refused.class, redemptions.commit(call("0x1"), Samples.NOW));
    held.set(null);
    assertEquals(
        new Outcome.Refused(
            "the lease of this account is not ours:"
                + " another process took it, or it cannot be renewed"),
        redemptions.commit(call("0x1"), Samples.NOW));
    assertEquals(Optional.empty(), redemptions.open(VenueId.POLYMARKET));
  }
}
