package pairdesk.bot.cli;

import pairdesk.engine.control.Mode;
import picocli.CommandLine.Option;

/** Of which account rows are asked. */
final class AccountChoice {
  private enum Account {
    live,
    paper
  }

  @Option(
      names = "--account",
      paramLabel = "live|paper",
      defaultValue = "live",
      description = "The real account (default), or the one on paper.")
  private Account account = Account.live;

  /** What is said where there is no row: the other account may have some. */
  String none(String what) {
    return switch (account) {
      case live -> what + " on the real account; --account paper shows the one on paper.";
      case paper -> what + " on paper.";
    };
  }

  Mode mode() {
    return switch (account) {
      case live -> Mode.LIVE;
      case paper -> Mode.PAPER;
    };
  }
}
