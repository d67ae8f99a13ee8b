package pairdesk.sandbox.wire.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void rateLimitsTheNextRequestsOnAPath() {
    desk.fault(
        "{\"fault\": \"rate_limit\", \"path\": \"/messages\", \"count\": 2, \"millis\": 1500}");
    assertEquals(200, desk.bot("GET", "users/@me", "").status());
    Desk.Answer limited = desk.post("a");
    assertEquals(429, limited.status());
    assertEquals("1.1 pairdesk", limited.header("Via"));
    assertEquals("2", limited.header("Retry-After"));
    assertEquals("1.5", limited.body().path("retry_after").asText());
    assertEquals(429, desk.post("b").status());
    assertEquals(200, desk.post("c").status());
  }

  @Test
  void globalRateLimitSaysSo() {
    desk.fault("{\"fault\": \"rate_limit\", \"global\": true}");
    Desk.Answer limited = desk.post("a");
    assertEquals("true", limited.header("X-RateLimit-Global"));
    assertTrue(limited.body().path("global").asBoolean());
  }

  @Test
  void aBanComesWithoutVia() {
    desk.fault("{\"fault\": \"ban\", \"path\": \"/messages\", \"millis\": 1500}");
    Desk.Answer banned = desk.post("a");
    assertEquals(429, banned.status());
    assertEquals("", banned.header("Via"));
    assertEquals("2", banned.header("Retry-After"));
    assertEquals(200, desk.post("b").status());
  }

  @Test
  void asksNewSocketsToBeatAsOftenAsWanted() {
    desk.fault("{\"fault\": \"heartbeat\", \"millis\": 700}");
    try (GatewayClient client = new GatewayClient(desk.front, "")) {
      assertEquals(700, client.op(10).path("d").path("heartbeat_interval").asInt());
    }
  }

  @Test
  void isUnavailableOnce() {
    desk.fault("{\"fault\": \"unavailable\"}");
    assertEquals(503, desk.post("a").status());
    assertEquals(200, desk.post("a").status());
  }

  @Test
  void answersLate() {
    desk.fault("{\"fault\": \"slow\", \"millis\": 300}");
    long begin = System.nanoTime();
    assertEquals(200, desk.post("a").status());
    assertTrue(System.nanoTime() - begin >= 300_000_000L);
  }

  @Test
  void asksToReconnectAndInvalidates() {
    try (GatewayClient client = GatewayClient.identified(desk.front, 1)) {
      desk.fault("{\"fault\": \"reconnect\"}");
      client.op(7);
      desk.fault("{\"fault\": \"invalid_session\", \"resumable\": true}");
      assertTrue(client.op(9).path("d").asBoolean());
      desk.fault("{\"fault\": \"invalid_session\"}");
      assertFalse(client.op(9).path("d").asBoolean());
    }
  }

  @Test
  void sendsADispatchTwiceWithTheSameNumber() {
    try (GatewayClient client = GatewayClient.identified(desk.front, GatewayClient.USUAL_INTENTS)) {
      desk.fault("{\"fault\": \"duplicate_dispatch\"}");
      desk.post("once");
      JsonNode first = client.dispatch("MESSAGE_CREATE");
      assertEquals(first, client.dispatch("MESSAGE_CREATE"));
      desk.post("next");
      assertEquals(
          first.path("s").asInt() + 1, client.dispatch("MESSAGE_CREATE").path("s").asInt());
    }
  }

  @Test
  void skipsAnAcknowledgement() {
    try (GatewayClient client = GatewayClient.identified(desk.front, 1)) {
      desk.fault("{\"fault\": \"missed_acknowledgement\"}");
      client.heartbeat();
      desk.bot("PUT", Desk.MESSAGES + "/pins/" + desk.post("mark").id(), "");
      client.heartbeat();
      JsonNode next =
          client.await(frame ->
              frame.path("op").asInt() == 11
                  || frame.path("t").asText().equals("CHANNEL_PINS_UPDATE"));
      assertEquals("CHANNEL_PINS_UPDATE", next.path("t").asText());
      client.op(11);
    }
  }

  @Test
  void clearsAndRefusesUnknownFaults() {
    desk.fault("{\"fault\": \"unavailable\", \"count\": 5}");
    desk.fault("{\"fault\": \"clear\"}");
    assertEquals(200, desk.post("a").status());
    Desk.Answer unknown = desk.fault("{\"fault\": \"earthquake\"}");
    assertEquals(400, unknown.status());
    assertTrue(unknown.body().path("errors").has("fault"));
    assertTrue(
        desk.fault("{\"fault\": \"slow\", \"count\": 0}").body().path("errors").has("count"));
  }
}
