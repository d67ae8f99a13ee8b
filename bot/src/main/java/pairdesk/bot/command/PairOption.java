package pairdesk.bot.command;

import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.engine.market.PairId;
import pairdesk.persistence.Pairs;

/** The option {@code pair}: its number, with suggestions by title. */
final class PairOption {
  static final String NAME = "pair";

  private PairOption() {}

  static Option option(String description) {
    return Option.text(NAME, description).completing();
  }

  /**
   * @throws BadInput when there is no such pair
   */
  static Pairs.Listed read(Desk desk, Input input) {
    String text = input.text(NAME).orElse("");
    if (!text.matches("[1-9]\\d{0,17}")) {
      throw BadInput.of("pair.number");
    }
    PairId id = new PairId(Long.parseLong(text));
    return desk.rows().pairs().find(id).orElseThrow(() -> BadInput.of("pair.none", id));
  }
}
