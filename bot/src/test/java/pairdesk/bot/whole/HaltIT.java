package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.Patience;

/** {@code pairdesk halt}, a process of its own, beside a desk that hangs and one that is dead. */
class HaltIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofSeconds(4);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  @Tag("fault:C3")
  void aHangingDeskIsHaltedAndStaysSoWhenItComesBack() throws IOException, InterruptedException {
    try (Rig rig = Rig.start(folder)) {
      rig.goLive();
      Rig.Watched pair = rig.approvePair();
      rest(rig, pair);
      rig.signal("STOP");
      try (Program halt = rig.program("halt", "--reason", "it hangs")) {
        int code = halt.await(LIMIT);
        assertAll(
            halt.output(),
            () -> assertEquals(0, code),
            () -> assertTrue(halt.output().contains("HALTED: the halt is stored")),
            () -> assertTrue(halt.output().matches("(?s).*Kalshi: nothing rests, flat after .*")),
            () -> assertTrue(halt.output().matches("(?s).*Polymarket: nothing rests, flat .*")),
            () -> assertTrue(halt.output().matches("(?s).*Time to flat: \\d+\\.\\d s\\..*")));
      }
      assertEquals(List.of(), rig.control().openOrders());
      rig.signal("CONT");
      Patience.untilTrue("the desk to know of it", Rig.LIMIT, rig::isHalted);
      int before = rig.control().requests();
      pair.openGap();
      rig.neverTrades(before, LOOK);
    }
  }

  @Test
  @Tag("fault:Q1")
  void aDeadDeskIsHaltedOnTheVenueThatAnswers() throws IOException, InterruptedException {
    try (Rig rig = Rig.start(folder)) {
      rig.goLive();
      rest(rig, rig.approvePair());
      rig.kill();
      rig.control().post("rules", "{'when':{'venue':'polymarket'},'do':{'type':'close'}}");
      try (Program halt = rig.program("halt", "--limit", "8")) {
        int code = halt.await(LIMIT);
        assertAll(
            halt.output(),
            () -> assertEquals(1, code),
            () -> assertTrue(halt.output().contains("HALTED: the halt is stored")),
            () -> assertTrue(halt.output().matches("(?s).*Kalshi: nothing rests, flat after .*")),
            () -> assertTrue(halt.output().contains("Polymarket: NOT REACHED")));
      }
      rig.control().forgetRules();
      rig.spawn();
      Patience.untilTrue("the next desk to be halted", LIMIT, rig::isHalted);
    }
  }

  /** A person's orders on both venues: far from the market, so that they stay. */
  private static void rest(Rig rig, Rig.Watched pair) {
    String order =
        "{'venue':'%s','market':'%s','action':'place','outcome':'yes','side':'buy',"
            + "'price':'0.02','quantity':'30'}";
    rig.control().post("order", order.formatted("kalshi", pair.pair().kalshi()));
    rig.control().post("order", order.formatted("polymarket", pair.pair().polymarket()));
    assertEquals(2, rig.control().openOrders().size());
  }
}
