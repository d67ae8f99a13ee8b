package pairdesk.bot.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pairdesk.bot.console.Answer;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Messages;
import pairdesk.bot.scene.Samples;
import pairdesk.bot.scene.Scene;
import pairdesk.bot.scene.Written;
import pairdesk.bot.text.Language;
import pairdesk.engine.execution.ExecutionState;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Verdict;
import pairdesk.engine.venue.VenueStatus;

class NotifierTest {
  private static final Instant NOW = Scene.NOW;
  private static final Scene SCENE = new Scene();

  private final Messages messages = new Messages();

  @AfterAll
  static void close() {
    SCENE.close();
  }

  @AfterEach
  void english() {
    SCENE.desk.language = Language.ENGLISH;
  }

  private Notifier notifier() {
    return new Notifier(messages, SCENE.desk, Scene.PLACES, pair -> {});
  }

  private static void await(BooleanSupplier condition) {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < limit, "waited 20 s in vain");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  private static Notice execution(String id, ExecutionState state, String right) {
    return new Notice.ExecutionChanged(Samples.execution(id, state, right, "0.36", NOW), NOW);
  }

  private static Notice opportunity(int pair, int second) {
    Instant at = NOW.plusSeconds(second);
    return new Notice.OpportunityFound(
        Samples.opportunity("o", new PairId(pair), at), new Verdict.Allow(), at);
  }

  private static Notice alarm(String text) {
    return new Notice.Alarm("test", text, NOW);
  }

  @Test
  void editsOneMessagePerExecution() {
    try (var notifier = notifier()) {
      notifier.tell(execution("e1", ExecutionState.WORKING, "0"));
      notifier.tell(execution("e2", ExecutionState.WORKING, "0"));
      notifier.tell(execution("e1", ExecutionState.WORKING, "0"));
      notifier.tell(execution("e1", ExecutionState.COMPLETE, "50"));
      await(() -> messages.done.size() == 3);
      assertEquals(
          List.of("post m1", "post m2", "edit m1"),
          messages.done.stream().map(d -> d.kind() + " " + d.message()).toList());
    }
  }

  @Test
  void announcesAnOpportunityOfAPairOnceAMinute() {
    try (var notifier = notifier()) {
      for (int second = 0; second <= 60; second += 10) {
        notifier.tell(opportunity(1, second));
      }
      notifier.tell(opportunity(2, 61));
      notifier.tell(alarm("end"));
      await(() -> messages.done.size() == 4);
      assertEquals(
          List.of(
              "Opportunity · pair 1",
              "Opportunity · pair 1",
              "Opportunity · pair 2",
              "Alarm · test"),
          messages.done.stream().map(d -> d.reply().card().title()).toList());
    }
  }

  @Test
  void tellsEachKindAsLoudlyAsPeopleWish() {
    var scene = new Scene();
    scene.run(scene.operator(), "notify", "kind", "opportunities", "level", "off");
    scene.run(scene.operator(), "notify", "kind", "breakers", "level", "silent");
    scene.run(scene.operator(), "notify", "kind", "alarms", "call_me", "true");
    try (var notifier = new Notifier(messages, scene.desk, Scene.PLACES, pair -> {})) {
      notifier.tell(opportunity(1, 0));
      notifier.tell(new Notice.BreakerReset("day-loss", "ada", NOW));
      notifier.tell(alarm("look"));
      await(() -> messages.done.size() == 2);
      assertEquals(
          List.of(new Loudness(true, Set.of()), new Loudness(false, Set.of("olga"))),
          messages.done.stream().map(Messages.Done::how).toList());
    }
    scene.close();
  }

