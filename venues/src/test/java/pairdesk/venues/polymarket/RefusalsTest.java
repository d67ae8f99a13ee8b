package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.venues.net.MovingClock;

/** What a refusal in the venue's own words says of the order path. */
class RefusalsTest {
  private final List<VenueStatus> told = new ArrayList<>();
  private final TradingHealth health =
      new TradingHealth(new MovingClock("2026-11-20T10:00:00Z"), Duration.ofMinutes(2));
  private final Refusals refusals = new Refusals(health);

  @ParameterizedTest
  @Tag("fault:R11")
  @ValueSource(
      strings = {
        "Trading restricted in your region",
        "address is in closed only mode",
        "this address is banned"
      })
  void aRefusalOfTheAccountClosesTheOrderPath(String words) {
    health.tell(told::add);
    assertEquals(new SubmitOutcome.Rejected(RejectCode.BLOCKED, words), refusals.inWords(words));
    assertEquals(List.of(Health.UP, Health.BLOCKED), told.stream().map(s -> s.health()).toList());
    assertEquals(words, told.getLast().cause());
  }

  @Test
  void aRefusalOfOneOrderLeavesItOpen() {
    health.tell(told::add);
    refusals.inWords("not enough balance / allowance");
    refusals.inWords("invalid price");
    assertEquals(List.of(Health.UP), told.stream().map(s -> s.health()).toList());
  }
}
