package pairdesk.bot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.persistence.Audit;

/** Everybody against everything: who may not, changes nothing and is written down. */
class PermissionsTest {
  private static final String NOT_ALLOWED = "You may not do this here.";
  private static final Map<String, Role> COMMANDS =
      Map.ofEntries(
          Map.entry("find_matches", Role.OPERATOR),
          Map.entry("approve_pair", Role.OPERATOR),
          Map.entry("reject_pair", Role.OPERATOR),
          Map.entry("pause_pair", Role.OPERATOR),
          Map.entry("set_plan", Role.OPERATOR),
          Map.entry("resume_pair", Role.OPERATOR),
          Map.entry("halt", Role.OPERATOR),
          Map.entry("mode", Role.ADMIN),
          Map.entry("resume", Role.ADMIN),
          Map.entry("unwind", Role.ADMIN),
          Map.entry("cancel_all", Role.ADMIN),
          Map.entry("audit", Role.ADMIN),
          Map.entry("logs", Role.ADMIN),
          Map.entry("export", Role.OPERATOR),
          Map.entry("notify", Role.OPERATOR),
          Map.entry("scan", Role.OPERATOR),
          Map.entry("pair", Role.VIEWER),
          Map.entry("strategies", Role.VIEWER),
          Map.entry("explain", Role.VIEWER),
          Map.entry("reset_breaker", Role.ADMIN),
          Map.entry("list_pairs", Role.VIEWER),
          Map.entry("positions", Role.VIEWER),
          Map.entry("pnl", Role.VIEWER),
          Map.entry("opportunities", Role.VIEWER),
          Map.entry("executions", Role.VIEWER),
          Map.entry("orders", Role.VIEWER),
          Map.entry("risk", Role.VIEWER),
          Map.entry("set_limit", Role.ADMIN),
          Map.entry("status", Role.VIEWER),
          Map.entry("help", Role.VIEWER));
  private static final Map<String, Role> BUTTONS =
      Map.ofEntries(
          Map.entry("approve", Role.OPERATOR),
          Map.entry("approve_with", Role.OPERATOR),
          Map.entry("reject", Role.OPERATOR),
          Map.entry("terms", Role.OPERATOR),
          Map.entry("details", Role.VIEWER),
          Map.entry("held", Role.VIEWER),
          Map.entry("positions", Role.VIEWER),
          Map.entry("never_mind", Role.VIEWER),
          Map.entry("live", Role.ADMIN),
          Map.entry("resume", Role.ADMIN),
          Map.entry("unwind", Role.ADMIN),
          Map.entry("cancel_all", Role.ADMIN),
          Map.entry("cancel", Role.OPERATOR),
          Map.entry("cancel_order", Role.OPERATOR),
          Map.entry("set_limit", Role.ADMIN),
          Map.entry("reset_breaker", Role.ADMIN),
          Map.entry("audit", Role.ADMIN),
          Map.entry("list_pairs", Role.VIEWER),
          Map.entry("pair", Role.VIEWER),
          Map.entry("opportunities", Role.VIEWER),
          Map.entry("executions", Role.VIEWER),
          Map.entry("orders", Role.VIEWER));

  /** Those that only the person may press whom they were shown to. */
  private static final Set<String> PERSONAL =
      Set.of(
          "live",
          "resume",
          "unwind",
          "cancel_all",
          "cancel_order",
          "set_limit",
          "reset_breaker",
          "never_mind",
          "terms");

  private final Scene scene = new Scene();

  @BeforeEach
  void oneCandidate() {
    for (var id : List.of(Samples.kalshi(1), Samples.polymarket(1))) {
      scene.desk.markets.put(id, Samples.market(id, "Rain?", "Pays if it rains."));
    }
    scene.matches.proposals.add(Samples.proposal(1, 91, "hash1"));
    scene.run(scene.operator(), "find_matches");
  }

  @AfterEach
  void close() {
    scene.close();
  }

  /** Everybody who has less than a role, and who is in the wrong place or no person. */
  private List<Caller> below(Role role) {
    var nobody =
        List.of(
            scene.stranger(),
            scene.bot(),
            scene.elsewhere("other", "desk"),
            scene.elsewhere("guild", "lounge"),
            scene.elsewhere("", "desk"));
    return switch (role) {
      case VIEWER -> nobody;
      case OPERATOR -> plus(nobody, scene.viewer());
      case ADMIN -> plus(plus(nobody, scene.viewer()), scene.operator());
    };
  }

