package pairdesk.bot.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.render.Table;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.Position;
import pairdesk.persistence.Markets;

/** What we hold, unhedged first, with totals that are the sums of the rows. */
final class PositionsCommand implements SlashCommand {
  /** More rows than fit into a card. */
  private static final int MOST_SHOWN = 100;

  private final Desk desk;

  PositionsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "positions",
        "What we hold, at what cost, and what is unhedged",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(AccountOption.option()),
        "/positions account:paper");
  }

  @Override
  public Answer answer(Input input) {
    EngineView view = desk.view();
    Mode mode = AccountOption.asked(input);
    EngineView.Wealth wealth = AccountOption.wealth(view, mode);
    List<Position> held =
        wealth.positions().stream()
            .filter(p -> !p.quantity().isZero())
            .sorted(Comparator.comparing(Position::instrument))
            .toList();
    Usd cost = held.stream().map(Position::cost).reduce(Usd.ZERO, Usd::plus);
    Usd fees = held.stream().map(Position::fees).reduce(Usd.ZERO, Usd::plus);
    Card card =
        Card.of(
            wealth.risk().unhedged().isZero() ? Tone.GOOD : Tone.BAD,
            AccountOption.mark(mode) + "Positions · " + held.size() + " instruments",
            held.isEmpty() ? "Nothing is held." : table(held).text(3_600));
    card = card.withLine("Unhedged", unhedged(view, mode));
    if (!wealth.winnings().isEmpty()) {
      card = card.withLine("Won, not paid yet", won(wealth));
    }
    card = card.with("Cost", Numbers.dollars(cost)).with("Fees", Numbers.dollars(fees));
    for (var cash : cash(wealth).entrySet()) {
      card = card.with("Cash " + cash.getKey().label(), Numbers.dollars(cash.getValue()));
    }
    return Answer.toCaller(card);
  }

  /** Per venue, all shards together. */
  private static SortedMap<VenueId, Usd> cash(EngineView.Wealth wealth) {
    return wealth.cash().stream()
        .collect(
            Collectors.toMap(CashPosition::venue, CashPosition::total, Usd::plus, TreeMap::new));
  }

  private Table table(List<Position> held) {
    Map<MarketId, Markets.Stored> titles =
        desk.rows()
            .markets()
            .titles(
                held.stream()
                    .limit(MOST_SHOWN)
                    .map(p -> p.instrument().market())
                    .collect(Collectors.toSet()));
    var table =
        new Table(
            Table.Column.left("", 1),
            Table.Column.left("market", 25),
            Table.Column.left("", 3),
            Table.Column.right("shares", 9),
            Table.Column.right("average", 8));
    for (Position position : held) {
      MarketId market = position.instrument().market();
      Markets.Stored stored = titles.get(market);
      table.row(
          market.venue().label().substring(0, 1),
          stored == null ? market.code() : stored.title(),
          position.instrument().outcome().name(),
          position.quantity().toString(),
          Numbers.average(position.cost(), position.quantity()));
    }
    return table;
  }

  private static String won(EngineView.Wealth wealth) {
    List<String> lines =
        wealth.winnings().stream()
            .map(won ->
                "%s of %s: %s"
                    .formatted(
                        Numbers.dollars(won.claim().worth()),
                        Shown.line(won.claim().market().code(), 30),
                        Shown.line(won.note(), 200)))
            .toList();
    return Lines.fit(lines, Card.FIELD_VALUE_LIMIT);
  }

  private static String unhedged(EngineView view, Mode mode) {
    List<String> lines =
        view.trading().executions().stream()
            .filter(e -> e.mode() == mode && !e.state().isClosed() && !e.unhedged().isZero())
            .map(PositionsCommand::line)
            .toList();
    return lines.isEmpty()
        ? "nothing: every leg has its counterpart"
        : Lines.fit(lines, Card.FIELD_VALUE_LIMIT);
  }

  private static String line(ExecutionSnapshot execution) {
    return "🔴 execution %s: %s without a counterpart · %s"
        .formatted(execution.id(), Numbers.shares(execution.unhedged()), execution.state().name());
  }
}
