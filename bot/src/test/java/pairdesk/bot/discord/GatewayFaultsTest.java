package pairdesk.bot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.sandbox.demo.Patience;

/** Discord misbehaves: nothing that people decide is lost, and nothing is done twice. */
class GatewayFaultsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final PairId PAIR = new PairId(1);

  private Desk desk;
  private Person operator;
  private String card;

  @BeforeEach
  void oneCard() throws InterruptedException {
    desk = new Desk();
    operator = desk.person("operator");
    operator.command("find_matches", Map.of());
    card = desk.scene.rows.pairs().cardOf(PAIR).orElseThrow().message();
  }

  @AfterEach
  void close() {
    operator.close();
    desk.close();
  }

  private PairStatus status() {
    return desk.scene.rows.pairs().find(PAIR).orElseThrow().pair().status();
  }

  private void becomes(PairStatus wanted) {
    Patience.untilTrue("the pair to be " + wanted, LIMIT, () -> status() == wanted);
  }

  private List<PairStatus> told() {
    return desk.scene.desk.asked.stream()
        .map(request -> ((OperatorRequest.ChangePair) request).pair().status())
        .toList();
  }

  private void saysApproved() {
    Patience.untilTrue(
        "the card to say so",
        LIMIT,
        () -> Seen.text(operator.message(card)).contains("approved by operator"));
  }

  private JsonNode status(Person person) {
    return person.command("status", Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_socket", "reconnect", "invalid_session"})
  void aReactionBesideALostConnectionDecidesOnce(String fault) {
    desk.fault(fault, Map.of());
    operator.react(card, "✅");
    becomes(PairStatus.APPROVED);
    assertEquals(List.of(PairStatus.APPROVED), told());
    saysApproved();
  }

  @Test
  void whatWasReactedWhileTheBotWasAwayCountsWhenItIsBack() throws InterruptedException {
    desk.away();
    desk.person("viewer").react(card, "✅");
    desk.back();
    desk.away();
    desk.back();
    assertEquals(PairStatus.PROPOSED, status());
    assertEquals(1, refusals(), "the viewer's, once");
    desk.away();
    operator.react(card, "❌");
    desk.back();
    becomes(PairStatus.REJECTED);
    desk.away();
    desk.back();
    assertEquals(List.of(PairStatus.REJECTED), told());
    assertTrue(Seen.text(operator.message(card)).contains("rejected by operator"));
  }

  private long refusals() {
    return desk.scene.rows.audit().newest(100).stream()
        .filter(entry -> entry.action().equals("refused"))
        .count();
  }

  @Test
  void theSameEventTwiceIsDoneOnce() {
    desk.fault("duplicate_dispatch", Map.of("count", 3));
    operator.react(card, "✅");
    becomes(PairStatus.APPROVED);
    operator.command("pause_pair", Map.of("pair", "1"));
    assertEquals(List.of(PairStatus.APPROVED, PairStatus.PAUSED), told());
  }

  @Test
  void aCommandThatArrivesTwiceIsCarriedOutOnce() {
    int before = desk.scene.rows.audit().newest(100).size();
    desk.fault("duplicate_dispatch", Map.of("count", 1));
    desk.person("admin").command("halt", Map.of("reason", "once"));
    status(operator); // what came twice has been looked at by now
    assertEquals(before + 1, desk.scene.rows.audit().newest(100).size());
    assertEquals(
        1, desk.scene.desk.asked.stream().filter(OperatorRequest.Halt.class::isInstance).count());
  }

  @Test
  void refusedAndSlowRequestsAreRepeatedAndCountOnce() {
    desk.fault("rate_limit", Map.of("path", "/messages", "count", 1, "millis", 1000));
    desk.fault("unavailable", Map.of("path", "/webhooks", "count", 2));
    operator.command("pause_pair", Map.of("pair", "1"));
    operator.press(operator.message(card), "v1:approve:1:hash1");
    saysApproved();
    desk.fault("slow", Map.of("path", "/webhooks", "count", 1, "millis", 2500));
    assertTrue(Seen.text(status(operator)).contains("Status"));
    assertEquals(List.of(PairStatus.APPROVED), told());
  }

  @Test
  void heartbeatsThatAreNotAnsweredEndTheConnectionAndNothingElse() {
    desk.fault("missed_acknowledgement", Map.of("count", 2));
    operator.react(card, "✅");
    becomes(PairStatus.APPROVED);
    desk.fault("drop_socket", Map.of());
    assertTrue(Seen.text(status(operator)).contains("Status"));
    assertEquals(List.of(PairStatus.APPROVED), told());
  }
}