  private static List<Caller> plus(List<Caller> some, Caller one) {
    return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(one)).toList();
  }

  /** Everybody who has this role or more. */
  private List<Caller> from(Role role) {
    return java.util.Arrays.stream(Role.values())
        .filter(more -> more.includes(role))
        .map(this::exactly)
        .toList();
  }

  private Caller exactly(Role role) {
    return switch (role) {
      case VIEWER -> scene.viewer();
      case OPERATOR -> scene.operator();
      case ADMIN -> scene.admin();
    };
  }

  private void refusesAndWritesDown(Caller caller, String what, Supplier<Answer> attempt) {
    String before = scene.stored();
    long last = scene.rows.audit().newestRow();
    String answer = Written.answer(attempt.get());
    assertTrue(answer.contains(NOT_ALLOWED), () -> what + " by " + caller + ": " + answer);
    assertEquals(before, scene.stored(), what);
    var rows = since(last);
    assertEquals(1, rows.size(), what);
    assertEquals("refused", rows.getFirst().action());
    assertEquals("discord:" + caller.userId(), rows.getFirst().actorId());
  }

  @Test
  @Tag("fault:Q4")
  @Tag("fault:Q5")
  @Tag("fault:Q6")
  void commands() {
    assertEquals(
        COMMANDS.keySet(),
        scene.console.specs().stream()
            .map(CommandSpec::name)
            .collect(java.util.stream.Collectors.toSet()));
    COMMANDS.forEach((name, role) -> {
      for (Caller caller : below(role)) {
        refusesAndWritesDown(caller, "/" + name, () -> scene.run(caller, name, "pair", "1"));
        for (String everybody : List.of("true", "false")) {
          assertEquals(
              Console.Acknowledgement.ANSWER_AT_ONCE,
              scene.console.acknowledgement(caller, name, Map.of("public", everybody)));
        }
      }
      for (Caller caller : from(role)) {
        assertFalse(
            Written.answer(scene.run(caller, name, "set", "live")).contains(NOT_ALLOWED), name);
      }
    });
  }

  @Test
  @Tag("fault:Q5")
  void buttonsAndTypedWords() {
    assertEquals(BUTTONS.keySet(), scene.console.actions());
    BUTTONS.forEach((action, role) -> {
      for (Caller caller : below(role)) {
        String id = id(caller, action);
        for (String word : List.of("", "LIVE", "RESUME")) {
          refusesAndWritesDown(caller, id, () -> scene.console.button(caller, id, word));
        }
        refusesAndWritesDown(
            caller, id, () -> scene.console.form(caller, id, Map.of("max", "500", "word", "LIVE")));
        assertFalse(scene.console.opensForm(caller, id), id);
        assertEquals(Answer.Audience.CALLER, scene.console.audience(caller, id), id);
      }
      for (Caller caller : from(role)) {
        String answer =
            Written.answer(scene.console.button(caller, id(caller, action), "not the word"));
        assertFalse(answer.contains(NOT_ALLOWED), action);
      }
    });
  }

  @Test
  @Tag("fault:Q5")
  void questionsAreAnsweredOnlyByWhomTheyWerePutTo() {
    for (String action : PERSONAL) {
      Role role = BUTTONS.getOrDefault(action, Role.ADMIN);
      String id = id(exactly(role), action);
      Caller other = scene.caller("adam", "r3");
      refusesAndWritesDown(other, id, () -> scene.console.button(other, id, "LIVE"));
      refusesAndWritesDown(other, id, () -> scene.console.form(other, id, Map.of("word", "LIVE")));
    }
  }

  /** A button as this caller was shown it. */
  private String id(Caller caller, String action) {
    return PERSONAL.contains(action)
        ? scene.asked(caller, action, "1", "hash1")
        : "v1:" + action + ":1:hash1";
  }

  @Test
  @Tag("fault:Q5")
  void reactions() {
    for (String emoji : List.of("✅", "❌")) {
      for (Caller caller : below(Role.OPERATOR)) {
        String before = scene.stored();
        int audited = scene.rows.audit().newest(1_000).size();
        scene.console.reaction(caller, "m1", emoji);
        assertEquals(before, scene.stored());
        assertEquals(caller.bot() ? audited : audited + 1, scene.rows.audit().newest(1_000).size());
      }
    }
    String before = scene.stored();
    scene.console.reaction(scene.operator(), "m1", "✅");
    assertNotEquals(before, scene.stored());
  }

  /** Newest first. */
  private List<Audit.Entry> since(long row) {
    return scene.rows.audit().newest(5).stream().filter(entry -> entry.id() > row).toList();
  }

  @Test
  @Tag("fault:Q5")
  void suggestions() {
    COMMANDS.forEach((name, role) -> {
      for (Caller caller : below(role)) {
        scene.clock.now = scene.clock.now.plus(RefusedSuggestions.WINDOW);
        String before = scene.stored();
        long last = scene.rows.audit().newestRow();
        for (String typed : List.of("", "1", "12")) {
          assertEquals(List.of(), scene.console.suggest(caller, name, "pair", typed), name);
        }
        assertEquals(before, scene.stored(), name);
        var rows = since(last);
        var first = rows.getFirst();
        assertEquals("refused: suggestions of /" + name, first.action() + ": " + first.detail());
        assertEquals("discord:" + caller.userId(), first.actorId());
        assertTrue(
            rows.stream().skip(1).allMatch(row -> row.detail().contains(", 2 more since ")),
            () -> "the rest of the window before: " + rows);
      }
      long last = scene.rows.audit().newestRow();
      from(role).forEach(caller -> scene.console.suggest(caller, name, "pair", ""));
      assertEquals(List.of(), since(last), name);
    });
    assertEquals(1, scene.console.suggest(scene.operator(), "approve_pair", "pair", "").size());
    assertEquals(1, scene.console.suggest(scene.viewer(), "pair", "pair", "").size());
    assertEquals(0, scene.rows.audit().firstBrokenRow());
  }

  @Test
  void reactionsThatDecideNothingAreNobodysBusiness() {
    int audited = scene.rows.audit().newest(1_000).size();
    String before = scene.stored();
    scene.console.reaction(scene.stranger(), "m1", "🎉");
    scene.console.reaction(scene.stranger(), "another message", "✅");
    scene.console.reaction(scene.operator(), "m1", "🎉");
    assertEquals(before, scene.stored());
    assertEquals(audited, scene.rows.audit().newest(1_000).size());
  }

  @Test
  void theAuditChainIsWhole() {
    scene.run(scene.stranger(), "halt");
    scene.run(scene.operator(), "halt");
    assertEquals(0, scene.rows.audit().firstBrokenRow());
  }
}
