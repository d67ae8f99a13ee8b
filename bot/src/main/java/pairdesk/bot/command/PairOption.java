package pairdesk.bot.command;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand.Suggestion;
import pairdesk.bot.render.Shown;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.persistence.Pairs;

/** The option {@code pair}: its number, with suggestions by title. */
final class PairOption {
  static final String NAME = "pair";
  private static final int LABEL = 80;
  private static final int MOST = 25;

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
      throw new BadInput(
          "`pair` wants the number of a pair, for example 42. `/list_pairs` shows them.");
    }
    PairId id = new PairId(Long.parseLong(text));
    return desk.rows()
        .pairs()
        .find(id)
        .orElseThrow(() -> new BadInput("There is no pair " + id + ". `/list_pairs` shows them."));
  }

  static List<Suggestion> suggest(Desk desk, Set<PairStatus> states, String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return desk.rows().pairs().list(states, 500).stream()
        .filter(listed -> label(listed).toLowerCase(Locale.ROOT).contains(wanted))
        .limit(MOST)
        .map(listed -> new Suggestion(label(listed), listed.pair().id().toString()))
        .toList();
  }

  private static String label(Pairs.Listed listed) {
    return listed.pair().id() + " · " + Shown.plain(listed.leftTitle(), LABEL);
  }
}
