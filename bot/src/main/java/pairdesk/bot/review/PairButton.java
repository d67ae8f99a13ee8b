package pairdesk.bot.review;

import java.util.List;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Desk;
import pairdesk.engine.market.PairId;
import pairdesk.persistence.Pairs;

/** The arguments of a card's buttons: which pair, and which revision of its rules was shown. */
final class PairButton {
  private PairButton() {}

  static ButtonId of(String action, Pairs.Listed listed) {
    return ButtonId.of(action, arguments(listed));
  }

  static Object[] arguments(Pairs.Listed listed) {
    return new Object[] {listed.pair().id(), CandidateCard.revision(listed.pair().rulesHash())};
  }

  /**
   * @throws BadInput when there is no such pair, or other rules were shown
   */
  static Pairs.Listed read(Desk desk, List<String> arguments) {
    if (arguments.size() != 2 || !arguments.getFirst().matches("[1-9]\\d{0,17}")) {
      throw BadInput.of("button.staleAsk", "/find_matches");
    }
    PairId pair = new PairId(Long.parseLong(arguments.getFirst()));
    Pairs.Listed listed =
        desk.rows().pairs().find(pair).orElseThrow(() -> BadInput.of("pair.none", pair));
    if (!CandidateCard.revision(listed.pair().rulesHash()).equals(arguments.get(1))) {
      throw BadInput.of("candidate.stale");
    }
    return listed;
  }
}
