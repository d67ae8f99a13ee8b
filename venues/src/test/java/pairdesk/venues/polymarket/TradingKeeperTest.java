package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.StreamRecorder;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

/** A start at which the venue gives no credentials. */
class TradingKeeperTest {
  private static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(300));
  private static final String GIVEN =
      "{\"apiKey\":\"k\",\"secret\":\"AAEC\",\"passphrase\":\"p\",\"closed_only\":false}";

  private final StreamRecorder told = new StreamRecorder();

  @Test
  void aVenueThatWasAwayTakesOrdersSecondsAfterItIsBack() throws IOException {
    int port = freePort();
    try (var polymarket = client(port)) {
      polymarket.trading().orElseThrow().accountFeed().start(told);
      next(Health.DOWN);
      try (var venue = new MockWebServer()) {
        venue.setDispatcher(answers(200, GIVEN));
        venue.start(port);
        next(Health.UP);
      }
    }
  }

  @Test
  void aVenueThatRefusesTheKeyIsNotCalledAway() throws IOException {
    try (var venue = new MockWebServer()) {
      venue.setDispatcher(answers(401, "{\"error\":\"Invalid L1 Request headers\"}"));
      venue.start();
      try (var polymarket = client(venue.getPort())) {
        polymarket.trading().orElseThrow().accountFeed().start(told);
        VenueStatus status = next(Health.UNAUTHORISED);
        assertEquals(
            "not logged in: no API credentials: HTTP 401 Invalid L1 Request headers",
            status.cause());
      }
    }
  }

  private VenueStatus next(Health health) {
    return StreamRecorder.await(
        told.statuses,
        status -> status.part() == Part.TRADING && status.health() == health,
        () -> {});
  }

  private static Dispatcher answers(int status, String body) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return new MockResponse.Builder().code(status).body(body).build();
      }
    };
  }

  private static int freePort() throws IOException {
    try (var server = new MockWebServer()) {
      server.start();
      return server.getPort();
    }
  }

  private static Polymarket client(int port) {
    URI here = URI.create("http://127.0.0.1:" + port);
    var account =
        new PolymarketSettings.Account(
            Secret.of("46".repeat(32)), SignatureType.EOA, null, null, 137);
    var endpoints = new Endpoints(here, here, here, URI.create("ws://127.0.0.1:" + port), here);
    return Polymarket.open(
        new PolymarketSettings(endpoints, account, SHORT), InstantSource.system(), new Random(7));
  }
}
