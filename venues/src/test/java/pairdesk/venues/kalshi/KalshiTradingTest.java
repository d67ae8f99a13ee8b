package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.venues.kalshi.Samples.RAIN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.MovingClock;
import pairdesk.venues.net.StreamRecorder;
import pairdesk.venues.net.Transport;

/** Whether Kalshi takes orders of ours, by its word and by its answers. */
class KalshiTradingTest {
  /** Seventy seconds before three o'clock of a Thursday in New York. */
  private static final String NIGHT = "2026-11-26T07:58:50Z";

  private static final String STATUS = "GET /exchange/status";
  private static final String BALANCE = "GET /portfolio/balance";

  private final MovingClock clock = new MovingClock(NIGHT);
  private final FakeKalshi venue = new FakeKalshi();
  private final Transport transport = new Transport();
  private final StreamRecorder told = new StreamRecorder();
  private final KalshiTrading trading;

  KalshiTradingTest() {
    var settings = venue.settings();
    var signer =
        new KalshiSigner(
            Objects.requireNonNull(settings.credentials()), clock, () -> Duration.ZERO);
    var rest = new KalshiRest(transport, settings, signer, new Chance(clock, new Random(1)));
    trading = new KalshiTrading(rest, clock);
    trading.tell(told);
  }

  @BeforeEach
  void open() {
    venue.on(STATUS, "{\"exchange_active\":true,\"trading_active\":true}");
  }

  @AfterEach
  void close() {
    transport.close();
    venue.close();
  }

  @Test
  @Tag("fault:R10")
  void aRefusedKeyClosesTheOrderPathUntilItIsTakenAgain() {
    venue.on(BALANCE, 401, "{\"error\":{\"code\":\"authentication_error\"}}");
    trading.ask();
    trading.answered(refused(RejectCode.UNAUTHORISED));
    assertEquals(List.of(Health.UP, Health.UNAUTHORISED), health());
    assertEquals("no", told.statuses.getLast().cause());
    trading.ask();
    assertEquals(0, venue.to(BALANCE).size(), "a probe before its time");
    clock.move(Duration.ofSeconds(60));
    trading.ask();
    assertEquals(Health.UNAUTHORISED, told.health(Part.TRADING));
    venue.on(BALANCE, "{\"balance\":1}");
    trading.ask();
    assertEquals(1, venue.to(BALANCE).size());
    clock.move(Duration.ofSeconds(60));
    trading.ask();
    assertEquals(List.of(Health.UP, Health.UNAUTHORISED, Health.UP), health());
    assertEquals(List.of("trading resumed"), List.copyOf(told.readAgain));
  }

  @Test
  @Tag("fault:R11")
  void eachBlockWithoutAnOrderTakenInBetweenClosesItForTwiceAsLong() {
    venue.on(BALANCE, "{\"balance\":1}");
    for (int minutes : List.of(1, 2, 4)) {
      trading.answered(refused(RejectCode.BLOCKED));
      clock.move(Duration.ofMinutes(minutes).minusMillis(1));
      trading.ask();
      assertEquals(Health.BLOCKED, told.health(Part.TRADING), minutes + " min");
      clock.move(Duration.ofMillis(1));
      trading.ask();
      assertEquals(Health.UP, told.health(Part.TRADING), minutes + " min");
    }
    trading.answered(new SubmitOutcome.Accepted("o1", OrderState.FILLED, Quantity.ofShares(1)));
    trading.answered(refused(RejectCode.BLOCKED));
    clock.move(Duration.ofMinutes(1));
    trading.ask();
    assertEquals(Health.UP, told.health(Part.TRADING));
  }

  @Test
  @Tag("fault:R8")
  void anOrderRefusedByAPauseClosesItUntilTheVenueSaysThatItTrades() {
    trading.ask();
    trading.answered(refused(RejectCode.VENUE_PAUSED));
    trading.ask();
    assertEquals(List.of(Health.UP, Health.PAUSED, Health.UP), health());
  }

