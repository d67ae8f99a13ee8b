package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.SandboxRig.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import okhttp3.Request;
import pairdesk.sandbox.SandboxRig.Answer;

/** What happens to markets, fees and the clock, seen at the venues' interfaces. */
final class MarketProofs {
  private final SandboxRig rig;
  private final PolymarketCalls polymarket;

  MarketProofs(SandboxRig rig) {
    this.rig = rig;
    this.polymarket = PolymarketCalls.of(rig);
  }

  Map<String, Proof> all() {
    var proofs = new HashMap<>(terms());
    proofs.putAll(answers());
    return proofs;
  }

  private Map<String, Proof> terms() {
    return Map.of(
        "C1", this::otherClock,
        "C6", this::closeMoves,
        "M4", this::rateIsAnother,
        "M4b", this::feesAreAnnounced,
        "V2", this::oneSide,
        "V4", this::closedInOneListing,
        "V7", this::rulesChange,
        "V9", this::tooGood);
  }

  private Map<String, Proof> answers() {
    return Map.of(
        "L1", this::differentAnswers,
        "L2", this::half,
        "L3", fault -> kalshi(fault, 19, "amended"),
        "L5", fault -> kalshi(fault, 20, "disputed"),
        "L7", this::answerUntold);
  }

  private JsonNode read(String target) {
    return rig.answer(rig.kalshi("GET", target, "")).json();
  }

  private JsonNode market(int pair) {
    return read("/markets/" + rig.pair(pair, "kalshi")).path("market");
  }

  private JsonNode clob(int pair) {
    return polymarket.read("/clob-markets/" + rig.pair(pair, "polymarket")).json();
  }

  private Answer gamma(int pair) {
    String url = rig.sandbox.polymarket().gammaUrl() + "/markets?condition_ids=";
    return rig.answer(new Request.Builder().url(url + rig.pair(pair, "polymarket")).build());
  }

  private Answer resolved(int pair) {
    String url = rig.sandbox.polymarket().gammaUrl() + "/markets?closed=true&condition_ids=";
    return rig.answer(new Request.Builder().url(url + rig.pair(pair, "polymarket")).build());
  }

  private void otherClock(Runnable fault) {
    fault.run();
    long ahead = Long.parseLong(polymarket.read("/time").body()) - Instant.now().getEpochSecond();
    assertTrue(ahead >= 59 && ahead <= 61, "seconds ahead: " + ahead);
    Answer refused = rig.answer(rig.kalshi("GET", "/portfolio/balance", ""));
    assertEquals("header_timestamp_expired", refused.json().path("error").path("code").asText());
  }

  private void closeMoves(Runnable fault) {
    fault.run();
    Duration left =
        Duration.between(Instant.now(), Instant.parse(market(13).path("close_time").asText()));
    assertTrue(left.toMinutes() >= 58 && left.toMinutes() <= 60, left::toString);
  }

  private void rateIsAnother(Runnable fault) {
    fault.run();
    assertEquals("0.02", clob(14).path("fd").path("r").asText());
  }

  private void feesAreAnnounced(Runnable fault) {
    fault.run();
    JsonNode change = read("/events/fee_changes").path("event_fee_changes").path(0);
    assertEquals(market(14).path("event_ticker").asText(), change.path("event_ticker").asText());
    assertEquals("quadratic_with_maker_fees", change.path("fee_type_override").asText());
  }

  private void oneSide(Runnable fault) {
    fault.run();
    String token = clob(15).path("t").path(0).path("t").asText();
    JsonNode book = polymarket.read("/book?token_id=" + token).json();
    assertEquals(1, book.path("bids").size());
    assertTrue(book.path("asks").isEmpty());
    assertEquals(404, polymarket.read("/midpoint?token_id=" + token).status());
  }

  private void closedInOneListing(Runnable fault) {
    assertTrue(gamma(16).json().path(0).path("acceptingOrders").asBoolean());
    fault.run();
    assertTrue(clob(16).path("ao").asBoolean());
    assertTrue(gamma(16).body().contains("\"acceptingOrders\":false"));
  }

  private void rulesChange(Runnable fault) {
    String before = market(16).path("rules_primary").asText();
    fault.run();
    assertEquals("Amended. " + before, market(16).path("rules_primary").asText());
  }

  private void tooGood(Runnable fault) {
    fault.run();
    assertEquals("0.0200", market(16).path("yes_ask_dollars").asText());
  }

  private void differentAnswers(Runnable fault) {
    fault.run();
    assertEquals("0.2600", market(17).path("settlement_value_dollars").asText());
    assertEquals("[\"1\",\"0\"]", resolved(17).json().path(0).path("outcomePrices").asText());
  }

  private void half(Runnable fault) {
    fault.run();
    assertEquals("[\"0.5\",\"0.5\"]", resolved(18).json().path(0).path("outcomePrices").asText());
  }

  private void kalshi(Runnable fault, int pair, String status) {
    fault.run();
    assertEquals(status, market(pair).path("status").asText());
  }

  private void answerUntold(Runnable fault) throws InterruptedException {
    String token = clob(21).path("t").path(0).path("t").asText();
    try (Listener listener = Listener.polymarket(rig, token)) {
      listener.next("[");
      fault.run();
      await("the book is gone", () -> polymarket.read("/book?token_id=" + token).status() == 404);
      String told = String.join("", listener.rest(Duration.ofMillis(250)));
      assertFalse(told.contains("market_resolved"), told);
      assertTrue(resolved(21).body().contains("resolved"));
    }
  }
}
