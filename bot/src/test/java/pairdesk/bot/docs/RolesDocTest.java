package pairdesk.bot.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pairdesk.bot.scene.Scene;

/** The table of commands in the README says of each command whose it is. */
class RolesDocTest {
  private static final Path PAGE = Path.of("../README.md");
  private static final Pattern ROW =
      Pattern.compile("\\| ([^|]+) \\| ((?:viewer|operator|admin)(?: · \\w+)*) \\| .*");
  private static final Pattern COMMAND = Pattern.compile("`/([a-z_]+)");

  @Test
  void everyCommandIsThereWithItsRole() throws IOException {
    var told = new TreeMap<String, String>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        read(row.group(1).split(" · "), row.group(2).split(" · "), told);
      }
    }
    Map<String, String> real = new TreeMap<>();
    try (var scene = new Scene()) {
      scene.console.specs().forEach(spec -> real.put(spec.name(), spec.role().label()));
    }
    assertEquals(real, told);
  }

  /** One role for all, or one for each group of commands. */
  private static void read(String[] groups, String[] roles, Map<String, String> told) {
    for (int i = 0; i < groups.length; i++) {
      String role = roles[Math.min(i, roles.length - 1)];
      List<String> names =
          COMMAND.matcher(groups[i]).results().map(found -> found.group(1)).toList();
      names.forEach(name -> told.put(name, role));
    }
  }
}
