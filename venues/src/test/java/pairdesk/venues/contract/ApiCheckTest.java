package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That the check finds what is wrong: one wrong thing at a time, in an exchange that is right. */
class ApiCheckTest {
  private static final String ORDER =
      "{\"ticker\":\"A\",\"side\":\"bid\",\"count\":\"1\",\"price\":\"0.5\","
          + "\"time_in_force\":\"fill_or_kill\",\"self_trade_prevention_type\":\"maker\"}";
  private static final String ANSWER =
      "{\"order_id\":\"1\",\"fill_count\":\"0.00\",\"remaining_count\":\"1.00\",\"ts_ms\":1}";
  private final ApiCheck check =
      new ApiCheck("kalshi", Contract.of("kalshi-openapi-3.25.0.yaml"), "/trade-api/v2");

  private List<String> order(String body, int status, String answer) {
    return found("POST", "/portfolio/events/orders", Map.of(), new Texts(body, status, answer));
  }

  private record Texts(String body, int status, String answer) {}

  private List<String> found(
      String method, String path, Map<String, List<String>> query, Texts texts) {
    return check
        .check(
            new Exchanged(
                method,
                "/trade-api/v2" + path,
                query,
                texts.body(),
                texts.status(),
                texts.answer()))
        .map(Finding::text)
        .toList();
  }

  @Test
  void passesWhatIsRight() {
    assertEquals(List.of(), order(ORDER, 201, ANSWER));
  }

  @Test
  void findsAWrongTypeAMissingAndAnUnknownField() {
    String where = "kalshi POST /portfolio/events/orders request | ";
    assertEquals(List.of(where + "count: type"), order(ORDER.replace("\"1\"", "1"), 201, ANSWER));
    assertEquals(
        List.of(where + "(body): required side"),
        order(ORDER.replace("\"side\":\"bid\",", ""), 201, ANSWER));
    assertEquals(
        List.of(where + "sides: unknown"), order(ORDER.replace("{", "{\"sides\":1,"), 201, ANSWER));
    assertEquals(List.of(where + "side: enum"), order(ORDER.replace("bid", "buy"), 201, ANSWER));
  }

  @Test
  void findsAWrongAnswer() {
    String where = "kalshi POST /portfolio/events/orders ";
    assertEquals(
        List.of(where + "201 | (body): required order_id"),
        order(ORDER, 201, ANSWER.replace("\"order_id\":\"1\",", "")));
    assertEquals(List.of(where + "418 | (status): unknown"), order(ORDER, 418, "{}"));
    assertEquals(List.of(where + "201 | (body): no JSON"), order(ORDER, 201, "<html>"));
  }

  @Test
  void findsAWrongAddress() {
    var nothing = new Texts("", 200, "{}");
    assertEquals(
        List.of("kalshi GET /portfolio/nothing/{} | (path): unknown"),
        found("GET", "/portfolio/nothing/KXBTC-26", Map.of(), nothing));
    var empty = new Texts("", 200, "{\"markets\":[],\"cursor\":\"\"}");
    assertEquals(
        List.of(
            "kalshi GET /markets query | limit(body): type",
            "kalshi GET /markets query | colour: unknown"),
        found(
            "GET",
            "/markets",
            new java.util.TreeMap<>(Map.of("limit", List.of("ten"), "colour", List.of("red")))
                .descendingMap(),
            empty));
  }
}
