package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.SandboxRig.Answer;

/** The whole sandbox: it starts, tells the truth, and breaks on demand. */
class SandboxTest {
  private static SandboxRig rig;

  @BeforeAll
  static void start() {
    rig = new SandboxRig(11);
  }

  @AfterAll
  static void close() {
    Instant before = Instant.now();
    rig.close();
    assertTrue(
        Duration.between(before, Instant.now()).compareTo(Duration.ofSeconds(5)) < 0,
        "closing took too long");
  }

  @BeforeEach
  void noRules() {
    rig.clearRules();
  }

  private static void rule(String action) {
    rig.set(
        "rules",
        """
        {"when":{"venue":"kalshi","method":"POST","path":"events/orders$","times":1},"do":%s}
        """
            .formatted(action));
  }

  @Test
  void listsPairsThatQuoteOnBothVenues() {
    assertTrue(rig.truth("/pairs").path("pairs").size() >= 55);
    JsonNode here = rig.truth("/books/kalshi/" + rig.pair(0, "kalshi"));
    JsonNode there = rig.truth("/books/polymarket/" + rig.pair(0, "polymarket"));
    assertFalse(here.path("bids").isEmpty());
    assertFalse(there.path("asks").isEmpty());
  }

  @Test
  void theTruthIsInExactIntegers() {
    JsonNode accounts = rig.truth("/accounts");
    assertEquals("10000000000", accounts.path("kalshi").path("cash_e6").path("0").asText());
    assertEquals("20000000000", accounts.path("polymarket").path("cash_e6").path("0").asText());
  }

  @Test
  void aLostReplyLeavesTheOrderBooked() {
    String id = rig.nextId();
    rule("{\"type\":\"loseReply\"}");
    rig.assertLost(rig.order(id));
    SandboxRig.await("the order is booked", () -> rig.isBooked(id));
  }

  @Test
  void aLostRequestLeavesNothing() {
    String id = rig.nextId();
    rule("{\"type\":\"loseRequest\"}");
    rig.assertLost(rig.order(id));
    JsonNode last = rig.lastRequest();
    assertTrue(last.path("body").asText().contains(id));
    assertTrue(last.path("executions").isEmpty());
    assertFalse(rig.isBooked(id));
  }

  @Test
  void aZombieIsBookedAfterTheConnectionIsGone() {
    String id = rig.nextId();
    rule("{\"type\":\"bookLate\",\"millis\":1500}");
    rig.assertLost(rig.order(id));
    assertFalse(rig.isBooked(id));
    SandboxRig.await("the order is booked late", () -> rig.isBooked(id));
  }

  @Test
  void anErrorCanHideASuccess() throws IOException {
    String id = rig.nextId();
    rule("{\"type\":\"replace\",\"execute\":true,\"status\":502,\"body\":\"Bad Gateway\"}");
    Answer answer = rig.call(rig.order(id));
    assertEquals(502, answer.status());
    assertEquals("Bad Gateway", answer.body());
    assertTrue(rig.isBooked(id));
  }

  @Test
  void aDoubledRequestMeetsTheRuleOfIds() throws IOException {
    rule("{\"type\":\"duplicate\"}");
    assertEquals(409, rig.call(rig.order(rig.nextId())).status());
    assertEquals(2, rig.lastRequest().path("executions").size());
  }

  @Test
  void aTruncatedReplyCannotBeRead() {
    rule("{\"type\":\"truncate\",\"bytes\":7}");
    rig.assertLost(rig.order(rig.nextId()));
  }

  @Test
  void badSwitchesNameTheField() {
    rig.assertComplaint("/control/rules", "{\"do\":{\"type\":\"vanish\"}}", "do.type");
    rig.assertComplaint(
        "/control/rules",
        "{\"when\":{\"percent\":101},\"do\":{\"type\":\"close\"}}",
        "when.percent");
    rig.assertComplaint("/control/venue", "{\"venue\":\"casino\"}", "venue");
    rig.assertComplaint("/control/account", "{\"venue\":\"kalshi\",\"cash\":\"much\"}", "cash");
    rig.assertComplaint("/control/account", "not json", "");
  }

  @Test
  void booksCanBeSetByHand() {
    String market = rig.truth("/pairs").path("pairs").path(3).path("kalshi").asText();
    rig.control(
        "POST",
        "/control/book",
        """
        {"venue":"kalshi","market":"%s","bids":[{"price":"0.10","quantity":"7"}],"asks":[]}
        """
            .formatted(market));
    JsonNode book = rig.truth("/books/kalshi/" + market);
    assertEquals("7000000", book.path("bids").path(0).path("quantity_e6").asText());
    assertEquals(1, book.path("bids").size());
    assertTrue(book.path("asks").isEmpty());
  }

  @Test
  void theClockCanBeWrong() throws IOException {
    rig.control("POST", "/control/clock", "{\"offsetMillis\":60000}");
    Answer answer = rig.call(rig.kalshi("GET", "/portfolio/balance", ""));
    rig.control("POST", "/control/clock", "{\"offsetMillis\":0}");
    assertEquals(401, answer.status());
    assertTrue(answer.body().contains("header_timestamp_expired"));
  }

  @Test
  void theSameSeedGivesTheSameKeys() {
    Credentials again = Credentials.of(11);
    assertEquals(again.kalshiPem(), rig.sandbox.credentials().kalshiPem());
    assertEquals(again.wallet(), rig.sandbox.credentials().wallet());
  }

  @Test
  void writesTheEnvironmentOfADesk(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("desk/.env");
    rig.sandbox.writeEnvironment(file);
    String text = Files.readString(file);
    assertTrue(text.contains("KALSHI_API_URL=" + rig.sandbox.kalshi().restUrl()), text);
    assertTrue(text.contains("POLYMARKET_API_KEY=0x"), text);
    assertTrue(
        Files.readString(folder.resolve("desk/kalshi.key")).startsWith("-----BEGIN PRIVATE"));
  }
}
