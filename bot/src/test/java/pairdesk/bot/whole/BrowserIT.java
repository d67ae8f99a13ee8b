package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.sandbox.demo.Patience;

/**
 * {@code pairdesk demo} in a real browser: candidates are found and approved by ✅, LIVE is switched
 * on with the word, an opportunity and its execution appear, and the books are shown. With {@code
 * -Ddesk.screenshot=FILE} the last view is kept as a picture, with {@code
 * -Ddesk.screenshots=FOLDER} one message of each kind.
 */
class BrowserIT {
  private static final int APPROVALS = 14;
  private static final String EPHEMERAL = "document.querySelectorAll('.ephemeral').length";
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration TRADE = Duration.ofSeconds(150);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  void fromACandidateToAHedgedTrade() throws IOException, InterruptedException {
    try (Chromium chromium = Chromium.start(folder.resolve("profile"));
        Program demo = Program.start(folder, Map.of(), "demo")) {
      String url = demo.awaitLine("^(http://\\S+)$", START);
      assertEquals(url, demo.output().strip().lines().reduce((_, line) -> line).orElseThrow());
      try (BrowserPage operator = open(chromium, url, "operator");
          BrowserPage admin = open(chromium, url, "admin")) {
        approveCandidates(operator);
        goLive(admin);
        operator.toFront();
        awaitTrade(operator);
        showBooks(operator);
        keepPicture(operator);
        keepParts(operator);
      }
    }
  }

  private static BrowserPage open(Chromium chromium, String url, String user) {
    BrowserPage page = chromium.open(url + "?user=" + user, 1280, 960);
    page.awaitElement("#line[data-state=up]");
    return page;
  }

  /** Catalogues may still be on their way when the desk is asked first. */
  private static void approveCandidates(BrowserPage page) {
    for (int attempt = 0; attempt < 20 && proposed(page).size() < APPROVALS; attempt++) {
      int answers = answers(page, "Candidates");
      command(page, "/find_matches limit:25");
      page.await("an answer", answersExpression("Candidates") + " > " + answers, ANSWER);
    }
    List<String> cards = proposed(page);
    assertTrue(cards.size() >= APPROVALS, page::text);
    cards.subList(0, APPROVALS).forEach(card -> approve(page, card));
  }

  /** The page moves while cards change, and a click may miss: then it is repeated. */
  private static void approve(BrowserPage page, String card) {
    String message = "[data-message-id=\"" + card + "\"]";
    String button = message + " [data-emoji=\"✅\"]";
    String approved =
        "/Pair \\d+ · approved/.test(document.querySelector("
            + BrowserPage.quoted(message)
            + ").innerText)";
    Patience.untilTrue(
        "approval of " + card,
        ANSWER,
        () -> {
          if (page.isThere(button + ":not(.mine)")) {
            page.click(button);
          }
          return page.evaluate(approved).asBoolean();
        });
  }

  /** Messages with an open candidate, oldest first. */
  private static List<String> proposed(BrowserPage page) {
    JsonNode ids =
        page.evaluate(
            """
            [...document.querySelectorAll("[data-message-id]")]
              .filter(message => /Pair \\d+ · proposed/.test(message.innerText))
              .map(message => message.dataset.messageId)\
            """);
    var list = new ArrayList<String>();
    ids.forEach(id -> list.add(id.asText()));
    return list;
  }

  private static int answers(BrowserPage page, String title) {
    return page.evaluate(answersExpression(title)).asInt();
  }

  private static String answersExpression(String title) {
    return "[...document.querySelectorAll(\"[data-message-id]\")].filter(m =>"
        + " m.innerText.includes("
        + BrowserPage.quoted(title)
        + ")).length";
  }

  private static void command(BrowserPage page, String text) {
    page.type("#command", text);
    page.pressEnter();
  }

  private static void goLive(BrowserPage page) {
    command(page, "/mode set:live");
    page.type("#modal [data-custom-id]", "LIVE");
    page.click("#modal-submit");
    page.await("LIVE", said("LIVE: orders go to the venues."), ANSWER);
  }

