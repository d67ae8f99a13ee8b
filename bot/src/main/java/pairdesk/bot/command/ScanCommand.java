package pairdesk.bot.command;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Matches;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Table;
import pairdesk.bot.review.EdgeNow;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;
import pairdesk.matching.review.PairProposal;
import pairdesk.persistence.Pairs;

/** Looks at everything now and changes nothing: what matches, and what the pairs would earn. */
final class ScanCommand implements SlashCommand {
  private static final int USUAL_SIMILARITY = 80;
  private static final int MOST_CANDIDATES = 500;
  private static final int MOST_PAIRS = 500;

  private final Desk desk;
  private final Matches matches;

  ScanCommand(Desk desk, Matches matches) {
    this.desk = desk;
    this.matches = matches;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "scan",
        "Look once at everything and change nothing: what matches, which pairs have a gap now",
        Role.OPERATOR,
        Answer.Audience.CALLER,
        List.of(Option.number("similarity", "Least score, 50 to 100 (default 80)", 50, 100)),
        "/scan similarity:80");
  }

  private record Gap(Pairs.Listed listed, Priced priced) {
    Ratio net() {
      return priced.edge().netRatio();
    }
  }

  @Override
  public Answer answer(Input input) {
    int similarity = Math.toIntExact(input.number("similarity", USUAL_SIMILARITY));
    Quantity shares = EdgeNow.smallest(desk);
    List<Pairs.Listed> approved =
        desk.rows().pairs().list(EnumSet.of(PairStatus.APPROVED), MOST_PAIRS);
    EdgeNow now = EdgeNow.followed(desk);
    List<Gap> gaps =
        approved.stream()
            .flatMap(listed ->
                now.best(listed.pair(), shares).map(priced -> new Gap(listed, priced)).stream())
            .sorted(Comparator.comparing(Gap::net).reversed())
            .toList();
    Texts texts = input.texts();
    Card card =
        Card.of(
            gaps.isEmpty() ? Tone.QUIET : Tone.INFO,
            texts.say("scan.title", gaps.size(), approved.size()),
            gaps.isEmpty() ? texts.say("scan.none") : table(gaps, texts));
    return Answer.toCaller(
        card.with(texts.say("edge.size"), Numbers.shares(shares, texts))
            .with(texts.say("scan.least"), least().toString())
            .withLine(texts.say("matches.title"), candidates(similarity, texts)));
  }

  private static String table(List<Gap> gaps, Texts texts) {
    var table =
        new Table(
            Table.Column.right(texts.say("column.pair"), 5),
            Table.Column.left(texts.say("column.question"), 24),
            Table.Column.right(texts.say("column.netPercent"), 8),
            Table.Column.right(texts.say("column.netDollars"), 9));
    for (Gap gap : gaps) {
      table.row(
          gap.listed().pair().id().toString(),
          gap.listed().leftTitle(),
          gap.net().toString(),
          Numbers.signed(gap.priced().edge().net()));
    }
    return table.text(3_600, texts);
  }

  private Ratio least() {
    return desk.view()
        .desk()
        .limits()
        .inForce()
        .quality()
        .floor(CrossVenueStrategy.NAME)
        .minNetEdge();
  }

  private String candidates(int similarity, Texts texts) {
    List<PairProposal> found = matches.find(similarity, MOST_CANDIDATES);
    var known =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    proposal -> state(desk.rows().pairs().find(proposal.left(), proposal.right())),
                    Collectors.counting()));
    return texts.say(
        "scan.candidates",
        found.size(),
        similarity,
        known.getOrDefault(Known.NEVER, 0L),
        known.getOrDefault(Known.OPEN, 0L),
        known.getOrDefault(Known.DECIDED, 0L));
  }

  private enum Known {
    NEVER,
    OPEN,
    DECIDED
  }

  private static Known state(Optional<Pairs.Listed> listed) {
    return listed
        .map(pair -> pair.pair().status() == PairStatus.PROPOSED ? Known.OPEN : Known.DECIDED)
        .orElse(Known.NEVER);
  }
}
