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
import pairdesk.bot.text.Texts;
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
    Texts texts = input.texts();
    Usd capital = risk.capital();
    return Answer.toCaller(
        Card.of(
                Tone.INFO,
                texts.say("risk.title"),
                table(limits, texts).text(Card.TEXT_LIMIT, texts))
            .with(texts.say("risk.capital"), Numbers.dollars(capital))
            .with(
                texts.say("risk.unhedged"), used(risk.unhedged(), open.unhedged(), capital, texts))
            .with(texts.say("risk.open"), used(risk.openRisk(), open.openRisk(), capital, texts))
            .with(texts.say("risk.today"), Numbers.signed(risk.dayLoss()))
            .withFooter(texts.say("risk.footer")));
  }

  private static Table table(EngineView.SetLimits limits, Texts texts) {
    var table =
        new Table(
            Table.Column.left(texts.say("column.limit"), 16),
            Table.Column.right(texts.say("column.now"), 12),
            Table.Column.right(texts.say("column.setting"), 12));
    for (Dial dial : Dial.values()) {
      long now = dial.read(limits.inForce());
      long set = dial.read(limits.settings());
      table.row(dial.title(), dial.text(now), now == set ? texts.say("risk.same") : dial.text(set));
    }
    return table;
  }

  private static String used(Usd used, Cap cap, Usd capital, Texts texts) {
    return texts.say("risk.used", Numbers.dollars(used), Numbers.dollars(cap.at(capital)));
  }
}
