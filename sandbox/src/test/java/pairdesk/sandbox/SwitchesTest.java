package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.SandboxRig.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okhttp3.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.sandbox.SandboxRig.Answer;

/** What can be changed of the venues from outside, seen at their own interfaces. */
class SwitchesTest {
  private static final String KALSHI = "\"venue\":\"kalshi\"";

  private static SandboxRig rig;

  @BeforeAll
  static void start() {
    rig = new SandboxRig(14);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  private static JsonNode read(String target) throws IOException {
    Answer answer = rig.call(rig.kalshi("GET", target, ""));
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }

  private static JsonNode market(int pair) throws IOException {
    return read("/markets/" + rig.pair(pair, "kalshi")).path("market");
  }

  @Test
  void aCancelledOrderFillsLate() throws IOException {
    String client = rig.nextId();
    String id = rig.placed(client);
    rig.call(
        rig.kalshi(
            "DELETE",
            "/portfolio/events/orders/" + id + "?market_ticker=" + rig.pair(0, "kalshi"),
            ""));
    rig.set(
        "order",
        "{%s,\"order\":\"%s\",\"action\":\"fill\",\"quantity\":\"0.40\"}"
            .formatted(KALSHI, client));
    await(
        "the late fill is read",
        () -> rig.truthOf(client).path("filled_e6").asText().equals("400000"));
    JsonNode fill = read("/portfolio/fills?order_id=" + id).path("fills").path(0);
    assertEquals("0.40", fill.path("count_fp").asText());
    assertEquals("CANCELLED", rig.truthOf(client).path("status").asText());
  }

  @Test
  void theVenueCancelsAndAPersonPlacesAtTheWebsite() throws IOException {
    String client = rig.nextId();
    rig.placed(client);
    rig.set(
        "order",
        "{%s,\"order\":\"%s\",\"action\":\"cancel\",\"reason\":\"halted\"}"
            .formatted(KALSHI, client));
    assertEquals("HALTED", rig.truthOf(client).path("cancel_reason").asText());
    rig.set(
        "order",
        """
        {"venue":"kalshi","market":"pair:4","action":"place","outcome":"no","side":"buy",
         "price":"0.01","quantity":"3"}
        """);
    await(
        "the order is listed",
        () -> rig.truth("/checkpoint").path("kalshi").path("open_orders").asInt() > 0);
  }

  @Test
  void newFeesAreAnnouncedAndThenCharged() throws IOException {
    String event = market(5).path("event_ticker").asText();
    String series = read("/events/" + event).path("event").path("series_ticker").asText();
    rig.set(
        "fees",
        "{%s,\"series\":\"%s\",\"type\":\"quadratic_with_maker_fees\",\"multiplier\":\"0.5\",\"inMillis\":3600000}"
            .formatted(KALSHI, series));
    JsonNode announced = read("/series/fee_changes?series_ticker=" + series);
    JsonNode change = announced.path("series_fee_change_arr").path(0);
    assertEquals("quadratic_with_maker_fees", change.path("fee_type").asText());
    assertEquals("0.5", change.path("fee_multiplier").asText());
    assertEquals("quadratic", read("/series/" + series).path("series").path("fee_type").asText());
    rig.set("fees", "{%s,\"event\":\"%s\",\"multiplier\":\"2\"}".formatted(KALSHI, event));
    JsonNode overridden = read("/events/" + event).path("event");
    assertEquals("quadratic", overridden.path("fee_type_override").asText());
    assertEquals(2, overridden.path("fee_multiplier_override").asInt());
  }

  @Test
  void takersOnPolymarketAreDelayedAndMayHaveToSignAnotherVersion() throws IOException {
    String clob = rig.sandbox.polymarket().clobUrl();
    String url = clob + "/clob-markets/" + rig.pair(6, "polymarket");
    rig.set(
        "market",
        "{\"venue\":\"polymarket\",\"market\":\"pair:6\",\"action\":\"delay\",\"millis\":4000}");
    assertEquals(4, rig.call(new Request.Builder().url(url).build()).json().path("sd").asInt());
    rig.set("venue", "{\"venue\":\"polymarket\",\"orderVersion\":3}");
    assertEquals(
        "{\"version\":3}", rig.call(new Request.Builder().url(clob + "/version").build()).body());
    rig.set("venue", "{\"venue\":\"polymarket\",\"orderVersion\":2}");
  }

  @Test
  void polymarketsNewRateIsShown() throws IOException {
    rig.set("fees", "{\"venue\":\"polymarket\",\"market\":\"pair:5\",\"rate\":\"0.02\"}");
    String url = rig.sandbox.polymarket().clobUrl() + "/clob-markets/" + rig.pair(5, "polymarket");
    JsonNode market = rig.call(new Request.Builder().url(url).build()).json();
    assertEquals("0.02", market.path("fd").path("r").asText());
  }

  @Test
  void maintenanceIsScheduledAndAHaltTakesNothing() throws IOException {
    rig.set("venue", "{%s,\"maintenance\":\"exchange\",\"inMillis\":3600000}".formatted(KALSHI));
    JsonNode windows = read("/exchange/schedule").path("schedule").path("maintenance_windows");
    assertTrue(windows.path(0).has("start_datetime"));
    String id = rig.placed(rig.nextId());
    rig.set("venue", "{%s,\"halted\":true}".formatted(KALSHI));
    assertFalse(read("/exchange/status").path("exchange_active").asBoolean());
    String target = "/portfolio/events/orders/" + id + "?market_ticker=" + rig.pair(0, "kalshi");
    assertEquals(409, rig.call(rig.kalshi("DELETE", target, "")).status());
    rig.set("venue", "{%s,\"halted\":false}".formatted(KALSHI));
    assertEquals(200, rig.call(rig.kalshi("DELETE", target, "")).status());
  }

  @Test
  void anAnswerIsDisputedAndGivenAnew() throws IOException {
    String six = "{%s,\"market\":\"pair:6\",\"action\":".formatted(KALSHI);
    rig.set("market", six + "\"settle\",\"value\":\"1\"}");
    rig.set("market", six + "\"dispute\"}");
    assertEquals("disputed", market(6).path("status").asText());
    rig.set("market", six + "\"amend\",\"value\":\"0.5\"}");
    assertEquals("amended", market(6).path("status").asText());
    assertEquals("scalar", market(6).path("result").asText());
    assertEquals("0.5000", market(6).path("settlement_value_dollars").asText());
  }

  @Test
  void aFinerTickIsShownAndTaken() throws IOException {
    rig.set(
        "market",
        "{%s,\"market\":\"pair:7\",\"action\":\"tick\",\"tick\":\"0.001\"}".formatted(KALSHI));
    assertEquals("0.0010", market(7).path("price_ranges").path(0).path("step").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules   | {\"do\":{\"type\":\"drip\",\"bytes\":0}}                              | do.bytes",
        "rules   | {\"when\":{\"precent\":5},\"do\":{\"type\":\"close\"}}                | when.precent",
        "rules   | {\"when\":{\"market\":\"pair:0\"},\"do\":{\"type\":\"close\"}}        | when.venue",
        "market  | {\"venue\":\"kalshi\",\"market\":\"pair:999\",\"action\":\"pause\"}   | market",
        "market  | {\"venue\":\"kalshi\",\"market\":\"pair:0\",\"action\":\"vanish\"}    | action",
        "market  | {\"venue\":\"kalshi\",\"market\":\"pair:0\",\"action\":\"tick\",\"tick\":\"0.003\"} | tick",
        "market  | {\"venue\":\"polymarket\",\"market\":\"pair:0\",\"action\":\"dispute\"} | venue",
        "order   | {\"venue\":\"kalshi\",\"order\":\"none\",\"action\":\"cancel\"}       | order",
        "fees    | {\"venue\":\"kalshi\",\"series\":\"KXNONE\",\"multiplier\":\"1\"}     | series",
        "fees    | {\"venue\":\"kalshi\",\"market\":\"pair:0\",\"multiplier\":\"much\"}  | multiplier",
        "venue   | {\"venue\":\"kalshi\",\"maintenance\":\"nothing\"}                    | maintenance",
        "market  | {\"venue\":\"kalshi\",\"market\":\"pair:0\",\"action\":\"delay\"}      | venue",
        "venue   | {\"venue\":\"polymarket\",\"orderVersion\":4}                      | orderVersion",
        "account | {\"venue\":\"polymarket\",\"shard\":2,\"cash\":\"1\"}                 | shard",
        "clock   | {\"offset\":5}                                                        | offset",
      })
  void badSwitchesNameTheField(String name, String body, String field) {
    rig.assertComplaint("/control/" + name, body, field);
  }
}
