package pairdesk.bot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.scene.Golden;
import pairdesk.sandbox.demo.Patience;

/** Every command as a person at the local Discord types it, through the real bot: what they see. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WireTest {
  /** In the order in which they are typed. */
  private static final Map<String, Map<String, ?>> TYPED = typed();

  @SuppressWarnings("NullAway.Init")
  private static Desk desk;

  @SuppressWarnings("NullAway.Init")
  private static Person admin;

  private static Map<String, Map<String, ?>> typed() {
    var typed = new LinkedHashMap<String, Map<String, ?>>();
    typed.put("help", Map.of("command", "halt"));
    typed.put("find_matches", Map.of("similarity", 80));
    typed.put("list_pairs", Map.of("state", "all"));
    typed.put("pair", Map.of("pair", "1"));
    typed.put("scan", Map.of());
    typed.put("approve_pair", Map.of("pair", "1", "max", "$500", "days", 30));
    typed.put("pause_pair", Map.of("pair", "1"));
    typed.put("set_plan", Map.of("pair", "1", "plan", "maker_taker"));
    typed.put("resume_pair", Map.of("pair", "1", "reason", "looks fine"));
    typed.put("reject_pair", Map.of("pair", "1", "reason", "other"));
    typed.put("positions", Map.of());
    typed.put("pnl", Map.of("period", "custom", "from", "2026-11-01", "to", "2026-11-20"));
    typed.put("opportunities", Map.of());
    typed.put("explain", Map.of("pair", "1"));
    typed.put("executions", Map.of());
    typed.put("orders", Map.of());
    typed.put("status", Map.of("public", true));
    typed.put("strategies", Map.of());
    typed.put("risk", Map.of());
    typed.put("set_limit", Map.of("limit", "one-trade", "value", "2000"));
    typed.put("notify", Map.of("kind", "alarms", "call_me", true));
    typed.put("export", Map.of("kind", "pairs", "format", "json"));
    typed.put("cancel_all", Map.of());
    typed.put("unwind", Map.of("execution", "e9"));
    typed.put("reset_breaker", Map.of("name", "day-loss"));
    typed.put("halt", Map.of("reason", "@everyone **look**"));
    typed.put("resume", Map.of());
    typed.put("mode", Map.of("set", "live"));
    typed.put("audit", Map.of());
    typed.put("logs", Map.of("level", "warn"));
    return typed;
  }

  @BeforeAll
  static void connect() throws InterruptedException {
    desk = new Desk();
    admin = desk.person("admin");
  }

  @AfterAll
  static void close() {
    admin.close();
    desk.close();
  }

  @Test
  @Order(1)
  void everyCommandIsTyped() {
    assertEquals(
        new TreeSet<>(desk.console.specs().stream().map(CommandSpec::name).toList()),
        new TreeSet<>(TYPED.keySet()));
  }

  @Test
  @Order(2)
  void everyCommandAnswers() {
    var seen = new StringBuilder();
    TYPED.forEach((name, options) -> {
      JsonNode answer = admin.command(name, options);
      seen.append("/").append(name).append('\n').append(Seen.text(answer)).append('\n');
    });
    Golden.check("wire", seen.toString());
  }

  @Test
  @Order(3)
  void formsAreFilledInAndButtonsPressed() {
    JsonNode live = admin.command("mode", Map.of("set", "live"));
    JsonNode answer = admin.submit(live.path("interaction_id").asText(), Map.of("word", "live"));
    assertTrue(Seen.text(answer).contains("The word was not LIVE"), Seen.text(answer));
    JsonNode asked = admin.command("set_limit", Map.of("limit", "one-trade", "value", "3000"));
    String button = Seen.buttons(asked).getFirst();
    admin.press(asked, button);
    Patience.untilTrue(
        "the question to show what was done, and the channel to be told",
        Duration.ofSeconds(60),
        () ->
            Seen.text(admin.message(asked.path("id").asText())).contains("(only you) # Limit")
                && admin.messages().stream()
                    .map(Seen::text)
                    .anyMatch(text -> text.startsWith("# Limit\nChanged")));
    assertEquals(List.of(), Seen.buttons(admin.message(asked.path("id").asText())));
  }

  @Test
  @Order(4)
  void whatIsChosenFromAMenuOpensBesideTheList() {
    JsonNode list = admin.command("list_pairs", Map.of("state", "all"));
    JsonNode pair = admin.choose(list, "v1:menu:list_pairs", "v1:pair:1");
    assertTrue(Seen.text(pair).startsWith("(only you) # Pair 1"), Seen.text(pair));
    assertTrue(
        Seen.text(admin.message(list.path("id").asText())).contains("1 pair · all"),
        "the list stays");
  }

  @Test
  @Order(5)
  void typingIsHelped() {
    assertEquals(List.of("1"), admin.suggestions("pair", "pair", "rain"));
    assertTrue(admin.suggestions("help", "command", "res").contains("resume"));
  }
}