  @Test
  void aPairWhoseRulesChangedIsPutBeforePeopleAgain() {
    var asked = new CopyOnWriteArrayList<PairId>();
    var pair =
        new pairdesk.engine.market.Pair(
            new PairId(7),
            Samples.kalshi(1),
            Samples.polymarket(1),
            pairdesk.engine.market.Relation.SAME,
            pairdesk.engine.market.PairStatus.SUSPENDED,
            "hash");
    try (var notifier =
        new Notifier(messages, SCENE.desk, Scene.PLACES, suspended -> asked.add(suspended.id()))) {
      notifier.tell(
          new Notice.PairChanged(
              pair.withStatus(pairdesk.engine.market.PairStatus.PAUSED), "a fill is late", NOW));
      notifier.tell(new Notice.PairChanged(pair, "a rule text was edited", NOW));
      await(() -> !asked.isEmpty());
      assertEquals(List.of(new PairId(7)), asked);
      assertEquals(2, messages.done.size());
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @Tag("fault:K21")
  void everyKindOfNoticeHasItsCard(Language language) {
    SCENE.desk.language = language;
    var pair =
        new pairdesk.engine.market.Pair(
            new PairId(1),
            Samples.kalshi(1),
            Samples.polymarket(1),
            pairdesk.engine.market.Relation.SAME,
            pairdesk.engine.market.PairStatus.SUSPENDED,
            "hash");
    try (var notifier = notifier()) {
      List.of(
              execution("e1", ExecutionState.PATCHING, "45"),
              opportunity(1, 0),
              alarm("Kalshi reports 5 shares more than we know of."),
              new Notice.BreakerTripped(new BreakerState("day-loss", "$51 lost", NOW, null), NOW),
              new Notice.BreakerReset("day-loss", "ada", NOW),
              new Notice.VenueChanged(
                  new VenueStatus(
                      VenueId.KALSHI,
                      VenueStatus.Part.TRADING,
                      VenueStatus.Health.DOWN,
                      "connection refused",
                      NOW),
                  NOW),
              new Notice.PairChanged(pair, "a rule text was edited", NOW),
              new Notice.ControlChanged("MONITOR → LIVE", "ada", NOW))
          .forEach(notifier::tell);
      await(() -> messages.done.size() == 9);
      var text = new StringBuilder();
      messages.done.forEach(d ->
          text.append("in ")
              .append(d.channel())
              .append(' ')
              .append(Written.answer(d.reply()))
              .append('\n'));
      Golden.check(
          language == Language.ENGLISH ? "notices" : "notices-" + language.tag(), text.toString());
    }
  }

  @Test
  @Tag("fault:Q1")
  void catchesUpWhenDiscordIsBack() {
    messages.down = true;
    try (var notifier = notifier()) {
      notifier.tell(execution("e1", ExecutionState.WORKING, "0"));
      notifier.tell(execution("e1", ExecutionState.COMPLETE, "50"));
      notifier.tell(alarm("lost"));
      notifier.tell(alarm("lost too"));
      messages.down = false;
      await(() ->
          messages.done.stream()
              .anyMatch(d -> d.reply().card().title().equals("Execution · pair 1 · COMPLETE")));
    }
  }

  @Test
  @Tag("fault:Q1")
  void neverWaitsAndLosesTheOldestForAnAlarmWhenDiscordHangs() throws InterruptedException {
    var hanging = new Hanging();
    try (var notifier = new Notifier(hanging, SCENE.desk, Scene.PLACES, pair -> {})) {
      notifier.tell(alarm("first"));
      assertTrue(hanging.reached.await(10, TimeUnit.SECONDS));
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            for (int n = 0; n < 5_000; n++) {
              notifier.tell(new Notice.BreakerReset("b", "x", NOW));
            }
            notifier.tell(alarm("last"));
          });
      hanging.release.countDown();
      await(() ->
          hanging.messages.done.stream()
              .anyMatch(d -> d.reply().card().title().equals("Messages left out")));
      var texts = hanging.messages.done.stream().map(d -> d.reply().card().text()).toList();
      assertTrue(texts.contains("last"), "an alarm is not dropped");
      assertEquals(
          "3001 notices were left out while Discord was not reachable. `/executions` and"
              + " `/status` have everything.",
          texts.getLast());
    }
  }

  /** Takes the first message and does not answer until it is released. */
  private static final class Hanging implements Messenger {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);
    final Messages messages = new Messages();

    @Override
    public Optional<String> post(String channel, Answer.Reply message, Loudness how) {
      reached.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
      return messages.post(channel, message, how);
    }

    @Override
    public void pin(String channel, String messageId) {
      messages.pin(channel, messageId);
    }

    @Override
    public boolean edit(String channel, String messageId, Answer.Reply message) {
      return messages.edit(channel, messageId, message);
    }

    @Override
    public void react(String channel, String messageId, String emoji) {
      messages.react(channel, messageId, emoji);
    }
  }
}
