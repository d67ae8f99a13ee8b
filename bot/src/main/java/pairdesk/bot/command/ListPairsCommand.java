package pairdesk.bot.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
import pairdesk.bot.console.Menu;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.Pages;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.render.Table;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.persistence.Pairs;

/** Pairs by state, each with what it would earn, when it closes and what is held; opens one. */
final class ListPairsCommand extends PagedCommand {
  private static final int MOST = 500;
  private static final int ON_PAGE = Menu.MOST;
  private static final int TITLE = 80;
  private static final String UNKNOWN = "–";

  /** Month and day of UTC. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  ListPairsCommand(Desk desk) {
    super(desk);
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
            Option.text("search", "Words of the title"),
            Option.choice(
                "sort",
                "What comes first: best score (default), best edge, next close, largest profit",
                PairOrder.words()),
            AccountOption.option(),
            PublicOption.option()),
        "/list_pairs sort:edge");
  }

  @Override
  Page page(Input input, int wanted) {
    String state = input.text("state").orElse("active");
    PairOrder order = PairOrder.of(input.text("sort").orElse(PairOrder.SCORE.word()));
    Mode mode = AccountOption.asked(input, desk);
    var figures = new PairFigures(desk, AccountOption.wealth(desk.view(), mode));
    List<Pairs.Listed> pairs = order.sorted(found(input, state), figures);
    Pages pages = Pages.of(wanted, pairs.size(), ON_PAGE);
    List<Pairs.Listed> shown = pages.cut(pairs, ON_PAGE);
    Texts texts = input.texts();
    String title = AccountOption.mark(mode) + count(pairs.size(), texts) + " · " + state;
    if (shown.isEmpty()) {
      return new Page(Card.of(Tone.INFO, title, texts.say("pairs.none")), pages);
    }
    Table table =
        order == PairOrder.PNL ? earned(shown, figures, texts) : held(shown, figures, texts);
    return new Page(
        Card.of(Tone.INFO, title, table.text(Card.TEXT_LIMIT, texts)), pages, menu(shown, texts));
  }

  private List<Pairs.Listed> found(Input input, String state) {
    String search = input.text("search").orElse("").toLowerCase(Locale.ROOT);
    return desk.rows().pairs().list(states(state), MOST).stream()
        .filter(
            p -> (p.leftTitle() + " " + p.rightTitle()).toLowerCase(Locale.ROOT).contains(search))
        .toList();
  }

  private static Table held(List<Pairs.Listed> pairs, PairFigures figures, Texts texts) {
    var table =
        new Table(
            Table.Column.right("#", 5),
            Table.Column.left(texts.say("column.question"), 12),
            Table.Column.left(texts.say("column.state"), 9),
            Table.Column.right(texts.say("column.edge"), 6),
            Table.Column.left(texts.say("column.closes"), 5),
            Table.Column.right(texts.say("column.held"), 9));
    for (Pairs.Listed listed : pairs) {
      Pair pair = listed.pair();
      table.row(
          pair.id().toString(),
          listed.leftTitle(),
          texts.name("pair.state", pair.status()),
          edge(pair, figures),
          figures.closes(pair).map(DAY::format).orElse(UNKNOWN),
          Numbers.dollars(figures.held(pair)));
    }
    return table;
  }

  private static Table earned(List<Pairs.Listed> pairs, PairFigures figures, Texts texts) {
    var table =
        new Table(
            Table.Column.right("#", 5),
            Table.Column.left(texts.say("column.question"), 14),
            Table.Column.left(texts.say("column.state"), 9),
            Table.Column.right(texts.say("column.edge"), 6),
            Table.Column.right(texts.say("column.pnl"), 12));
    for (Pairs.Listed listed : pairs) {
      Pair pair = listed.pair();
      table.row(
          pair.id().toString(),
          listed.leftTitle(),
          texts.name("pair.state", pair.status()),
          edge(pair, figures),
          Numbers.signed(figures.earned(pair)));
    }
    return table;
  }

  private static String edge(Pair pair, PairFigures figures) {
    return figures.edge(pair).map(Numbers::percent).orElse(UNKNOWN);
  }

  private static Menu menu(List<Pairs.Listed> pairs, Texts texts) {
    return new Menu(
        "list_pairs",
        texts.say("pairs.open"),
        pairs.stream().map(listed -> choice(listed, texts)).toList());
  }

  private static Menu.Choice choice(Pairs.Listed listed, Texts texts) {
    PairId id = listed.pair().id();
    return new Menu.Choice(
        PairCommand.id(id),
        id + " · " + Shown.plain(listed.leftTitle(), TITLE),
        texts.name("pair.state", listed.pair().status())
            + " · "
            + texts.say("pairs.score", listed.score()));
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
