package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;

/** What silence of a venue's books does in LIVE. */
class FeedsTest {
  private static final OperatorRequest LIVE =
      new OperatorRequest.SetMode(Mode.LIVE, Instant.EPOCH, new Actor("1", "admin"));

  @Test
  @Tag("fault:W4")
  void aWholeVenueThatIsSilentDropsLiveToMonitorAndOnlyAPersonReturns() {
    Rig rig = Rig.live();
    stream(rig, Health.DOWN);
    told(rig, Rig.NO, 29);
    assertEquals(Mode.LIVE, mode(rig));
    told(rig, Rig.NO, 2);
    assertEquals(Mode.MONITOR, mode(rig));
    assertEquals(List.of("feed:kalshi: no book of Kalshi was confirmed for 30 s"), tripped(rig));
    assertEquals(
        new OperatorReply.Refused(
            "Not LIVE yet: breaker feed:kalshi: no book of Kalshi was confirmed for 30 s."),
        rig.ask(LIVE));
    told(rig, Rig.YES, 1);
    assertEquals(List.of(), tripped(rig));
    assertEquals(Mode.MONITOR, mode(rig));
    assertInstanceOf(OperatorReply.Done.class, rig.ask(LIVE));
  }

  @Test
  void aProcessThatStoodStillGivesTheFeedsTimeToSpeak() {
    Rig rig = Rig.live();
    stream(rig, Health.DOWN);
    rig.sleep(Duration.ofMinutes(5)).pass(Duration.ofSeconds(5));
    told(rig, Rig.YES, 1);
    told(rig, Rig.NO, 1);
    rig.pass(Duration.ofSeconds(10));
    assertEquals(Mode.LIVE, mode(rig));
  }

  @Test
  void readsInTheStreamsSteadKeepItLive() {
    Rig rig = Rig.live();
    stream(rig, Health.DOWN);
    told(rig, Rig.YES, 60);
    assertEquals(Mode.LIVE, mode(rig));
  }

  @Test
  void aStreamThatComesBackInTimeKeepsItLive() {
    Rig rig = Rig.live();
    stream(rig, Health.DOWN);
    told(rig, Rig.NO, 25);
    stream(rig, Health.UP);
    told(rig, Rig.NO, 2);
    stream(rig, Health.DOWN);
    told(rig, Rig.NO, 25);
    assertEquals(Mode.LIVE, mode(rig));
  }

  @Test
  void silenceInMonitorTripsNothing() {
    Rig rig = new Rig(Rig.settings(), Rig.recovered(Mode.MONITOR));
    stream(rig, Health.DOWN);
    rig.pass(Duration.ofMinutes(5));
    assertEquals(List.of(), tripped(rig));
  }

  /** Every second one book, as long as said. */
  private static void told(Rig rig, Instrument instrument, int seconds) {
    for (int i = 0; i < seconds; i++) {
      rig.pass(Duration.ofSeconds(1)).book(instrument, "0.39 x 500", "0.60 x 500");
    }
  }

  private static void stream(Rig rig, Health health) {
    rig.on(
        new EngineEvent.VenueChanged(
            new VenueStatus(
                VenueId.KALSHI, VenueStatus.Part.MARKET_STREAM, health, "", rig.now())));
  }

  private static Mode mode(Rig rig) {
    return rig.view().desk().controls().mode();
  }

  private static List<String> tripped(Rig rig) {
    return rig.view().desk().breakers().stream().map(FeedsTest::text).toList();
  }

  private static String text(BreakerState state) {
    return state.name() + ": " + state.cause();
  }
}
