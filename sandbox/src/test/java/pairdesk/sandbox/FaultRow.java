package pairdesk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code docs/faults.md}.
 *
 * @param steps of a scenario, each a JSON object
 */
record FaultRow(String id, String fault, List<String> steps) {
  private static final Path PAGE = Path.of("../docs/faults.md");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| (?<id>[A-Z]\\d+[a-z]?) \\| (?<fault>.*?) \\| (?<steps>`.*`) \\| .* \\|$");

  static List<FaultRow> all() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .map(FaultRow::of)
        .toList();
  }

  /** A bar is escaped in a table. */
  private static FaultRow of(Matcher row) {
    List<String> steps = List.of(row.group("steps").split("<br>"));
    return new FaultRow(
        row.group("id"),
        row.group("fault"),
        steps.stream()
            .map(step -> step.substring(1, step.length() - 1).replace("\\|", "|"))
            .toList());
  }

  String scenario() {
    return "{\"steps\": [" + String.join(",\n", steps) + "]}";
  }

  @Override
  public String toString() {
    return id + " " + fault;
  }
}
