package pairdesk.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The operator of the demo: finds matches, approves true pairs by ✅, rejects lookalikes by ❌, lets
 * the desk trade until enough two-leg trades are complete, reads the books, and compares them.
 */
public final class DemoScript {
  static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration TRADE_LIMIT = Duration.ofSeconds(150);
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(60);
  private static final int TRADES = 5;
  private static final int APPROVALS = 40;
  private static final int CARDS = 25;

  private final World world;
  private final DeskChild desk;
  private final PrintStream out;
  private final Set<String> truePairs;

  /**
   * What the script needs to know of the sandbox.
   *
   * @param page address of the local Discord
   * @param channel where the desk works
   * @param kill chance of the moment at which the desk is killed; empty: it is not
   */
  public record World(String page, String channel, Truth truth, Optional<RandomGenerator> kill) {}

  public DemoScript(World world, DeskChild desk, PrintStream out) {
    this.world = world;
    this.desk = desk;
    this.out = out;
    this.truePairs = world.truth().pairs();
  }

  /**
   * Plays it through.
   *
   * @throws DemoFailure when something is not as it should be
   */
  public void play() {
    awaitReady();
    try (var operator = new ChatUser(world.page(), "operator");
        var admin = new ChatUser(world.page(), "admin")) {
      int approved = decideCandidates(operator);
      say("approved " + approved + " pairs by ✅");
      goLive(admin);
      trade(operator);
      show(operator, "positions");
      show(operator, "pnl");
      show(operator, "status");
      admin.command(world.channel(), "mode", Map.of("set", "monitor"));
      compareBooks();
      Set<String> doubled = world.truth().doubled();
      if (!doubled.isEmpty()) {
        throw new DemoFailure("orders were sent twice: " + doubled);
      }
    }
  }

  private void awaitReady() {
    say("waiting for the desk …");
    Patience.untilTrue(
        "the desk to be ready",
        START_LIMIT,
        () -> desk.ask("/health").map(h -> h.path("discord").asBoolean()).orElse(false));
  }

  private int decideCandidates(ChatUser operator) {
    Set<String> decided = new HashSet<>();
    int approved = 0;
    for (int round = 0; round < 4 && approved < APPROVALS; round++) {
      JsonNode answer = Patience.until("candidates", START_LIMIT, () -> findMatches(operator));
      say("/find_matches: " + text(answer));
      for (JsonNode card : openCards(operator, decided)) {
        decided.add(card.path("id").asText());
        approved += decide(operator, card);
      }
    }
    if (approved < TRADES) {
      throw new DemoFailure("only " + approved + " true pairs were found");
    }
    return approved;
  }

  /** The catalogues may still be on their way when the desk is asked first. */
  private Optional<JsonNode> findMatches(ChatUser operator) {
    JsonNode answer =
        operator.command(world.channel(), "find_matches", Map.of("similarity", 80, "limit", CARDS));
    return text(answer).startsWith("0 ") ? Optional.empty() : Optional.of(answer);
  }

  private List<JsonNode> openCards(ChatUser operator, Set<String> decided) {
    return operator.seen(message ->
        !decided.contains(message.path("id").asText()) && title(message).endsWith("proposed"));
  }

  private int decide(ChatUser operator, JsonNode card) {
    String id = card.path("id").asText();
    boolean isTrue = truePairs.contains(key(card));
    operator.react(world.channel(), id, isTrue ? "✅" : "❌");
    String wanted = isTrue ? "approved" : "rejected";
    Patience.untilTrue(
        "the card of " + title(card) + " to say " + wanted,
        Duration.ofSeconds(20),
        () -> operator.message(id).map(m -> title(m).endsWith(wanted)).orElse(false));
    say((isTrue ? "✅ " : "❌ ") + question(card));
    return isTrue ? 1 : 0;
  }

  private void goLive(ChatUser admin) {
    JsonNode answer =
        Patience.until(
            "LIVE",
            START_LIMIT,
            () -> {
              JsonNode said =
                  admin.commandWithWord(world.channel(), "mode", Map.of("set", "live"), "LIVE");
              boolean live = text(said).startsWith("LIVE");
              if (!live) {
                say("not LIVE yet: " + text(said));
              }
              return live ? Optional.of(said) : Optional.empty();
            });
    say(text(answer));
  }

