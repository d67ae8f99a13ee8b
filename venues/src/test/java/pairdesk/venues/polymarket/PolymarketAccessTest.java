package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

class PolymarketAccessTest {
  private static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(300));
  private static final String GIVEN = "{\"apiKey\":\"k\",\"secret\":\"AAEC\",\"passphrase\":\"p\"}";

  private final MockWebServer server = new MockWebServer();
  private final Transport transport = new Transport();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    transport.close();
    server.close();
  }

  @Test
  void asksAgainUntilTheVenueGivesCredentials() {
    PolymarketSettings settings = settings(Limits.DEFAULT);
    var chance = new Chance(InstantSource.system(), new Random(1));
    var signer = Vectors.signerOf(settings);
    PolymarketAccess access = PolymarketAccess.of(transport, settings, signer, chance);
    server.enqueue(new MockResponse.Builder().code(400).build()); // no existing ones
    server.enqueue(new MockResponse.Builder().code(400).build()); // and no new ones
    assertThrows(VenueException.class, access::get);
    assertTrue(access.known().isEmpty());
    server.enqueue(new MockResponse.Builder().body(GIVEN).build());
    assertEquals("k", access.get().key());
    assertEquals("k", access.get().key());
    assertEquals(3, server.getRequestCount());
  }

  @Test
  void opensWhileTheVenueIsAwayAndSendsNothingWithoutCredentials() {
    server.close();
    try (Polymarket polymarket =
        Polymarket.open(settings(SHORT), InstantSource.system(), new Random(1))) {
      CancelOutcome outcome =
          polymarket.trading().orElseThrow().orders().cancelAll(Duration.ofSeconds(1));
      assertTrue(((CancelOutcome.Unknown) outcome).reason().startsWith("not logged in"));
    }
  }

  private PolymarketSettings settings(Limits limits) {
    URI here = URI.create("http://127.0.0.1:" + server.getPort());
    URI stream = URI.create("ws://127.0.0.1:" + server.getPort());
    var account =
        new PolymarketSettings.Account(
            Secret.of("46".repeat(32)), SignatureType.EOA, null, null, 137);
    return new PolymarketSettings(new Endpoints(here, here, here, stream, here), account, limits);
  }
}
