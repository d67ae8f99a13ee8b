package pairdesk.bot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.bot.report.BusyDay;
import pairdesk.bot.scene.Golden;
import pairdesk.bot.scene.Scene;
import picocli.CommandLine;

/** What the reading commands print about one busy day, while no desk runs. */
class RecordsCommandsTest {
  private static final int WRONG_USE = 2;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Scene scene;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void busyDay() throws IOException {
    scene = new Scene();
    BusyDay.write(scene);
    // nobody listens on port 1
    Files.writeString(env(), "HEALTH_PORT=1\nDATABASE_URL=" + scene.databaseUrl() + "\n");
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  private static Path env() {
    return folder.resolve("desk.env");
  }

  @ParameterizedTest
  @CsvSource({
    "cli-history, history",
    "cli-history-paper, history --account paper",
    "cli-positions, positions",
    "cli-positions-paper, positions --account paper",
    "cli-pairs, pairs",
    "cli-pnl, pnl",
    "cli-pnl-by-venue, pnl --by venue",
    "cli-pnl-paper, pnl --account paper",
    "cli-pnl-none, pnl --from 2026-11-21",
    "cli-pnl-paper-none, pnl --account paper --from 2026-11-21",
    "cli-pnl-of-a-day, pnl --from 2026-11-20 --to 2026-11-20",
    "cli-explain, explain o3",
    "cli-explain-pair, explain --pair 1",
  })
  void prints(String golden, String command) {
    assertEquals(ExitCodes.DONE, run(command), err::toString);
    List<String> said = err.toString().lines().toList();
    assertEquals("No desk is running: this is what its database holds.", said.getFirst());
    assertEquals(account(command), said.subList(1, said.size()));
    Golden.check(golden, out.toString());
  }

  /** What is said of whose rows they are; pairs and explanations are nobody's. */
  private static List<String> account(String command) {
    if (command.startsWith("pairs") || command.startsWith("explain")) {
      return List.of();
    }
    return command.contains("--account paper")
        ? List.of("Shown is the paper account.")
        : List.of("Shown is the real account; --account paper shows the other one.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "positions", "pnl", "export fills", "export positions"})
  void inPaperModeThePaperAccountIsShownUnlessTheOtherIsAskedFor(String command) {
    scene.tamper("UPDATE control_state SET mode = 'PAPER'");
    try {
      assertEquals(ExitCodes.DONE, run(command), err::toString);
      assertEquals(ExitCodes.DONE, run(command + " --account real"), err::toString);
      assertEquals(ExitCodes.DONE, run("export pairs"), err::toString);
    } finally {
      scene.tamper("UPDATE control_state SET mode = 'LIVE'");
    }
    assertEquals(
        List.of(
            "Shown is the paper account; --account real shows the other one.",
            "Shown is the real account."),
        err.toString().lines().filter(line -> line.startsWith("Shown is")).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "history, expected_dollars, 0.960000",
    "positions, cost_dollars, 19.500000",
    "pnl, net_dollars, 1.750000",
    "pairs, status, PROPOSED",
    "explain o3, rule, venue-up",
    "export orders --format json, limit_dollars, 0.4000",
  })
  void givesScriptsJson(String command, String field, String value) throws IOException {
    String asked = command.startsWith("export") ? command : command + " --json";
    assertEquals(ExitCodes.DONE, run(asked), err::toString);
    JsonNode rows = JSON.readTree(out.toString());
    assertEquals(value, rows.get(0).get(field).asText(), rows::toPrettyString);
  }

  @Test
  void anExportIsAWholeFileOrNone() throws IOException {
    Path file = folder.resolve("fills.csv");
    assertEquals(ExitCodes.DONE, run("export fills --out " + file), err::toString);
    assertEquals(2, Files.readAllLines(file).size());
    assertTrue(err.toString().contains("1 rows written to " + file), err::toString);
    assertFalse(Files.exists(folder.resolve("fills.csv.part")));
  }

  @Test
  void aDayWithoutRowsIsAnEmptyFileWithItsHeadings() {
    assertEquals(ExitCodes.DONE, run("export fills --from 2026-11-21"), err::toString);
    assertEquals(1, out.toString().lines().count(), out::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "export trades, choose one of orders",
    "export audit --account paper, audit belongs to no account",
    "export fills --format xml, --format wants csv or json",
    "export fills --from yesterday, --from wants a day like 2026-11-20",
    "pnl --from 2026-11-21 --to 2026-11-19, --to lies before --from",
    "pnl --by week, day, ",
    "history --limit 0, --limit wants a number",
    "explain, give the id of an opportunity",
    "stop --limit 0, --limit wants seconds",
  })
  void whatIsWrongIsOneSentence(String command, String said) {
    assertEquals(WRONG_USE, run(command), err::toString);
    assertTrue(err.toString().contains(said), err::toString);
    assertFalse(err.toString().contains("\tat "), err::toString);
  }

  @Test
  void anOpportunityThatIsNotThereIsSaid() {
    assertEquals(ExitCodes.FAILED, run("explain o99"), err::toString);
    assertTrue(err.toString().contains("There is no such opportunity"), err::toString);
  }

  @Test
  void aDeskThatDoesNotRunIsSaid() {
    assertEquals(ExitCodes.UNAVAILABLE, run("status"), err::toString);
    assertTrue(err.toString().contains("No desk answers on 127.0.0.1:1."), err::toString);
    assertEquals("Stored: mode LIVE" + System.lineSeparator(), out.toString());
  }

  @Test
  void gapsAreKnownToARunningDeskAlone() {
    assertEquals(ExitCodes.UNAVAILABLE, run("scan"), err::toString);
    assertTrue(err.toString().contains("No desk answers on 127.0.0.1:1."), err::toString);
    assertEquals("", out.toString());
  }

  @Test
  void nothingIsStoppedWhereNothingRuns() {
    assertEquals(ExitCodes.DONE, run("stop"), err::toString);
    assertEquals("No desk is running." + System.lineSeparator(), out.toString());
  }

  @Test
  void withoutADatabaseItIsSaidWhereItWasLookedFor() throws IOException {
    Path nowhere = folder.resolve("nowhere.env");
    Files.writeString(nowhere, "DATA_DIR=" + folder.resolve("nowhere") + "\n");
    assertEquals(ExitCodes.UNAVAILABLE, execute("pairs", "--env", nowhere.toString()));
    assertTrue(
        err.toString().contains("there is no database in " + folder.resolve("nowhere")),
        err::toString);
  }

  private int run(String command) {
    return execute(
        Stream.concat(Arrays.stream(command.split(" ")), Stream.of("--env", env().toString()))
            .toArray(String[]::new));
  }

  private int execute(String... arguments) {
    CommandLine line = Main.commandLine();
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
