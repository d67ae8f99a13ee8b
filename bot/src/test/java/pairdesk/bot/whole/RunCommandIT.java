package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code pairdesk run} as a user meets it: settings, a sandbox elsewhere, signals, a second desk.
 */
class RunCommandIT {
  private static final int CONFIGURATION = 78;
  private static final int UNAVAILABLE = 69;
  private static final int TERMINATED = 143;
  private static final Duration SHORT = Duration.ofSeconds(30);
  private static final Duration START = Duration.ofSeconds(90);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @Test
  @Tag("fault:S1")
  void listsEverySettingThatIsMissing() throws InterruptedException {
    try (Program run = Program.start(folder, Map.of(), "run")) {
      assertEquals(CONFIGURATION, run.await(SHORT), run::output);
      List<String> problems = problems(run);
      assertEquals(
          List.of(
              "DISCORD_ADMIN_ROLE_ID",
              "DISCORD_BOT_TOKEN",
              "DISCORD_CHANNEL_ID",
              "DISCORD_GUILD_ID",
              "DISCORD_OPERATOR_ROLE_ID",
              "KALSHI_API_KEY",
              "KALSHI_API_SECRET",
              "POLYMARKET_API_KEY",
              "POLYMARKET_PRIVATE_KEY"),
          problems.stream().map(line -> line.substring(0, line.indexOf(':'))).sorted().toList());
      assertTrue(
          problems.stream().allMatch(line -> line.matches("(\\w+): missing; .*for example \\1=.+")),
          run::output);
    }
  }

  @Test
  void listsWhatIsWrongBesideWhatIsMissingAndShowsNoSecret() throws InterruptedException {
    Map<String, String> settings =
        Map.of(
            "MAX_TRADE_SIZE", "-5",
            "MIN_ARBITRAGE_THRESHOLD", "12",
            "KALSHI_API_URL", "ftp://somewhere",
            "DISCORD_GILD_ID", "1100000000000000001",
            "KALSHI_API_SECRET", "word-of-kalshi",
            "POLYMARKET_PRIVATE_KEY_FILE", "/nowhere/key",
            "DATABASE_URL", "mysql://desk:word-of-database@host/db");
    try (Program run = Program.start(folder, settings, "run")) {
      assertEquals(CONFIGURATION, run.await(SHORT), run::output);
      String said = run.output();
      assertAll(
          said,
          () -> assertTrue(said.contains("MAX_TRADE_SIZE: found \"-5\"")),
          () -> assertTrue(said.contains("MIN_ARBITRAGE_THRESHOLD: found \"12\"")),
          () -> assertTrue(said.contains("KALSHI_API_URL: found \"ftp://somewhere\"")),
          () -> assertTrue(said.contains("for example DISCORD_GILD_ID=DISCORD_GUILD_ID")),
          () ->
              assertTrue(
                  said.contains("POLYMARKET_PRIVATE_KEY_FILE: cannot be read: /nowhere/key")),
          () -> assertTrue(said.contains("DATABASE_URL: found \"host/db\"")),
          () -> assertTrue(said.contains("KALSHI_API_KEY: missing")),
          () -> assertFalse(said.contains("word-of"), "a secret is shown"));
    }
  }

  @Test
  @Tag("fault:K18")
  @Tag("fault:N1")
  void runsAgainstASandboxElsewhereAlone() throws IOException, InterruptedException {
    Path settings = folder.resolve("desk.env");
    try (Program sandbox =
        Program.start(folder, Map.of(), "sandbox", "--env", settings.toString())) {
      sandbox.awaitLine("^(Discord: .+)$", START);
      try (Program desk = start(settings, "data")) {
        String port = desk.awaitLine("the desk is running port=\"(\\d+)\"", START);
        desk.awaitLine("(Discord is connected)", SHORT);
        assertReady(port);
        refusesASecondDesk(settings, desk);
        assertReady(port);
        said(Map.of("HEALTH_PORT", port), "MONITOR", "status");
        said(Map.of("HEALTH_PORT", port), "No pair is approved yet.", "scan");
        said(
            Map.of("DATA_DIR", "data"),
            "The desk (process " + desk.pid() + ") has ended.",
            "stop",
            "--env",
            settings.toString());
        assertEquals(TERMINATED, desk.await(SHORT), desk::output);
        assertTrue(desk.output().contains("leaving settled=\"true\""), desk::output);
        assertFalse(desk.output().matches("(?s).*\\b(WARN|ERROR)\\b.*"), desk::output);
        assertFalse(
            Files.exists(folder.resolve("data/postgres/postmaster.pid")), "its database runs on");
      }
    }
  }

  private Program start(Path settings, String data) {
    return Program.start(
        folder, Map.of("DATA_DIR", data, "HEALTH_PORT", "0"), "run", "--env", settings.toString());
  }

  /** A command beside the desk does what it should and says this. */
  private void said(Map<String, String> environment, String words, String... command)
      throws InterruptedException {
    try (Program beside = Program.start(folder, environment, command)) {
      assertEquals(0, beside.await(START), beside::output);
      assertTrue(beside.output().contains(words), beside::output);
    }
  }

  private void assertReady(String port) throws InterruptedException {
    try (Program health = Program.start(folder, Map.of(), "health", "--port", port)) {
      int code = health.await(SHORT);
      assertEquals(0, code, health::output);
      assertTrue(health.output().contains("\"ready\":true"), health::output);
      assertTrue(health.output().contains("\"mode\":\"MONITOR\""), health::output);
    }
  }

  /** Neither in the same folder nor, from another folder, in the same database. */
  private void refusesASecondDesk(Path settings, Program first)
      throws IOException, InterruptedException {
    try (Program inTheFolder = start(settings, "data")) {
      assertEquals(UNAVAILABLE, inTheFolder.await(SHORT), inTheFolder::output);
      assertTrue(
          inTheFolder.output().contains("is used by process " + first.pid() + "; stop it first"),
          inTheFolder::output);
    }
    Path shared = folder.resolve("shared.env");
    String port = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid")).get(3);
    Files.write(
        shared,
        Stream.concat(
                Files.readAllLines(settings).stream(),
                Stream.of("DATABASE_URL=postgresql://postgres@127.0.0.1:" + port + "/postgres"))
            .toList());
    try (Program inTheDatabase = start(shared, "elsewhere")) {
      assertEquals(UNAVAILABLE, inTheDatabase.await(SHORT.plusSeconds(30)), inTheDatabase::output);
      assertTrue(
          inTheDatabase
              .output()
              .contains("account main is traded by process " + first.pid() + "; stop it first"),
          inTheDatabase::output);
    }
  }

  private static List<String> problems(Program run) {
    return run.output().lines().filter(line -> line.startsWith("  ")).map(String::strip).toList();
  }
}
