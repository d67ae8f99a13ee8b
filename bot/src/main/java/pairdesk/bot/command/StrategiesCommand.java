package pairdesk.bot.command;

import java.util.List;
import java.util.TreeSet;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.risk.Limits;

/** What looks for opportunities, how far each may go, and what came of it. */
final class StrategiesCommand implements SlashCommand {
  private final Desk desk;

  StrategiesCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "strategies",
        "What looks for gaps: on or off, mode, least edge and size, what came of it",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(),
        "/strategies");
  }

  @Override
  public Answer answer(Input input) {
    EngineView view = desk.view();
    Limits.Quality quality = view.desk().limits().inForce().quality();
    var names = new TreeSet<>(quality.floors().keySet());
    names.addAll(desk.strategies());
    Texts texts = input.texts();
    Card card = Card.of(Tone.INFO, texts.say("strategies.title", desk.strategies().size()), "");
    for (String name : names) {
      card =
          card.withLine(
              title(name, view.desk().controls().mode(), texts), says(name, view, quality, texts));
    }
    return Answer.toCaller(card);
  }

  private String title(String name, Mode mode, Texts texts) {
    return desk.strategies().contains(name)
        ? "🟢 " + texts.say("strategies.on", name, mode)
        : "⚪ " + texts.say("strategies.off", name);
  }

  private static String says(String name, EngineView view, Limits.Quality quality, Texts texts) {
    Limits.Floor floor = quality.floor(name);
    List<PnlDay> days =
        view.wealth().pnl().stream().filter(day -> day.strategy().equals(name)).toList();
    Usd realised = days.stream().map(PnlDay::realised).reduce(Usd.ZERO, Usd::plus);
    Usd fees = days.stream().map(PnlDay::fees).reduce(Usd.ZERO, Usd::plus);
    return String.join(
        "\n",
        texts.say("strategies.floor", floor.minNetEdge(), Numbers.shares(floor.minShares(), texts)),
        texts.say(
            "strategies.executions",
            executions(name, view, Mode.LIVE),
            executions(name, view, Mode.PAPER)),
        texts.say("strategies.profit", Numbers.signed(realised), Numbers.dollars(fees)));
  }

  private static long executions(String name, EngineView view, Mode mode) {
    return view.trading().executions().stream()
        .filter(execution -> execution.mode() == mode)
        .map(ExecutionSnapshot::strategy)
        .filter(name::equals)
        .count();
  }
}
