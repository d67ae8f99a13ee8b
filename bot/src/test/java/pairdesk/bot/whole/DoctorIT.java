package pairdesk.bot.whole;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.persistence.Database;
import pairdesk.persistence.EmbeddedDatabase;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;

/** {@code pairdesk doctor} beside a sandbox, its local Discord and a database. */
class DoctorIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static Sandbox sandbox;

  @SuppressWarnings("NullAway.Init")
  private static EmbeddedDatabase server;

  @BeforeAll
  static void open() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.seeded(11), Clock.systemUTC());
    server = EmbeddedDatabase.start(folder.resolve("database"));
    Database.open(server.url()).close();
  }

  @AfterAll
  static void close() {
    server.close();
    sandbox.close();
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(sandbox.environment());
    settings.put("DATABASE_URL", server.url().jdbcUrl());
    return settings;
  }

  @Test
  void findsNothingWrongWithAnInstallationThatIsRight() throws InterruptedException {
    try (Program doctor = Program.start(folder, settings(), "doctor")) {
      assertEquals(0, doctor.await(LIMIT), doctor::output);
      String said = doctor.output();
      assertAll(
          said,
          () -> assertTrue(said.contains(" 0 FAIL, 0 UNKNOWN")),
          () -> assertTrue(said.contains("PASS     configuration: every setting can be read")),
          () -> assertTrue(said.contains("PASS     Kalshi key: signs and reads: cash ")),
          () -> assertTrue(said.contains("PASS     Polymarket key: signs and reads: cash ")),
          () -> assertTrue(said.contains("PASS     Polymarket clock: ahead of ours by ")),
          () -> assertTrue(said.contains("PASS     durability: what is committed is kept")),
          () -> assertTrue(said.contains("PASS     Discord permissions: ")));
    }
  }

  @Test
  void saysWhatToDoAboutAKeyAndATokenThatAreRefused() throws InterruptedException {
    Map<String, String> wrong = settings();
    wrong.put("KALSHI_API_KEY", "of-somebody-else");
    wrong.put("DISCORD_BOT_TOKEN", "of-another-bot");
    try (Program doctor = Program.start(folder, wrong, "doctor")) {
      assertEquals(1, doctor.await(LIMIT), doctor::output);
      String said = doctor.output();
      assertAll(
          said,
          () -> assertTrue(said.contains("FAIL     Kalshi key: ")),
          () -> assertTrue(said.contains("         → check the key's id, its private part")),
          () -> assertTrue(said.contains("UNKNOWN  Kalshi clock: no answer to compare with")),
          () -> assertTrue(said.contains("PASS     Polymarket key: ")),
          () -> assertTrue(said.contains("FAIL     Discord token: refused with 401")),
          () -> assertTrue(said.contains("         → make a new one in the developer portal")),
          () -> assertFalse(said.contains("of-another-bot"), "a secret is shown"));
    }
  }
}
