package pairdesk.bot.command;

import java.util.ArrayList;
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
import pairdesk.bot.console.Pages;
import pairdesk.bot.console.Tone;
import pairdesk.bot.position.HeldLeg;
import pairdesk.bot.position.Holding;
import pairdesk.bot.position.Holdings;
import pairdesk.bot.position.Marks;
import pairdesk.bot.position.Totals;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.review.HeldText;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.persistence.Markets;

/** What we hold, pair by pair, unhedged first, with totals that are the sums of all rows. */
final class PositionsCommand extends PagedCommand {
  private static final int ON_PAGE = 5;

  /** Instruments of no pair that share an entry. */
  private static final int ALONE = 6;

  PositionsCommand(Desk desk) {
    super(desk);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "positions",
        "What we hold of each pair, what of it is locked in, and what is unhedged",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(AccountOption.option(), PublicOption.option()),
        "/positions account:paper");
  }

  @Override
  Page page(Input input, int wanted) {
    EngineView view = desk.view();
    Mode mode = AccountOption.asked(input, desk);
    EngineView.Wealth wealth = AccountOption.wealth(view, mode);
    Texts texts = input.texts();
    Holdings all =
        Holdings.of(
            wealth.positions(), desk.rows().pairs().inForce(), Marks.bids(view.desk().books()));
    List<Part> parts = parts(all);
    Pages pages = Pages.of(wanted, parts.size(), ON_PAGE);
    Totals totals = all.totals();
    String under = underWay(view, mode, texts);
    Card card =
        Card.of(
                totals.unhedged().isZero() && under.isEmpty() ? Tone.GOOD : Tone.BAD,
                AccountOption.mark(mode) + title(all, texts),
                state(totals, under, texts))
            .withEntries(entries(pages.cut(parts, ON_PAGE), mode, texts));
    return new Page(withSums(card, totals, wealth, texts), pages);
  }

  private static String title(Holdings all, Texts texts) {
    return texts.say(
        "positions.title",
        texts.count("pairs.count", all.pairs().size()),
        texts.count("positions.instruments", all.legs().count()));
  }

  private static String state(Totals totals, String underWay, Texts texts) {
    String held =
        totals.unhedged().isZero()
            ? texts.say("positions.hedged")
            : texts.say("positions.unhedged", Numbers.exact(totals.unhedged()));
    return underWay.isEmpty() ? held : held + "\n" + underWay;
  }

  /** One entry of the list: a pair, or some instruments that belong to none. */
  private sealed interface Part {
    record OfPair(Holding holding) implements Part {}

    record Alone(List<HeldLeg> legs) implements Part {}
  }

  private static List<Part> parts(Holdings all) {
    var parts = new ArrayList<Part>();
    all.pairs().forEach(holding -> parts.add(new Part.OfPair(holding)));
    for (int from = 0; from < all.alone().size(); from += ALONE) {
      int to = Math.min(from + ALONE, all.alone().size());
      parts.add(new Part.Alone(all.alone().subList(from, to)));
    }
    return parts;
  }

  private List<Card.Entry> entries(List<Part> parts, Mode mode, Texts texts) {
    if (parts.isEmpty()) {
      return List.of(new Card.Entry(texts.say("positions.none"), null));
    }
    Map<MarketId, Markets.Stored> titles =
        desk.rows()
            .markets()
            .titles(
                parts.stream()
                    .flatMap(part -> legs(part).stream())
                    .map(leg -> leg.instrument().market())
                    .collect(Collectors.toSet()));
    var text = new HeldText(titles, texts);
    return parts.stream()
        .map(part ->
            switch (part) {
              case Part.OfPair(var holding) -> text.entry(holding, mode);
              case Part.Alone(var legs) -> text.entry(legs);
            })
        .toList();
  }

  private static List<HeldLeg> legs(Part part) {
    return switch (part) {
      case Part.OfPair(var holding) -> holding.legs();
      case Part.Alone(var legs) -> legs;
    };
  }

  private static Card withSums(Card card, Totals totals, EngineView.Wealth wealth, Texts texts) {
    Card sums =
        card.with(texts.say("positions.cost"), Numbers.exact(totals.cost()))
            .with(texts.say("pnl.fees"), Numbers.exact(totals.fees()))
            .with(texts.say("positions.payout"), Numbers.exact(totals.payout()))
            .with(texts.say("pnl.locked"), Numbers.exactSigned(totals.locked()))
            .with(texts.say("risk.unhedged"), Numbers.exact(totals.unhedged()))
            .with(texts.say("positions.alone"), Numbers.exact(totals.alone()))
            .with(texts.say("positions.atBids"), worth(totals.worth(), texts));
    for (var cash : cash(wealth).entrySet()) {
      sums =
          sums.with(
              texts.say("positions.cash", cash.getKey().label()), Numbers.dollars(cash.getValue()));
    }
    return wealth.winnings().isEmpty()
        ? sums
        : sums.withLine(texts.say("positions.won"), won(wealth, texts));
  }

  private static String worth(Totals.Worth worth, Texts texts) {
    return worth.unmarked() == 0
        ? Numbers.exact(worth.known())
        : texts.count("positions.unmarked", worth.unmarked(), Numbers.exact(worth.known()));
  }

  /** Per venue, all shards together. */
  private static SortedMap<VenueId, Usd> cash(EngineView.Wealth wealth) {
    return wealth.cash().stream()
        .collect(
            Collectors.toMap(CashPosition::venue, CashPosition::total, Usd::plus, TreeMap::new));
  }

  private static String won(EngineView.Wealth wealth, Texts texts) {
    List<String> lines =
        wealth.winnings().stream()
            .map(won ->
                texts.say(
                    "positions.wonLine",
                    Numbers.dollars(won.claim().worth()),
                    Shown.line(won.claim().market().code(), 30),
                    Shown.line(won.note(), 200)))
            .toList();
    return Lines.fit(lines, WON, texts);
  }

  private static final int WON = 400;
  private static final int UNDER_WAY = 400;

  /** Executions that are uneven at this moment; empty when there is none. */
  private static String underWay(EngineView view, Mode mode, Texts texts) {
    List<String> lines =
        view.trading().executions().stream()
            .filter(e -> e.mode() == mode && !e.state().isClosed() && !e.unhedged().isZero())
            .map(execution -> line(execution, texts))
            .toList();
    return Lines.fit(lines, UNDER_WAY, texts);
  }

  private static String line(ExecutionSnapshot execution, Texts texts) {
    return texts.say(
        "positions.underWay",
        execution.id(),
        Numbers.shares(execution.unhedged(), texts),
        execution.state());
  }
}