  @ParameterizedTest
  @CsvSource({"INSUFFICIENT_BALANCE", "NOT_FILLABLE", "MARKET_CLOSED", "RATE_LIMITED", "OTHER"})
  void whatIsWrongWithOneOrderSaysNothingOfTheNext(RejectCode code) {
    trading.ask();
    trading.answered(refused(code));
    trading.answered(new SubmitOutcome.Unknown("no answer"));
    assertEquals(List.of(Health.UP), health());
  }

  /** The entries of strategies stop at DEGRADED, and bids are withdrawn; hedges go on. */
  @ParameterizedTest
  @Tag("fault:R8")
  @CsvSource({"maintenance_windows", "standard_hours"})
  void aPauseThatWasAnnouncedIsToldAMinuteAhead(String where) {
    venue.on("GET /exchange/schedule", schedule(where));
    trading.ask();
    assertEquals(List.of(Health.UP), health());
    clock.move(Duration.ofSeconds(10));
    trading.ask();
    assertEquals(List.of(Health.UP, Health.DEGRADED), health());
    assertEquals(
        "trading pauses at 2026-11-26T08:00:00Z by the venue's schedule",
        told.statuses.getLast().cause());
    clock.move(Duration.ofSeconds(60));
    venue.on(STATUS, "{\"exchange_active\":true,\"trading_active\":false}");
    trading.ask();
    assertEquals(Health.PAUSED, told.health(Part.TRADING));
    venue.on(STATUS, "{\"exchange_active\":true,\"trading_active\":true}");
    clock.move(Duration.ofHours(2));
    trading.ask();
    assertEquals(Health.UP, told.health(Part.TRADING));
    assertEquals(2, venue.to("GET /exchange/schedule").size());
  }

  @Test
  void hoursThatGoOnAfterMidnightOrAreNotKnownAreNoPause() {
    venue.on("GET /exchange/schedule", schedule("standard_hours"));
    var wednesdayEnds = Instant.parse("2026-11-26T04:59:30Z");
    clock.move(Duration.between(clock.instant(), wednesdayEnds)); // and goes on into Thursday
    trading.ask();
    clock.move(Duration.ofDays(1)); // of Friday nothing is said
    trading.ask();
    assertEquals(List.of(Health.UP), health());
  }

  /** On the wire: the first refusal of an order is the last one. */
  @Test
  @Tag("fault:R10")
  void theAnswerToAnOrderIsHeard() {
    venue.on("POST /portfolio/events/orders", 401, "{\"error\":{\"code\":\"unauthorized\"}}");
    try (Kalshi kalshi = venue.client()) {
      kalshi.accountFeed().start(told);
      Await.until("up", () -> told.health(Part.TRADING) == Health.UP);
      var intent = Samples.intent(RAIN.yes(), Side.BUY, "0.40", TimeInForce.IOC);
      kalshi
          .orders()
          .submit(kalshi.orders().prepare(intent, Samples.market(RAIN)), Duration.ofSeconds(2));
      assertEquals(Health.UNAUTHORISED, told.health(Part.TRADING));
    }
  }

  private List<Health> health() {
    assertTrue(told.statuses.stream().allMatch(status -> status.part() == Part.TRADING));
    return told.statuses.stream().map(status -> status.health()).toList();
  }

  private static SubmitOutcome refused(RejectCode code) {
    return new SubmitOutcome.Rejected(code, "no");
  }

  private static String schedule(String where) {
    String window =
        "{\"start_datetime\":\"2026-11-26T08:00:00Z\",\"end_datetime\":\"2026-11-26T10:00:00Z\"}";
    String week =
        """
        {"start_time":"2026-01-01T00:00:00Z","end_time":"2027-01-01T00:00:00Z",
         "wednesday":[{"open_time":"00:00","close_time":"00:00"}],
         "thursday":[{"open_time":"00:00","close_time":"03:00"},{"open_time":"05:00","close_time":"00:00"}]}
        """;
    return "{\"schedule\":{\"standard_hours\":[%s],\"maintenance_windows\":[%s]}}"
        .formatted(
            where.equals("standard_hours") ? week : "",
            where.equals("maintenance_windows") ? window : "");
  }
}