  private static void awaitTrade(BrowserPage page) {
    page.await("an opportunity", said("Opportunity · pair"), TRADE);
    page.await(
        "a complete execution",
        "/Execution · pair \\d+ · COMPLETE/.test(document.body.innerText)",
        TRADE);
  }

  private static void showBooks(BrowserPage page) {
    askUntil(page, "/positions", said("every leg has its counterpart"));
    showChart(page);
  }

  /** Trading goes on meanwhile: one answer may come with a leg just under way. */
  private static void askUntil(BrowserPage page, String command, String condition) {
    Patience.untilTrue(
        command,
        TRADE,
        () -> {
          int answers = page.evaluate(EPHEMERAL).asInt();
          command(page, command);
          page.await("an answer to " + command, EPHEMERAL + " > " + answers, ANSWER);
          return page.evaluate(condition).asBoolean();
        });
  }

  /** The page loads a picture when it comes into view, so that is where it is brought. */
  private static void showChart(BrowserPage page) {
    command(page, "/pnl");
    page.show(".ephemeral .embed-image");
    page.await(
        "the chart of /pnl",
        "[...document.querySelectorAll(\".ephemeral img\")].some(i => i.naturalWidth > 300)",
        ANSWER);
  }

  private static String said(String words) {
    return "document.body.innerText.includes(" + BrowserPage.quoted(words) + ")";
  }

  /** A candidate, an execution and the chart, one below the other. */
  private static void keepPicture(BrowserPage page) throws IOException {
    String file = System.getProperty("desk.screenshot", "");
    if (file.isEmpty()) {
      return;
    }
    page.resize(1500, 1400, 0.85);
    command(page, "/find_matches limit:1");
    int complete = answers(page, "· COMPLETE");
    page.await("another trade", answersExpression("· COMPLETE") + " > " + complete, TRADE);
    page.evaluate("document.querySelectorAll('.ephemeral').forEach(m => m.remove())");
    command(page, "/pnl");
    page.awaitElement(".ephemeral .embed-image");
    page.evaluate(
        "document.getElementById('scroller').scrollTop ="
            + " document.getElementById('scroller').scrollHeight");
    page.await(
        "the chart",
        "document.querySelector(\".ephemeral .embed-image\").naturalWidth > 300",
        ANSWER);
    page.screenshot(Program.repository().resolve(file));
  }

  /** One message of each kind, each as a picture of its own. */
  private static void keepParts(BrowserPage page) throws IOException {
    String folder = System.getProperty("desk.screenshots", "");
    if (folder.isEmpty()) {
      return;
    }
    Path into = Files.createDirectories(Program.repository().resolve(folder));
    page.resize(900, 1600, 1.5);
    page.screenshot(into.resolve("candidate.png"), last("· proposed"));
    page.screenshot(into.resolve("execution.png"), last("· COMPLETE"));
    for (String command : List.of("status", "positions", "pnl")) {
      page.evaluate("document.querySelectorAll('.ephemeral').forEach(m => m.remove())");
      int answers = page.evaluate(EPHEMERAL).asInt();
      command(page, "/" + command);
      page.await("an answer to /" + command, EPHEMERAL + " > " + answers, ANSWER);
      if (command.equals("pnl")) {
        page.show(".ephemeral .embed-image");
        page.await(
            "the chart",
            "document.querySelector(\".ephemeral .embed-image\").naturalWidth > 300",
            ANSWER);
      }
      page.screenshot(
          into.resolve(command + ".png"), "[...document.querySelectorAll('.ephemeral')].at(-1)");
    }
  }

  /** The newest message that has these words. */
  private static String last(String words) {
    return "[...document.querySelectorAll('[data-message-id]')].filter(m => m.innerText.includes("
        + BrowserPage.quoted(words)
        + ")).at(-1)";
  }
}
