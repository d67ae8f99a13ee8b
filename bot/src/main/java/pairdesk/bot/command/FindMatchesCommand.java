package pairdesk.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Matches;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.Places;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.notify.Messenger;
import pairdesk.bot.review.CandidateCard;
import pairdesk.bot.review.Proposing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.PairStatus;
import pairdesk.matching.review.PairProposal;
import pairdesk.persistence.Pairs;

/** Finds candidates and posts a card for each that nobody has decided on. */
final class FindMatchesCommand implements SlashCommand {
  private static final int USUAL_SIMILARITY = 80;
  private static final int USUAL_LIMIT = 10;
  private static final int MOST_CARDS = 25;
  private static final int MOST_CANDIDATES = 500;

  private final Desk desk;
  private final Matches matches;
  private final Messenger messenger;
  private final Places places;

  FindMatchesCommand(Desk desk, Matches matches, Messenger messenger, Places places) {
    this.desk = desk;
    this.matches = matches;
    this.messenger = messenger;
    this.places = places;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "find_matches",
        "Find the same question on both venues and post candidates",
        Role.OPERATOR,
        Answer.Audience.CHANNEL,
        List.of(
            Option.number("similarity", "Least score, 50 to 100 (default 80)", 50, 100),
            Option.number("limit", "Most cards to post, 1 to 25 (default 10)", 1, MOST_CARDS)),
        "/find_matches similarity:80");
  }

  @Override
  public Answer answer(Input input) {
    int similarity = Math.toIntExact(input.number("similarity", USUAL_SIMILARITY));
    int limit = Math.toIntExact(input.number("limit", USUAL_LIMIT));
    List<PairProposal> found = matches.find(similarity, MOST_CANDIDATES);
    int open = 0;
    List<Pairs.PostedCard> living = new ArrayList<>();
    List<PairProposal> fresh = new ArrayList<>();
    for (PairProposal proposal : found) {
      Optional<Pairs.Listed> listed = undecided(proposal);
      if (listed.isPresent()) {
        open++;
        Optional<Pairs.PostedCard> card = living(listed.get(), living.size() < limit);
        card.ifPresent(living::add);
        if (card.isEmpty() && fresh.size() < limit) {
          fresh.add(proposal);
        }
      }
    }
    Posted posted = post(fresh, similarity);
    String text =
        found(similarity, found.size())
            + " "
            + desk.texts().say("matches.counted", open, posted.cards())
            + heldBack(posted.heldBack())
            + shown(input, living);
    return Answer.toChannel(summary(found.size(), text));
  }

  private Optional<Pairs.Listed> undecided(PairProposal proposal) {
    return propose(proposal).filter(listed -> listed.pair().status() == PairStatus.PROPOSED);
  }

  /**
   * What became of candidates without a card.
   *
   * @param heldBack a second opinion took them below the least score
   */
  private record Posted(int cards, int heldBack) {}

  private Posted post(List<PairProposal> fresh, int similarity) {
    int cards = 0;
    int heldBack = 0;
    for (PairProposal proposal : matches.withSecondOpinions(fresh)) {
      Optional<Pairs.Listed> listed = undecided(proposal);
      if (proposal.score() < similarity) {
        heldBack++;
      } else if (listed.isPresent() && post(listed.get())) {
        cards++;
      }
    }
    return new Posted(cards, heldBack);
  }

  private String found(int similarity, int found) {
    return desk.texts().count("matches.found", found, similarity);
  }

  private String heldBack(int pairs) {
    return pairs == 0 ? "" : " " + desk.texts().count("matches.heldBack", pairs);
  }

  /**
   * The card that a person can decide on already.
   *
   * @param look whether it is brought up to date, which shows whether it still exists
   */
  private Optional<Pairs.PostedCard> living(Pairs.Listed listed, boolean look) {
    return desk.rows()
        .pairs()
        .cardOf(listed.pair().id())
        .filter(card ->
            !look
                || messenger.edit(
                    card.channel(),
                    card.message(),
                    CandidateCard.message(desk, listed, desk.texts())));
  }

  private String shown(Input input, List<Pairs.PostedCard> living) {
    if (living.isEmpty()) {
      return "";
    }
    Pairs.PostedCard newest = living.getLast();
    String link =
        String.join(
            "/",
            "https://discord.com/channels",
            input.caller().place().guild(),
            newest.channel(),
            newest.message());
    return " " + desk.texts().count("matches.before", living.size(), link);
  }

  private Optional<Pairs.Listed> propose(PairProposal proposal) {
    Optional<Market> left = desk.market(proposal.left());
    Optional<Market> right = desk.market(proposal.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Proposing.store(desk, proposal, left.get(), right.get()));
  }

  private boolean post(Pairs.Listed listed) {
    return Proposing.post(
        desk,
        messenger,
        places.deskChannel(),
        listed.pair().id(),
        CandidateCard.message(desk, listed, desk.texts()));
  }

  private Card summary(int found, String text) {
    String next = desk.texts().say(found == 0 ? "matches.nothing" : "matches.next");
    return Card.of(
        found == 0 ? Tone.QUIET : Tone.INFO, desk.texts().say("matches.title"), text + " " + next);
  }
}
