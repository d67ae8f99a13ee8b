package pairdesk.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path parent;

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = parent.resolve("postgres");
  }

  @Test
  @Tag("fault:D9")
  void keepsItsRowsWhenTheDeskWasKilledAndLeftTheServerAlive() throws Exception {
    Process desk = deskThatDies();
    assertEquals("ready", firstLine(desk));
    desk.destroyForcibly().waitFor();

    try (var server = EmbeddedDatabase.start(folder);
        var database = Database.open(server.url())) {
      assertEquals("", database.durabilityProblem());
      Integer kept =
          database.read(db -> db.fetchSingle("select n from kept").get(0, Integer.class));
      assertEquals(Integer.valueOf(42), kept);
    }
  }

  @Test
  @Tag("fault:N1")
  void leavesTheServerOfALivingDeskAlone() throws Exception {
    Process desk = deskThatDies();
    assertEquals("ready", firstLine(desk));
    try {
      var refused = assertThrows(IllegalStateException.class, () -> EmbeddedDatabase.start(folder));
      assertEquals(
          folder + " is used by process " + desk.pid() + "; stop it first", refused.getMessage());
    } finally {
      desk.destroyForcibly().waitFor();
      EmbeddedDatabase.start(folder).close();
    }
  }

  private Process deskThatDies() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Desk.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String firstLine(Process process) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.equals("ready")) {
        return line;
      }
    }
    return "ended";
  }

  /** Starts the server, writes a row, and then waits to be killed. */
  static final class Desk {
    private Desk() {}

    public static void main(String[] args) throws InterruptedException {
      var server = EmbeddedDatabase.start(Path.of(args[0]));
      var database = Database.open(server.url());
      database.run(db -> {
        db.execute("create table kept (n int)");
        db.execute("insert into kept values (42)");
      });
      System.out.println("ready");
      Thread.currentThread().join();
    }
  }
}
