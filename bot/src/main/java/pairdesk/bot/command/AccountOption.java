package pairdesk.bot.command;

import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;

/** Which of both accounts a command shows: the one that trades now, where nothing is said. */
final class AccountOption {
  static final String NAME = "account";

  private AccountOption() {}

  static Option option() {
    return Option.choice(
        NAME, "Which account (default: paper in PAPER mode, else real)", "real", "paper");
  }

  /** The mode whose trades belong to the account that is shown. */
  static Mode asked(Input input, Desk desk) {
    return input.text(NAME).map(AccountOption::named).orElseGet(() -> trading(desk));
  }

  private static Mode named(String account) {
    return account.equals("paper") ? Mode.PAPER : Mode.LIVE;
  }

  private static Mode trading(Desk desk) {
    return desk.view().desk().controls().mode() == Mode.PAPER ? Mode.PAPER : Mode.LIVE;
  }

  static EngineView.Wealth wealth(EngineView view, Mode mode) {
    return mode == Mode.PAPER ? view.paper().wealth() : view.wealth();
  }

  /** Whose it is, before the title of everything that belongs to an account. */
  static String mark(Mode mode) {
    return mode == Mode.PAPER ? "PAPER · " : "REAL · ";
  }
}
