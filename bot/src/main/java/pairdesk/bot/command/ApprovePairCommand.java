package pairdesk.bot.command;

import java.util.EnumSet;
import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Matches;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.render.Shown;
import pairdesk.bot.review.Decisions;
import pairdesk.bot.review.Proposing;
import pairdesk.bot.review.Terms;
import pairdesk.bot.text.Texts;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.PairStatus;
import pairdesk.matching.review.PairProposal;
import pairdesk.persistence.Pairs;

/** Approves a candidate, or two markets named by hand. */
final class ApprovePairCommand implements SlashCommand {
  private final Desk desk;
  private final PairIndex index;
  private final Matches matches;
  private final Decisions decisions;

  ApprovePairCommand(Desk desk, Matches matches, PairIndex index) {
    this.index = index;
    this.desk = desk;
    this.matches = matches;
    this.decisions = new Decisions(desk);
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "approve_pair",
        "Approve a pair: from now on its gaps are traded",
        Role.OPERATOR,
        Answer.Audience.CHANNEL,
        List.of(
            PairOption.option("Number of the candidate"),
            Option.text("kalshi", "Kalshi ticker, with polymarket, instead of a number"),
            Option.text("polymarket", "Polymarket condition id (0x…)"),
            Option.text(Terms.MAX, "Largest trade in dollars (default: as /risk says)"),
            Option.number(Terms.DAYS, "The approval ends after so many days", 1, 1_000),
            Option.text(Terms.NOTE, "Why, for the record")),
        "/approve_pair pair:42 max:$500 days:30");
  }

  @Override
  public List<Suggestion> suggest(String option, String typed, Texts texts) {
    return index.suggest(EnumSet.of(PairStatus.PROPOSED), typed);
  }

  @Override
  public Answer answer(Input input) {
    boolean byHand = input.text("kalshi").isPresent() || input.text("polymarket").isPresent();
    Pairs.Listed listed = byHand ? byHand(input) : byNumber(input);
    return PairChange.answer(
        desk,
        input,
        decisions.approve(
            input.caller(),
            listed.pair(),
            Terms.read(input.options(), desk.clock().instant()),
            Terms.note(input.options())));
  }

  private Pairs.Listed byNumber(Input input) {
    Pairs.Listed listed = PairOption.read(desk, input);
    if (listed.pair().status() == PairStatus.SUSPENDED) {
      throw BadInput.of("approve.edited", listed.pair().id());
    }
    return listed;
  }

  private Pairs.Listed byHand(Input input) {
    MarketId kalshi = MarketId.kalshi(need(input, "kalshi", "KXBTCD-26DEC3117-T99999.99"));
    MarketId polymarket = MarketId.polymarket(need(input, "polymarket", "0x8bf1c1536e…"));
    Market left = known(kalshi);
    Market right = known(polymarket);
    PairProposal proposal =
        matches.compare(kalshi, polymarket).orElseThrow(() -> BadInput.of("approve.gone"));
    if (!proposal.vetoes().isEmpty()) {
      throw BadInput.of(
          "approve.contradict", Shown.line(proposal.vetoes().getFirst().reason(), 200));
    }
    return Proposing.store(desk, proposal, left, right);
  }

  private Market known(MarketId id) {
    return desk.market(id)
        .orElseThrow(
            () -> BadInput.of("approve.noMarket", id.venue().label(), Shown.code(id.code(), 100)));
  }

  private static String need(Input input, String option, String example) {
    return input.text(option).orElseThrow(() -> BadInput.of("option.missingToo", option, example));
  }
}
