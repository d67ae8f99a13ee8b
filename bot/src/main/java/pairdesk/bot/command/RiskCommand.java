package pairdesk.bot.command;

import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Table;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.money.Usd;
import pairdesk.engine.risk.Cap;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;

/** The limits of gate and breakers, and how much of them is used. */
final class RiskCommand implements SlashCommand {
  private final Desk desk;

  RiskCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "risk",
        "The limits, what was changed while the desk ran, and how much is used",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(),
        "/risk");
  }

  @Override
  public Answer answer(Input input) {
    EngineView view = desk.view();
    EngineView.SetLimits limits = view.desk().limits();
    EngineView.Risk risk = view.wealth().risk();
    Limits.Open open = limits.inForce().capital().open();
    return Answer.toCaller(
        Card.of(Tone.INFO, "Limits", table(limits).text(Card.TEXT_LIMIT))
            .with("Capital", Numbers.dollars(risk.capital()))
            .with("Unhedged", used(risk.unhedged(), open.unhedged(), risk.capital()))
            .with("Open risk", used(risk.openRisk(), open.openRisk(), risk.capital()))
            .with("Today at worst", Numbers.signed(risk.dayLoss()))
            .withFooter("An admin changes them with /set_limit; a tripped breaker stays tripped."));
  }

  private static Table table(EngineView.SetLimits limits) {
    var table =
        new Table(
            Table.Column.left("limit", 16),
            Table.Column.right("now", 12),
            Table.Column.right("setting", 12));
    for (Dial dial : Dial.values()) {
      long now = dial.read(limits.inForce());
      long set = dial.read(limits.settings());
      table.row(dial.title(), dial.text(now), now == set ? "the same" : dial.text(set));
    }
    return table;
  }

  private static String used(Usd used, Cap cap, Usd capital) {
    return Numbers.dollars(used) + " of " + Numbers.dollars(cap.at(capital));
  }
}
