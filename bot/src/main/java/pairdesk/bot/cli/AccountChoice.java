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

  Mode mode() {
    return switch (account) {
      case live -> Mode.LIVE;
      case paper -> Mode.PAPER;
    };
  }
}
