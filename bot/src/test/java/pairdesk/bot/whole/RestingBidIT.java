package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.Patience;

/** A bid rests on Polymarket over the wire, and is hedged on Kalshi as strangers take it. */
class RestingBidIT {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Rig rig;

  @BeforeAll
  static void startTheDesk() throws IOException {
    rig = Rig.still(folder, Map.of("EXECUTION_PLAN", "maker_taker", "ORDER_TIMEOUT_SECONDS", "6"));
    rig.goLive();
  }

  @AfterAll
  static void stopTheDesk() {
    rig.close();
  }

  @Test
  void hedgesEachFillAndBidsAnewWhereThePriceHasGone() {
    Rig.Watched pair = rig.approvePair();
    pair.openRestingGap("0.44", "0.56");
    String first = resting();
    assertTrue(first.startsWith("polymarket "), first);
    rig.control().take(first, 20);
    awaitLegs(pair, 20);

    pair.openRestingGap("0.47", "0.56"); // 0.53 and 0.47 leave nothing
    rig.awaitAgreement();
    assertEquals(List.of(), rig.control().openOrders());
    assertEquals(List.of(20_000_000L, 20_000_000L), pair.legs());

    pair.openRestingGap("0.43", "0.56");
    String second = resting();
    assertNotEquals(first, second);
    rig.control().take(second, 15);
    awaitLegs(pair, 35);
    pair.closeGap();
    rig.awaitAgreement();
    assertEquals(List.of(), rig.control().openOrders());
    assertEquals(List.of(35_000_000L, 35_000_000L), pair.legs());
  }

  @Test
  void takesBothWhenNobodyHasSoldIntoTheBidInTime() {
    Rig.Watched pair = rig.approvePair();
    pair.openRestingGap("0.40", "0.54");
    String bid = resting();
    pair.awaitExecution("COMPLETE");
    assertEquals(List.of(), rig.control().openOrders(), bid);
    pair.closeGap();
    rig.awaitAgreement();
    assertEquals(pair.legs().getFirst(), pair.legs().getLast());
    assertTrue(pair.legs().getFirst() > 50_000_000L, pair.legs()::toString);
  }

  private static String resting() {
    Patience.untilTrue("a bid to rest", Rig.LIMIT, () -> rig.control().openOrders().size() == 1);
    return rig.control().openOrders().getFirst();
  }

  private static void awaitLegs(Rig.Watched pair, int shares) {
    List<Long> both = List.of(shares * 1_000_000L, shares * 1_000_000L);
    Patience.untilTrue("both legs", Rig.LIMIT, () -> pair.legs().equals(both));
  }
}
