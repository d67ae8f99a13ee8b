package pairdesk.bot.cli;

import org.jspecify.annotations.Nullable;
import pairdesk.bot.app.RecordsProcess;
import pairdesk.engine.control.Mode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Of which account rows are asked: of the one that trades now, where nothing is said. */
final class AccountChoice {
  private enum Account {
    real,
    paper
  }

  @Option(
      names = "--account",
      paramLabel = "real|paper",
      description =
          "The real account, or the one on paper (default: paper while the mode is PAPER, else"
              + " real).")
  private @Nullable Account account;

  /** Whether paper was asked for by name. */
  boolean isPaper() {
    return account == Account.paper;
  }

  /** The mode whose trades belong to the account; says on standard error which one it is. */
  Mode shown(RecordsProcess records, CommandSpec spec) {
    Mode mode = mode(records);
    spec.commandLine().getErr().println(says(mode));
    return mode;
  }

  private Mode mode(RecordsProcess records) {
    Account asked = account;
    if (asked == null) {
      return records.controls().mode() == Mode.PAPER ? Mode.PAPER : Mode.LIVE;
    }
    return switch (asked) {
      case real -> Mode.LIVE;
      case paper -> Mode.PAPER;
    };
  }

  private String says(Mode mode) {
    String shown = mode == Mode.PAPER ? "Shown is the paper account" : "Shown is the real account";
    return account == null
        ? shown + "; --account " + (mode == Mode.PAPER ? "real" : "paper") + " shows the other one."
        : shown + ".";
  }

  /** What is said where there is no row. */
  static String none(String what, Mode mode) {
    return what + (mode == Mode.PAPER ? " on paper." : " on the real account.");
  }
}
