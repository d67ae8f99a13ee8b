package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.SandboxRig.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.sandbox.SandboxRig.Answer;

/** Whatever is sent to the control port, it says what is wrong with it, and the sandbox goes on. */
class ControlBodiesTest {
  private static final List<String> NOTHING =
      List.of("", "null", "[]", "7", "\"text\"", "{", "{}", "{\"venue\":7}", "[".repeat(5_000));

  private static final String PAIR = "{\"venue\":\"kalshi\",\"market\":\"pair:0\",";

  private static final Map<String, List<String>> ABSURD =
      Map.ofEntries(
          Map.entry(
              "rules",
              List.of(
                  "{\"when\":7,\"do\":{\"type\":\"close\"}}",
                  "{\"when\":{\"path\":\"(\"},\"do\":{\"type\":\"close\"}}",
                  "{\"do\":{\"type\":\"replace\",\"status\":7}}",
                  "{\"do\":{\"type\":\"replace\",\"headers\":[7]}}",
                  "{\"do\":{\"type\":\"edit\",\"find\":\"[\",\"put\":\"\"}}",
                  "{\"on\":\"message\",\"do\":{\"type\":\"closeSocket\",\"code\":1005}}",
                  "{\"on\":\"message\",\"do\":{\"type\":\"insert\"}}",
                  "{\"on\":\"rumour\",\"do\":{\"type\":\"drop\"}}")),
          Map.entry(
              "book",
              List.of(
                  PAIR + "\"bids\":7}",
                  PAIR + "\"bids\":[7]}",
                  PAIR + "\"bids\":[{\"price\":\"1.5\",\"quantity\":\"5\"}]}",
                  PAIR + "\"bids\":[{\"price\":\"0.1234567\",\"quantity\":\"5\"}]}",
                  PAIR + "\"bids\":[{\"price\":\"0.10\",\"quantity\":\"-5\"}]}",
                  "{\"venue\":\"kalshi\",\"market\":\"pair:-1\"}",
                  "{\"venue\":\"kalshi\",\"market\":\"\"}")),
          Map.entry(
              "market",
              List.of(
                  PAIR + "\"action\":\"settle\",\"value\":\"2\"}",
                  PAIR + "\"action\":\"close\",\"inMillis\":-5}",
                  PAIR + "\"action\":\"tick\",\"tick\":\"0\"}",
                  PAIR + "\"action\":\"amend\",\"value\":\"1\"}",
                  PAIR + "\"action\":\"dispute\"}")),
          Map.entry(
              "order",
              List.of(
                  "{\"venue\":\"kalshi\",\"action\":\"cancelAll\",\"reason\":\"boredom\"}",
                  "{\"venue\":\"kalshi\",\"action\":\"fill\",\"order\":\"x\",\"quantity\":\"0\"}",
                  PAIR
                      + "\"action\":\"place\",\"outcome\":\"maybe\",\"side\":\"buy\","
                      + "\"price\":\"0.1\",\"quantity\":\"1\"}",
                  PAIR
                      + "\"action\":\"place\",\"outcome\":\"yes\",\"side\":\"buy\","
                      + "\"price\":\"0.00\",\"quantity\":\"0\"}")),
          Map.entry(
              "venue",
              List.of(
                  "{\"venue\":\"polymarket\",\"mode\":\"asleep\"}",
                  "{\"venue\":\"polymarket\",\"ordersPerSecond\":0}",
                  "{\"venue\":\"kalshi\",\"readLagMillis\":-1}",
                  "{\"venue\":\"kalshi\",\"shard\":\"two\"}")),
          Map.entry(
              "fees",
              List.of(
                  "{\"venue\":\"polymarket\",\"market\":\"pair:0\",\"rate\":\"99999999999\"}",
                  PAIR + "\"multiplier\":\"1\",\"type\":\"cubic\"}")),
          Map.entry("clock", List.of("{\"offsetMillis\":\"5\"}", "{\"offsetMillis\":99999999999}")),
          Map.entry(
              "account",
              List.of(
                  "{\"venue\":\"kalshi\",\"cash\":\"99999999999999999999\"}",
                  "{\"venue\":\"kalshi\",\"cash\":5}")),
          Map.entry(
              "settlement",
              List.of(
                  "{\"steps\":[7]}",
                  "{\"steps\":[{\"status\":\"CONFIRMED\"}]}",
                  "{\"steps\":[{\"status\":\"MINED\"},{\"status\":\"MINED\"}]}",
                  "{\"steps\":[{\"status\":\"MINED\"},{\"status\":\"FAILED\"}]}",
                  "{\"steps\":[{\"status\":\"FAILED\"},{\"status\":\"RETRYING\"}]}")),
          Map.entry(
              "scenario",
              List.of(
                  "{\"steps\":7}",
                  "{\"steps\":[7]}",
                  "{\"steps\":[{\"clock\":{},\"rules\":{}}]}",
                  "{\"steps\":[{\"once\":7,\"clock\":{\"offsetMillis\":0}}]}")));

  private static SandboxRig rig;

  @BeforeAll
  static void start() {
    rig = new SandboxRig(24);
  }

  @AfterAll
  static void close() {
    rig.close();
  }

  @AfterEach
  void goesOn() {
    rig.set("scenario", "{\"steps\":[{\"atMillis\":20,\"rules\":{\"clear\":true}}]}");
    await(
        "a step is done",
        () -> {
          var steps = rig.truth("/scenario").path("steps");
          return steps.path(steps.size() - 1).has("done_at");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules",
        "book",
        "market",
        "order",
        "venue",
        "fees",
        "clock",
        "account",
        "settlement",
        "scenario"
      })
  void absurdBodiesAreAnsweredWithWhatIsWrong(String name) {
    for (String body : NOTHING) {
      Answer answer = rig.control("POST", "/control/" + name, body);
      assertTrue(answer.status() < 500, () -> name + " " + body + ": " + answer);
    }
    for (String body : ABSURD.getOrDefault(name, List.of())) {
      Answer answer = rig.control("POST", "/control/" + name, body);
      assertEquals(400, answer.status(), () -> name + " " + body + ": " + answer);
      assertTrue(answer.json().path("error").has("problem"), answer::body);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"price\":\"0.99\",\"quantity\":\"5\"}|{\"price\":\"0.01\",\"quantity\":\"5\"}",
        "{\"price\":\"0.0001\",\"quantity\":\"5\"}|{\"price\":\"0.9999\",\"quantity\":\"5\"}",
        "{\"price\":\"0.10\",\"quantity\":\"0\"}|{\"price\":\"0.90\",\"quantity\":\"0.000001\"}",
        "{\"price\":\"0\",\"quantity\":\"5\"}|{\"price\":\"1\",\"quantity\":\"9000000000\"}",
        "{\"price\":\"0.10\",\"quantity\":\"5\"},{\"price\":\"0.10\",\"quantity\":\"7\"}|"
      })
  void oddBooksAreTakenWithoutHarm(String sides) {
    String[] side = sides.split("\\|", -1);
    for (String venue : List.of("kalshi", "polymarket")) {
      rig.set(
          "book",
          "{\"venue\":\"%s\",\"market\":\"pair:3\",\"bids\":[%s],\"asks\":[%s]}"
              .formatted(venue, side[0], side[1]));
      rig.truth("/books/" + venue + "/" + rig.pair(3, venue));
    }
  }
}
