package pairdesk.bot.review;

import java.util.ArrayList;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.position.HeldLeg;
import pairdesk.bot.position.Holding;
import pairdesk.bot.position.Holdings;
import pairdesk.bot.position.Marks;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairId;

/** Details of what is held of a pair: how its locked profit comes about, to the last fraction. */
final class HeldAction implements ButtonAction {
  private static final String HELD = "held";

  private final Desk desk;

  HeldAction(Desk desk) {
    this.desk = desk;
  }

  static ButtonId id(PairId pair, Mode account) {
    return ButtonId.of(HELD, pair, account);
  }

  @Override
  public Set<String> actions() {
    return Set.of(HELD);
  }

  @Override
  public Role role() {
    return Role.VIEWER;
  }

  @Override
  public Answer.Audience audience() {
    return Answer.Audience.CALLER;
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    if (!String.join(":", id.arguments()).matches("[1-9]\\d{0,17}:(LIVE|PAPER)")) {
      throw BadInput.of("button.staleAsk", "/positions");
    }
    var pair = new PairId(Long.parseLong(id.arguments().getFirst()));
    boolean paper = id.arguments().getLast().equals(Mode.PAPER.name());
    EngineView view = desk.view();
    EngineView.Wealth wealth = paper ? view.paper().wealth() : view.wealth();
    return Holdings.of(
            wealth.positions(), desk.rows().pairs().inForce(), Marks.bids(view.desk().books()))
        .of(pair)
        .map(holding -> Answer.toCaller(card(holding, paper, caller.texts())))
        .orElseThrow(() -> BadInput.of("held.none", pair));
  }

  private static Card card(Holding holding, boolean paper, Texts texts) {
    Card card =
        Card.of(
            holding.unhedged().isZero() ? Tone.GOOD : Tone.BAD,
            (paper ? "PAPER · " : "") + texts.say("held.title", HeldText.name(holding, texts)),
            "");
    for (HeldLeg leg : holding.legs().stream().limit(Card.FIELD_LIMIT - 4).toList()) {
      card = card.withLine(HeldText.instrument(leg), leg(leg, texts));
    }
    return card.with(texts.say("positions.payout"), Numbers.exact(holding.payout()))
        .with(texts.say("pnl.locked"), Numbers.exactSigned(holding.locked()))
        .with(texts.say("risk.unhedged"), Numbers.exact(holding.unhedgedCost()));
  }

  private static String leg(HeldLeg leg, Texts texts) {
    var lines = new ArrayList<String>();
    lines.add(
        texts.say(
            "held.leg",
            leg.shares(),
            leg.position().provisional(),
            Numbers.exact(leg.position().cost()),
            Numbers.exact(leg.position().fees()),
            Numbers.exactSigned(leg.position().realised())));
    lines.add(
        texts.say(
            "held.matched",
            leg.matched(),
            Numbers.exact(leg.matchedCost()),
            Numbers.exact(leg.matchedFees())));
    if (!leg.open().isZero()) {
      lines.add(texts.say("held.unhedged", leg.open(), Numbers.exact(leg.openCost())));
    }
    String unknown = texts.say("held.unknown");
    lines.add(
        texts.say(
            "held.bid",
            leg.mark().map(price -> "$" + price).orElse(unknown),
            leg.worth().map(Numbers::exact).orElse(unknown)));
    return String.join("\n", lines);
  }
}
