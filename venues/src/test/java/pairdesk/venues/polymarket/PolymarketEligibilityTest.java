package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.venue.AccountReader.Eligibility;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.PolymarketSettings.Endpoints;
import pairdesk.venues.polymarket.PolymarketSettings.Limits;

/** Whether the venue lets this account trade from here. */
class PolymarketEligibilityTest {
  private static final String NONE = "{\"balance\":\"1\",\"allowances\":{\"0xE1\":\"0\"}}";
  private static final String ONE =
      "{\"balance\":\"1\",\"allowances\":{\"0xE1\":\"0\",\"0xe2\":\"5\"}}";

  private final MockWebServer server = new MockWebServer();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> balances = new CopyOnWriteArrayList<>(List.of(ONE));
  private Polymarket polymarket;

  @BeforeEach
  void start() throws IOException {
    answers.put("/api/geoblock", "{\"blocked\":false,\"country\":\"PT\",\"region\":\"11\"}");
    answers.put("/auth/ban-status/closed-only", "{\"closed_only\":false}");
    answers.put("/version", "{\"version\":2}");
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().body(answer(request)).build();
          }
        });
    server.start();
    URI here = URI.create("http://127.0.0.1:" + server.getPort());
    var account =
        new PolymarketSettings.Account(
            Secret.of("46".repeat(32)),
            SignatureType.EOA,
            null,
            new ApiCredentials("our-key", Secret.of("AAEC"), Secret.of("phrase")),
            137);
    var endpoints =
        new Endpoints(
            here,
            here,
            here,
            URI.create("ws://127.0.0.1:" + server.getPort()),
            URI.create(here + "/api/geoblock"));
    polymarket =
        Polymarket.open(
            new PolymarketSettings(endpoints, account, Limits.DEFAULT),
            InstantSource.system(),
            new Random(7));
  }

  /** Balances come one after the other, the last one again and again. */
  private String answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.equals("/balance-allowance")) {
      return balances.size() > 1 ? balances.removeFirst() : balances.getFirst();
    }
    return answers.getOrDefault(path, "");
  }

  @AfterEach
  void stop() {
    polymarket.close();
    server.close();
  }

  @Test
  void isGivenWhereNothingSpeaksAgainst() {
    assertEquals(new Eligibility(true, ""), asked());
  }

  @Test
  @Tag("fault:G6")
  @Tag("fault:R11")
  @Tag("fault:R20")
  void isRefusedForThePlaceTheAccountAndTheVersion() {
    answers.put("/api/geoblock", "{\"blocked\":true,\"country\":\"US\",\"region\":\"NY\"}");
    assertRefused("US NY");
    answers.put("/api/geoblock", "{\"blocked\":false}");
    answers.put("/auth/ban-status/closed-only", "{\"closed_only\":true}");
    assertRefused("only close positions");
    answers.put("/auth/ban-status/closed-only", "{\"closed_only\":false}");
    answers.put("/version", "{\"version\":3}");
    assertRefused("orders of version 3");
  }

  @Test
  void isRefusedWithoutAnAllowanceAfterTheChainWasReadAgain() {
    balances.set(0, NONE);
    assertRefused("approve one first");
    assertEquals(1, asksOf("/balance-allowance/update"));
  }

  @Test
  void seesAnAllowanceThatWasGivenAMomentAgo() {
    balances.addFirst(NONE);
    assertEquals(new Eligibility(true, ""), asked());
    assertEquals(1, asksOf("/balance-allowance/update"));
  }

  @Test
  void aVenueThatTellsNoAllowancesRefusesNone() {
    balances.set(0, "{\"balance\":\"1\"}");
    assertEquals(new Eligibility(true, ""), asked());
    balances.set(0, "{\"balance\":\"1\",\"allowance\":\"5\"}");
    assertEquals(new Eligibility(true, ""), asked());
  }

  private Eligibility asked() {
    return polymarket.trading().orElseThrow().account().eligibility();
  }

  private void assertRefused(String words) {
    Eligibility eligibility = asked();
    assertTrue(!eligibility.mayTrade() && eligibility.why().contains(words), eligibility.why());
  }

  private long asksOf(String path) {
    long asks = 0;
    for (int i = server.getRequestCount(); i > 0; i--) {
      asks += taken().getUrl().encodedPath().equals(path) ? 1 : 0;
    }
    return asks;
  }

  private RecordedRequest taken() {
    try {
      return server.takeRequest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
