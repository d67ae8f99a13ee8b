package pairdesk.bot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import pairdesk.bot.app.Variables;
import pairdesk.matching.file.LabelFile;
import pairdesk.persistence.Database;
import pairdesk.persistence.DatabaseUrl;
import pairdesk.persistence.Labels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports what people decided about pairs, for {@code pairdesk fit}. */
@Command(
    name = "labels",
    description = "Writes approved and rejected pairs with their reasons, as labelled pairs.")
final class LabelsCommand implements Callable<Integer> {
  private static final String VARIABLE = "DATABASE_URL";

  @Option(names = "--out", required = true, description = "Where the labelled pairs go.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(names = "--env", description = "File with settings (default: .env where it exists).")
  private String envFile = ".env";

  @Override
  public Integer call() throws IOException {
    String url = Variables.over(envFile).values().getOrDefault(VARIABLE, "");
    if (url.isBlank()) {
      System.err.println(VARIABLE + " is not set: it says in which database the decisions are.");
      return ExitCodes.CONFIGURATION;
    }
    List<LabelFile.Decision> decisions;
    try (Database database = Database.open(DatabaseUrl.parse(url))) {
      decisions = new Labels(database).all().stream().map(LabelsCommand::decision).toList();
    } catch (IllegalArgumentException unreadable) {
      System.err.println(VARIABLE + ": " + unreadable.getMessage());
      return ExitCodes.CONFIGURATION;
    }
    LabelFile.write(decisions, out);
    System.err.printf("%,d decisions written to %s%n", decisions.size(), out);
    return ExitCodes.DONE;
  }

  private static LabelFile.Decision decision(Labels.Label label) {
    return new LabelFile.Decision(
        "pair-" + label.pair(),
        label.left(),
        label.right(),
        label.relation(),
        new LabelFile.Truth(label.approved(), label.reason()));
  }
}
