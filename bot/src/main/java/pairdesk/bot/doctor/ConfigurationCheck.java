package pairdesk.bot.doctor;

import java.util.List;

/** All settings at once. */
public record ConfigurationCheck(List<String> problems) implements Check {
  private static final String SUBJECT = "configuration";

  @Override
  public List<Finding> look() {
    if (problems.isEmpty()) {
      return List.of(Finding.pass(SUBJECT, "every setting can be read"));
    }
    return problems.stream()
        .map(problem -> Finding.fail(SUBJECT, problem, "see .env.example"))
        .toList();
  }
}