  private void trade(ChatUser operator) {
    world.kill().ifPresent(this::killAtRandom);
    Patience.untilTrue(
        TRADES + " complete two-leg trades", TRADE_LIMIT, () -> complete(operator) >= TRADES);
    say(complete(operator) + " two-leg trades complete");
  }

  private void killAtRandom(RandomGenerator chance) {
    try {
      long millis = 500 + chance.nextLong(12_000);
      Thread.sleep(millis);
      say("killing the desk after " + millis + " ms of trading, and starting it again");
      desk.killAndRestart();
      awaitReady();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }

  private static long complete(ChatUser operator) {
    return operator
        .seen(message ->
            title(message).startsWith("Execution") && title(message).endsWith("COMPLETE"))
        .size();
  }

  private void show(ChatUser operator, String command) {
    JsonNode answer = operator.command(world.channel(), command, Map.of());
    out.println();
    out.println("/" + command);
    for (String part : answer.path("components").findValuesAsText("content")) {
      part.lines().forEach(line -> out.println("  " + line));
    }
    if (answer.path("embeds").isEmpty()) {
      return;
    }
    JsonNode embed = answer.path("embeds").path(0);
    out.println("  " + embed.path("title").asText());
    embed.path("description").asText().lines().forEach(line -> out.println("  " + line));
    for (JsonNode field : embed.path("fields")) {
      out.println(
          "  "
              + field.path("name").asText()
              + ": "
              + field.path("value").asText().replace("\n", "\n    "));
    }
    String picture = embed.path("image").path("url").asText();
    if (!picture.isEmpty()) {
      out.println("  [" + picture.replaceAll("^.*/|[?].*$", "") + "]");
    }
  }

  /** Waits until nothing is under way any more, then both books must agree to the last unit. */
  private void compareBooks() {
    out.println();
    List<String> last = new ArrayList<>();
    long end = System.nanoTime() + SETTLE_LIMIT.toNanos();
    while (System.nanoTime() < end) {
      JsonNode ledger = Patience.until("the desk's ledger", START_LIMIT, () -> desk.ask("/ledger"));
      last.clear();
      last.addAll(open(ledger));
      last.addAll(LedgerCheck.differences(world.truth().books(), LedgerCheck.ofDesk(ledger)));
      if (last.isEmpty()) {
        say("the sandbox's truth and the desk's ledger agree, and no leg is unhedged");
        return;
      }
      pause();
    }
    throw new DemoFailure("the books do not agree:\n  " + String.join("\n  ", last));
  }

  private List<String> open(JsonNode ledger) {
    var open = new ArrayList<String>();
    if (!world.truth().isSettled()) {
      open.add("trades are still being settled");
    }
    if (ledger.path("open_orders").asLong() > 0 || ledger.path("open_executions").asLong() > 0) {
      open.add("the desk still has something open");
    }
    if (!ledger.path("unhedged_e6").asText().equals("0")) {
      open.add("unhedged: " + ledger.path("unhedged_e6").asText() + " e6 dollars");
    }
    return open;
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }

  private static String title(JsonNode message) {
    return message.path("embeds").path(0).path("title").asText(head(message, 0));
  }

  /** A line of the head of a message that is made of components; empty when it has none. */
  private static String head(JsonNode message, int line) {
    return texts(message).stream()
        .findFirst()
        .flatMap(head -> head.lines().skip(line).findFirst())
        .map(text -> text.replaceFirst("^### ", ""))
        .orElse("");
  }

  private static List<String> texts(JsonNode message) {
    return message.path("components").findValuesAsText("content");
  }

  private static String text(JsonNode message) {
    return message.path("embeds").path(0).path("description").asText();
  }

  /** Ticker, condition and relation of a card, as the truth names a pair. */
  private static String key(JsonNode card) {
    String markets = field(card, "Markets");
    String[] codes = markets.split("`", -1);
    String relation = field(card, "Relation").split(":", 2)[0];
    return codes.length < 4 ? "" : Truth.key(codes[1], codes[3], relation);
  }

  private static String question(JsonNode card) {
    return head(card, 1).replace("\\", "").replace("*", "");
  }

  /** What stands behind this name in bold, as far as the next name. */
  private static String field(JsonNode message, String name) {
    String begin = "**" + name + "** ";
    for (String text : texts(message)) {
      int at = text.indexOf(begin);
      if (at >= 0) {
        return text.substring(at + begin.length()).split("\n\\*\\*", 2)[0];
      }
    }
    return "";
  }

  private void say(String line) {
    out.println("  " + line);
  }
}
