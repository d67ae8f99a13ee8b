package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pairdesk.bot.doctor.Finding;

class DoctorProcessTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private List<Finding> ofTheDatabase(Map<String, String> settings) {
    try (var doctor = new DoctorProcess(Configuration.partial(Variables.of(settings)))) {
      return doctor.installation().stream()
          .filter(finding -> finding.subject().equals("database"))
          .toList();
    }
  }

  /** The guide asks the doctor before the first start: nothing is wrong then. */
  @Test
  void aDatabaseThatTheFirstStartMakesIsNoFailure() {
    assertEquals(
        List.of(
            Finding.unknown(
                "database",
                "there is none yet in " + folder.resolve("postgres"),
                "the first `pairdesk run` makes it")),
        ofTheDatabase(Map.of("DATA_DIR", folder.toString())));
  }

  @Test
  void oneThatIsNamedWronglyIsAFailure() {
    List<Finding> found =
        ofTheDatabase(Map.of("DATA_DIR", folder.toString(), "DATABASE_URL", "mysql://host/desk"));
    assertEquals(List.of(Finding.Result.FAIL), found.stream().map(Finding::result).toList());
  }
}
