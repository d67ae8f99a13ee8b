package pairdesk.bot.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyCommandExplainsItself() {
    Set<String> commands = Main.commandLine().getSubcommands().keySet();
    assertTrue(commands.contains("run"), commands::toString);
    for (String command : commands) {
      out.getBuffer().setLength(0);
      assertEquals(0, run(command, "--help"), command + ": " + err);
      assertTrue(out.toString().contains("Usage: pairdesk " + command), out::toString);
    }
    assertEquals("", err.toString());
  }

  @Test
  void theVersionIsAskedOfTheProgram() {
    assertEquals(0, run("--version"));
    assertTrue(out.toString().startsWith("Pairdesk "), out::toString);
  }

  @Test
  void whatIsWrittenWronglyIsNamed() {
    assertEquals(2, run("positions-of-mine"));
    assertTrue(err.toString().contains("positions-of-mine"), err::toString);
    assertEquals(2, run("sandbox", "--ports", "1,2"));
    assertTrue(err.toString().contains("--ports wants four numbers"), err::toString);
    assertEquals(2, run("sandbox", "--kalshi-listings", "some.jsonl"));
    assertTrue(err.toString().contains("give both, or neither"), err::toString);
    assertEquals(2, run("sim", "--seeds", "0"));
    assertEquals(2, run("sim", "--seeds", "1", "--threads", "-1"));
    assertTrue(err.toString().contains("whole numbers, 1 or more"), err::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain --pair 0",
        "explain",
        "pnl --from +999999999-12-31",
        "export audit --to yesterday",
        "health --port 70000",
        "sandbox --ports 0,0,0,70000",
        "sandbox --speed 0",
        "demo --kill 3",
        "halt --limit 0",
        "export orders --out /",
        "export orders --out /nowhere/orders.csv",
        "match --out pairs.jsonl --top 0",
        "match --out pairs.jsonl --suggest --similarity 101",
        "history --limit -1"
      })
  void whatCannotBeIsRefusedWithTheUsage(String command) {
    assertEquals(2, run(command.split(" ")), err::toString);
    assertTrue(err.toString().contains("Usage: pairdesk "), err::toString);
  }

  /** Its port may be another program's: what that says is no status. */
  @Test
  void whatAnswersIsNotTakenForTheDesk() throws IOException {
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    other.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    other.start();
    try {
      String port = String.valueOf(other.getAddress().getPort());
      assertEquals(ExitCodes.UNAVAILABLE, run("health", "--port", port));
    } finally {
      other.stop(0);
    }
  }

  @Test
  void aFileThatIsNotThereIsOneSentence(@TempDir Path folder) {
    Path missing = folder.resolve("kalshi.jsonl");
    String out = folder.resolve("out.jsonl").toString();
    int code =
        run(
            "match",
            "--kalshi",
            missing.toString(),
            "--polymarket",
            missing.toString(),
            "--out",
            out);
    assertTrue(code != 0, () -> "exit code " + code);
    assertTrue(err.toString().contains(missing.toString()), err::toString);
    assertTrue(!err.toString().contains("\tat "), err::toString);
    assertTrue(Files.notExists(Path.of(out)), "nothing was matched");
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsOneSentence(@TempDir Path folder) throws IOException {
    Path env = folder.resolve("env");
    Files.writeString(env, "DATABASE_URL=postgresql://desk:hidden-word@127.0.0.1:1/desk\n");
    String out = folder.resolve("labels.jsonl").toString();
    int code = run("labels", "--env", env.toString(), "--out", out);
    assertTrue(code != 0, () -> "exit code " + code);
    assertTrue(err.toString().contains("is it running, and is DATABASE_URL right?"), err::toString);
    assertTrue(!err.toString().contains("\tat "), err::toString);
    assertTrue(!err.toString().contains("hidden-word"), err::toString);
  }

  @Test
  void aDefectOfOursShowsItsTrace() {
    assertEquals(Optional.empty(), OutsideTrouble.sentence(new IllegalStateException("x")));
  }

  private int run(String... arguments) {
    CommandLine line = Main.commandLine();
    return line.setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
