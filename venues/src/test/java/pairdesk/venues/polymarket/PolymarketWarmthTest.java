package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Await;
import pairdesk.venues.net.Secret;
import pairdesk.venues.net.StreamRecorder;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

class PolymarketWarmthTest {
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();

  @Test
  void connectionsToWhereOrdersGoAreUsedWithoutASignature() throws IOException {
    try (var server = server();
        var polymarket = client("127.0.0.1:" + server.getPort())) {
      polymarket.trading().orElseThrow().accountFeed().start(new StreamRecorder());
      Await.until("warm", () -> to("/version").size() >= 3);
      for (RecordedRequest read : to("/version")) {
        assertEquals("GET", read.getMethod());
        assertNull(read.getHeaders().get("POLY_API_KEY"));
      }
    }
  }

  private List<RecordedRequest> to(String path) {
    return requests.stream()
        .filter(request -> request.getUrl().encodedPath().equals(path))
        .toList();
  }

  private MockWebServer server() throws IOException {
    var server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            return new MockResponse.Builder().body("{\"version\":2}").build();
          }
        });
    server.start();
    return server;
  }

  private static Polymarket client(String place) {
    URI here = URI.create("http://" + place);
    var account =
        new PolymarketSettings.Account(
            Secret.of("46".repeat(32)),
            SignatureType.EOA,
            null,
            new ApiCredentials("our-key", Secret.of("AAEC"), Secret.of("phrase")),
            137);
    var endpoints =
        new Endpoints(here, here, here, URI.create("ws://" + place), URI.create(here + "/geo"));
    return Polymarket.open(
        new PolymarketSettings(endpoints, account, Limits.DEFAULT),
        InstantSource.system(),
        new Random(7));
  }
}
