package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import pairdesk.bot.console.LogLine;
import pairdesk.venues.net.Secret;

/** What is in a log file, by what the settings say. */
class LogsTest {
  private static final Logger OURS = LoggerFactory.getLogger(LogsTest.class);
  private static final Logger ANOTHERS = LoggerFactory.getLogger("okhttp3.Somebody");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @AfterEach
  void back() {
    Logs.configure(false, "WARN");
  }

  private List<String> lines(boolean json, String level) throws IOException {
    Path file = folder.resolve("logs").resolve("desk.log");
    Logs.configure(new Settings.Logging(json, level, Optional.of(file), List.of()));
    OURS.atInfo().addKeyValue("order", "A1").log("order answered");
    OURS.debug("a detail");
    ANOTHERS.info("chatter");
    Logs.configure(false, "WARN");
    return Files.readAllLines(file);
  }

  @Test
  void aLineForPeopleHasItsDayItsLevelAndItsValues() throws IOException {
    List<String> lines = lines(false, "INFO");
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(
        lines
            .getFirst()
            .matches(
                "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO  LogsTest           order"
                    + " answered order=\"A1\""),
        lines::toString);
  }

  @Test
  void aLineForMachinesIsAnObject() throws IOException {
    List<String> lines = lines(true, "DEBUG");
    assertEquals(2, lines.size(), lines::toString);
    JsonNode line = JsonMapper.builder().build().readTree(lines.getFirst());
    assertEquals("INFO", line.path("level").asText());
    assertEquals("order answered", line.path("message").asText());
    assertEquals("A1", line.path("kvpList").path(0).path("order").asText());
  }

  @Test
  void aLevelAboveTheLineLeavesItOut() throws IOException {
    assertEquals(List.of(), lines(false, "WARN"));
  }

  private static void told(int times, Level level, String words) {
    for (int n = 0; n < times; n++) {
      OURS.atLevel(level).addKeyValue("n", n).log(words);
    }
  }

  private static List<String> words(LogLine.Level least, int most) {
    return Logs.recent(least, most).stream().map(LogLine::words).toList();
  }

  @Test
  void theNewestLinesAreKeptOfEachLevel() {
    Logs.configure(new Settings.Logging(true, "INFO", Optional.empty(), List.of()));
    assertEquals(List.of(), words(LogLine.Level.DEBUG, 50));
    told(1, Level.WARN, "recovered");
    told(60, Level.INFO, "chatter");
    told(1, Level.ERROR, "look at this");
    told(1, Level.DEBUG, "a detail");
    assertEquals(
        List.of("recovered n=\"0\"", "look at this n=\"0\""), words(LogLine.Level.WARN, 50));
    assertEquals(List.of("chatter n=\"59\"", "look at this n=\"0\""), words(LogLine.Level.INFO, 2));
    assertEquals(50, words(LogLine.Level.INFO, 50).size());
    LogLine last = Logs.recent(LogLine.Level.ERROR, 1).getFirst();
    assertTrue(last.whole().endsWith(" ERROR LogsTest           " + last.words()), last.whole());
  }

  @Test
  void noSecretIsAmongTheNewestLines() {
    Logs.configure(
        new Settings.Logging(false, "INFO", Optional.empty(), List.of(Secret.of("correct-horse"))));
    OURS.atError()
        .addKeyValue("url", "https://node/correct-horse")
        .setCause(new IllegalStateException("bad key correct-horse"))
        .log("asked with {}", "correct-horse");
    LogLine line = Logs.recent(LogLine.Level.ERROR, 1).getFirst();
    assertEquals("asked with *** url=\"https://node/***\"", line.words());
    assertTrue(line.whole().contains("bad key ***"), line.whole());
    assertFalse(line.whole().contains("horse"), line.whole());
  }

  /** A line with the secret in every place that a line has. */
  private String told(boolean json, String secret) throws IOException {
    Path file = folder.resolve("secrets.log");
    Logs.configure(
        new Settings.Logging(json, "INFO", Optional.of(file), List.of(Secret.of(secret))));
    OURS.atError()
        .addKeyValue("url", "https://node/" + secret + "/v1")
        .setCause(new IllegalStateException("refused", new IOException("bad key " + secret)))
        .log("asked with {}", secret);
    Logs.configure(false, "WARN");
    return Files.readString(file);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noSecretStandsInMessageValueOrException(boolean json) throws IOException {
    String lines = told(json, "ab/cd+ef\"gh\\ij=");
    assertFalse(lines.contains("cd+ef"), lines);
    assertFalse(lines.contains("ij="), lines);
    assertTrue(lines.contains(json ? "\"arguments\": [\"***\"]" : "asked with ***"), lines);
    assertTrue(lines.contains("bad key ***"), lines);
    assertTrue(lines.contains("node"), lines);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aKeyFileIsHiddenAsAWholeAndInItsLines(boolean json) throws IOException {
    String pem =
        "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\nBCIEIJ/abcdefgh\n-----END PRIVATE KEY-----";
    String whole = told(json, pem);
    assertFalse(whole.contains("MC4CAQ"), whole);
    assertFalse(whole.contains("abcdefgh"), whole);
    var redaction = new Redaction(List.of(Secret.of(pem), Secret.of("0x00ff11ee22dd")));
    assertEquals("line *** of 3", redaction.apply("line MC4CAQAwBQYDK2Vw of 3"));
    assertEquals("*** and ***", redaction.apply("0x00ff11ee22dd and 00ff11ee22dd"));
  }

  @Test
  void wordsOfAShortSecretStayReadable() {
    var redaction = new Redaction(List.of(Secret.of("desk")));
    assertEquals("pairdesk: desk", redaction.apply("pairdesk: desk"));
    assertEquals("as it was", new Redaction(List.of()).apply("as it was"));
  }
}
