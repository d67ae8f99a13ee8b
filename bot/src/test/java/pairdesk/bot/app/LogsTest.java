package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    Logs.configure(new Settings.Logging(json, level, Optional.of(file)));
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
}
