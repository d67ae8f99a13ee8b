package pairdesk.bot.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairStatus;
import pairdesk.persistence.Pairs;

/** Pairs by state. */
final class ListPairsCommand extends PagedCommand {
  private static final int MOST = 500;
  private static final int ON_PAGE = 25;

  private final Desk desk;

  ListPairsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "list_pairs",
        "Pairs and how they stand",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(
            Option.choice(
                "state",
                "Which (default: active)",
                "active",
                "pending",
                "rejected",
                "expired",
                "all"),
            Option.text("search", "Words of the title")),
        "/list_pairs state:pending");
  }

  @Override
  Page page(Input input, int wanted) {
    String state = input.text("state").orElse("active");
    String search = input.text("search").orElse("").toLowerCase(Locale.ROOT);
    List<Pairs.Listed> pairs =
        desk.rows().pairs().list(states(state), MOST).stream()
            .filter(p ->
                (p.leftTitle() + " " + p.rightTitle()).toLowerCase(Locale.ROOT).contains(search))
            .toList();
    Pages pages = Pages.of(wanted, pairs.size(), ON_PAGE);
    Texts texts = input.texts();
    var table =
        new Table(
            Table.Column.right("#", 6),
            Table.Column.left(texts.say("column.question"), 30),
            Table.Column.right(texts.say("column.score"), 5),
            Table.Column.left(texts.say("column.state"), 9));
    for (Pairs.Listed listed : pages.cut(pairs, ON_PAGE)) {
      table.row(
          listed.pair().id().toString(),
          listed.leftTitle(),
          Integer.toString(listed.score()),
          texts.name("pair.state", listed.pair().status()));
    }
    String text = table.isEmpty() ? texts.say("pairs.none") : table.text(Card.TEXT_LIMIT, texts);
    return new Page(Card.of(Tone.INFO, count(pairs.size(), texts) + " · " + state, text), pages);
  }

  private static String count(int pairs, Texts texts) {
    return pairs == MOST ? texts.say("pairs.best", MOST) : texts.count("pairs.count", pairs);
  }

  private static Set<PairStatus> states(String state) {
    return switch (state) {
      case "pending" -> EnumSet.of(PairStatus.PROPOSED);
      case "rejected" -> EnumSet.of(PairStatus.REJECTED);
      case "expired" -> EnumSet.of(PairStatus.EXPIRED);
      case "all" -> EnumSet.allOf(PairStatus.class);
      default -> EnumSet.of(PairStatus.APPROVED, PairStatus.PAUSED, PairStatus.SUSPENDED);
    };
  }
}
