package pairdesk.bot.command;

import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;

/** Which of both accounts a command shows: the real one where nothing is said. */
final class AccountOption {
  private static final String NAME = "account";

  private AccountOption() {}

  static Option option() {
    return Option.choice(NAME, "Which account (default: real)", "real", "paper");
  }

  /** The mode whose trades belong to the account that was asked for. */
  static Mode asked(Input input) {
    return input.text(NAME).orElse("real").equals("paper") ? Mode.PAPER : Mode.LIVE;
  }

  static EngineView.Wealth wealth(EngineView view, Mode mode) {
    return mode == Mode.PAPER ? view.paper().wealth() : view.wealth();
  }

  /** Before the title of everything that is not real. */
  static String mark(Mode mode) {
    return mode == Mode.PAPER ? "PAPER · " : "";
  }
}
