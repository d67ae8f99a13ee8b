package pairdesk.bot.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.Pages;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Table;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.market.PairId;

/** Trades of both legs, newest first. */
final class ExecutionsCommand extends PagedCommand {
  private static final int USUAL = 20;
  private static final int ON_PAGE = 25;

  ExecutionsCommand(Desk desk) {
    super(desk);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "executions",
        "Two-leg trades, newest first",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(
            Option.number("limit", "How many (default 20)", 1, 100),
            AccountOption.option(),
            PublicOption.option()),
        "/executions limit:50");
  }

  @Override
  Page page(Input input, int wanted) {
    Mode mode = AccountOption.asked(input, desk);
    List<ExecutionSnapshot> executions =
        desk.rows().history().executions(mode, Math.toIntExact(input.number("limit", USUAL)));
    Pages pages = Pages.of(wanted, executions.size(), ON_PAGE);
    Texts texts = input.texts();
    var table =
        new Table(
            Table.Column.right(texts.say("column.pair"), 6),
            Table.Column.left(texts.say("column.state"), 14),
            Table.Column.right(texts.say("column.shares"), 8),
            Table.Column.right(texts.say("column.expected"), 10),
            Table.Column.right(texts.say("column.realised"), 10));
    for (ExecutionSnapshot execution : pages.cut(executions, ON_PAGE)) {
      table.row(
          pair(execution.pair()),
          execution.state().name(),
          execution.planned().toString(),
          Numbers.signed(execution.result().expected()),
          Numbers.signed(execution.result().realised()));
    }
    return new Page(
        Card.of(
            Tone.INFO,
            AccountOption.mark(mode) + texts.say("executions.title", executions.size()),
            table.isEmpty() ? texts.say("executions.none") : table.text(Card.TEXT_LIMIT, texts)),
        pages);
  }

  private static String pair(@Nullable PairId pair) {
    return pair == null ? "–" : pair.toString();
  }
}
