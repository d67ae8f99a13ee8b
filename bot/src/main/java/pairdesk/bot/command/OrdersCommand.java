package pairdesk.bot.command;

import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.Pages;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Table;
import pairdesk.bot.review.AskCancelAction;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered;
import pairdesk.persistence.History;

/** Orders, newest first; those that rest can be cancelled one by one. */
final class OrdersCommand extends PagedCommand {
  private static final int USUAL = 20;
  private static final int ON_PAGE = 25;

  OrdersCommand(Desk desk) {
    super(desk);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "orders",
        "Orders that were sent, newest first; one that rests can be chosen and cancelled",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(
            Option.choice("state", "Which (default: all)", "all", "open"),
            Option.number("limit", "How many (default 20)", 1, 100),
            AccountOption.option()),
        "/orders state:open");
  }

  @Override
  Page page(Input input, int wanted) {
    boolean onlyOpen = input.text("state").orElse("all").equals("open");
    int limit = Math.toIntExact(input.number("limit", USUAL));
    Mode mode = AccountOption.asked(input, desk);
    History history = desk.rows().history();
    List<Recovered.StoredOrder> orders =
        onlyOpen ? history.openOrders(mode, limit) : history.orders(mode, limit);
    Pages pages = Pages.of(wanted, orders.size(), ON_PAGE);
    Texts texts = input.texts();
    var table =
        new Table(
            Table.Column.left("", 1),
            Table.Column.left(texts.say("column.why"), 6),
            Table.Column.left(texts.say("column.side"), 8),
            Table.Column.right(texts.say("column.filled"), 7),
            Table.Column.right(texts.say("column.of"), 6),
            Table.Column.right(texts.say("column.price"), 6),
            Table.Column.left(texts.say("column.state"), 10));
    List<Recovered.StoredOrder> shown = pages.cut(orders, ON_PAGE);
    for (Recovered.StoredOrder order : shown) {
      var intent = order.intent();
      table.row(
          intent.instrument().venue().label().substring(0, 1),
          intent.origin().purpose().name(),
          intent.terms().side() + " " + intent.instrument().outcome(),
          order.filled().toString(),
          intent.terms().quantity().toString(),
          intent.terms().limit().toString(),
          order.state().name());
    }
    return new Page(
        Card.of(
            Tone.INFO,
            AccountOption.mark(mode)
                + texts.say(onlyOpen ? "orders.open" : "orders.newest", orders.size()),
            table.isEmpty() ? texts.say("orders.none") : table.text(Card.TEXT_LIMIT, texts)),
        pages,
        AskCancelAction.menu(desk, shown, texts));
  }
}
