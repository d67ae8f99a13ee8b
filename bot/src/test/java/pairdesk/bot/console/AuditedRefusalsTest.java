package pairdesk.bot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.bot.scene.Scene;

class AuditedRefusalsTest {
  private final Scene scene = new Scene();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final AuditedRefusals refusals =
      new AuditedRefusals(scene.rows.audit(), scene.clock, waiting::add);

  @AfterEach
  void close() {
    scene.close();
  }

  private List<String> written() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    return scene.rows.audit().newest(100).reversed().stream()
        .map(row -> row.actorId() + " " + row.action() + " " + row.detail())
        .toList();
  }

  @Test
  void whoTypesDoesNotWaitForTheDatabase() {
    refusals.suggestionRefused(scene.stranger(), "halt");
    assertEquals(List.of(), scene.rows.audit().newest(100));
    assertEquals(List.of("discord:sam refused suggestions of /halt"), written());
  }

  @Test
  void aDatabaseThatIsAwayKeepsNobodyFromTyping() {
    scene.database.close();
    refusals.suggestionRefused(scene.stranger(), "halt");
    waiting.remove().run();
    assertEquals(List.of(), List.copyOf(waiting));
  }

  @Test
  void theCountIsWrittenWhenTheWindowEndsAndWhenTheDeskStops() {
    refusals.suggestionRefused(scene.stranger(), "halt");
    refusals.suggestionRefused(scene.stranger(), "halt");
    scene.clock.now = Scene.NOW.plus(RefusedSuggestions.WINDOW);
    refusals.suggestionRefused(scene.viewer(), "halt");
    refusals.suggestionRefused(scene.viewer(), "halt");
    refusals.step();
    refusals.finish();
    assertEquals(
        List.of(
            "discord:sam refused suggestions of /halt",
            "discord:sam refused suggestions of /halt, 1 more since 2026-11-20T10:00:00Z",
            "discord:victor refused suggestions of /halt",
            "discord:victor refused suggestions of /halt, 1 more since 2026-11-20T10:10:00Z"),
        written());
  }
}
