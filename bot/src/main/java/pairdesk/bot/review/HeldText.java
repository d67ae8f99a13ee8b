package pairdesk.bot.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.Card;
import pairdesk.bot.position.HeldLeg;
import pairdesk.bot.position.Holding;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.render.Table;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.persistence.Markets;

/**
 * What is held, in words and small tables.
 *
 * @param titles of the markets; others are shown by their code
 */
public record HeldText(Map<MarketId, Markets.Stored> titles, Texts texts) {
  private static final int TITLE = 80;
  private static final int MOST_NUMBERS = 5;

  public HeldText {
    titles = Map.copyOf(titles);
  }

  /** Of a pair, with a button to its details. */
  public Card.Entry entry(Holding holding, Mode mode) {
    String text =
        (holding.unhedged().isZero() ? "" : "🔴 ")
            + "**"
            + name(holding, texts)
            + "** "
            + Shown.line(title(holding.legs().getFirst()), TITLE)
            + state(holding)
            + "\n"
            + table(holding.legs(), 6).text(600, texts)
            + sums(holding);
    var details =
        new Button(
            HeldAction.id(holding.id(), mode),
            texts.say("candidate.details"),
            Button.Style.SECONDARY,
            true);
    return new Card.Entry(text, details);
  }

  /** Of instruments that belong to no pair. */
  public Card.Entry entry(List<HeldLeg> alone) {
    var table =
        new Table(
            Table.Column.left("", 14),
            Table.Column.left(texts.say("column.alone"), 18),
            Table.Column.right(texts.say("column.shares"), 9),
            Table.Column.right(texts.say("column.average"), 7));
    for (HeldLeg leg : alone) {
      table.row(instrument(leg), title(leg), leg.shares().toString(), "$" + leg.average());
    }
    return new Card.Entry(table.text(700, texts), null);
  }

  private Table table(List<HeldLeg> legs, int most) {
    var table =
        new Table(
            Table.Column.left("", 14),
            Table.Column.right(texts.say("column.shares"), 9),
            Table.Column.right(texts.say("column.average"), 7),
            Table.Column.right(texts.say("column.bid"), 7));
    legs.stream()
        .limit(most)
        .forEach(leg ->
            table.row(
                instrument(leg),
                leg.shares().toString(),
                "$" + leg.average(),
                leg.mark().map(price -> "$" + price).orElse("–")));
    return table;
  }

  static String name(Holding holding, Texts texts) {
    String numbers =
        holding.pairs().stream()
            .limit(MOST_NUMBERS)
            .map(pair -> pair.id().toString())
            .collect(Collectors.joining(", "));
    return holding.pairs().size() == 1
        ? texts.say("held.pair", numbers)
        : texts.say("held.pairs", numbers + (holding.pairs().size() > MOST_NUMBERS ? ", …" : ""));
  }

  /** Whatever is not simply approved. */
  private String state(Holding holding) {
    String states =
        holding.pairs().stream()
            .map(Pair::status)
            .filter(status -> status != PairStatus.APPROVED)
            .distinct()
            .map(status -> texts.name("pair.state", status))
            .collect(Collectors.joining(", "));
    return states.isEmpty() ? "" : " · " + states;
  }

  private String sums(Holding holding) {
    String locked =
        holding.matched().isZero()
            ? texts.say("held.nothingMatched")
            : texts.say(
                "held.locked",
                Numbers.exactSigned(holding.locked()),
                Numbers.shares(holding.matched(), texts));
    return holding.unhedged().isZero()
        ? locked
        : texts.say(
            "held.open",
            Numbers.shares(holding.unhedged(), texts),
            Numbers.exact(holding.unhedgedCost()),
            locked);
  }

  private String title(HeldLeg leg) {
    MarketId market = leg.instrument().market();
    Markets.Stored stored = titles.get(market);
    return stored == null ? market.code() : stored.title();
  }

  static String instrument(HeldLeg leg) {
    return leg.instrument().venue().label() + " " + leg.instrument().outcome();
  }
}
