package pairdesk.bot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.bot.scene.Scene;
import pairdesk.persistence.ControlStore;
import picocli.CommandLine;

/** A halt does what it can with the settings that are there. */
class HaltCommandTest {
  private static final int LONG = 30;
  private static final int SHORT = 1;

  private final Scene scene = new Scene();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @AfterEach
  void close() {
    scene.close();
  }

  private int halt(int limit, String... settings) throws IOException {
    Path env = Files.write(folder.resolve("desk.env"), List.of(settings));
    CommandLine line = Main.commandLine();
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute("halt", "--limit", String.valueOf(limit), "--env", env.toString());
  }

  private boolean isHalted() {
    return new ControlStore(scene.database, scene.rows.audit()).read().halted();
  }

  /** The desk that runs has the keys, and learns of it. */
  @Test
  void isStoredThoughNoVenueIsNamed() throws IOException {
    assertEquals(ExitCodes.CONFIGURATION, halt(LONG, "DATABASE_URL=" + scene.databaseUrl()));
    assertTrue(isHalted());
    String said = out.toString();
    assertTrue(said.startsWith("HALTED: the halt is stored"), said);
    assertTrue(said.contains("Kalshi: NOT TOUCHED, its settings are missing or wrong."), said);
    assertTrue(said.contains("Polymarket: NOT TOUCHED, its settings are missing or wrong."), said);
    assertTrue(said.contains("Time to flat: not flat yet"), said);
    assertTrue(err.toString().contains("KALSHI_API_KEY: missing"), err::toString);
  }

  @Test
  @Tag("fault:S1")
  void aKeyThatCannotBeReadIsNamedAndHoldsUpNothing() throws IOException {
    int code =
        halt(
            LONG,
            "DATABASE_URL=" + scene.databaseUrl(),
            "KALSHI_API_KEY=a952bcbe-ec3b-4b5b-b8f9-11dae589608c",
            "KALSHI_API_SECRET='-----BEGIN PRIVATE KEY-----",
            "aGlkZGVuLXdvcmQ=",
            "-----END PRIVATE KEY-----'");
    assertEquals(ExitCodes.CONFIGURATION, code);
    assertTrue(isHalted());
    assertTrue(
        out.toString().contains("Kalshi: NOT TOUCHED: KALSHI_API_SECRET: unreadable private key"),
        out::toString);
    assertFalse(out.toString().contains("aGlkZGVuLXdvcmQ"), out::toString);
  }

  @Test
  @Tag("fault:S1")
  void isNotStoredInADatabaseThatNobodyNamed() throws IOException {
    assertEquals(ExitCodes.CONFIGURATION, halt(SHORT, "DATABASE_URL " + scene.databaseUrl()));
    assertFalse(isHalted());
    assertTrue(
        out.toString().startsWith("NOT STORED: it is not certain which database is meant: "),
        out::toString);
  }
}
