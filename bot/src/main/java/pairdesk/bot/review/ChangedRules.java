package pairdesk.bot.review;

import java.util.ArrayList;
import java.util.Optional;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Matches;
import pairdesk.bot.console.Places;
import pairdesk.bot.notify.Messenger;
import pairdesk.bot.render.WordDiff;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.matching.review.PairProposal;
import pairdesk.persistence.Pairs;

/**
 * A pair that was suspended because its rules changed is put before people again, with the change.
 */
public final class ChangedRules {
  private static final int DIFFERENCE = 1_000;

  private final Desk desk;
  private final Matches matches;
  private final Messenger messenger;
  private final Places places;

  public ChangedRules(Desk desk, Matches matches, Messenger messenger, Places places) {
    this.desk = desk;
    this.matches = matches;
    this.messenger = messenger;
    this.places = places;
  }

  /** Posts its card anew; does nothing for pairs that did not change this way, or are gone. */
  public void askAgain(Pair pair) {
    Optional<Pairs.Listed> before =
        desk.rows()
            .pairs()
            .find(pair.id())
            .filter(listed -> listed.pair().status() == PairStatus.SUSPENDED);
    Optional<PairProposal> proposal = matches.compare(pair.left(), pair.right());
    if (before.isPresent() && proposal.isPresent()) {
      proposed(proposal.get()).ifPresent(now -> post(before.get(), now));
    }
  }

  private Optional<Pairs.Listed> proposed(PairProposal proposal) {
    Optional<Market> left = desk.market(proposal.left());
    Optional<Market> right = desk.market(proposal.right());
    return left.isEmpty() || right.isEmpty()
        ? Optional.empty()
        : Optional.of(Proposing.store(desk, proposal, left.get(), right.get()));
  }

  private void post(Pairs.Listed before, Pairs.Listed now) {
    Answer.Reply plain = CandidateCard.message(desk, now, desk.texts());
    String changed = "**" + desk.texts().say("rules.changed") + "**\n" + change(before, now);
    var parts = new ArrayList<Card.Entry>();
    parts.add(new Card.Entry(changed, null));
    parts.addAll(plain.card().entries());
    Card card = plain.card().withEntries(parts);
    Proposing.post(
        desk,
        messenger,
        places.deskChannel(),
        now.pair().id(),
        new Answer.Reply(card, plain.buttons(), plain.audience()));
  }

  private String change(Pairs.Listed before, Pairs.Listed now) {
    Optional<CandidateText> was = CandidateText.parse(before.json());
    Optional<CandidateText> is = CandidateText.parse(now.json());
    if (was.isEmpty() || is.isEmpty()) {
      return desk.texts().say("rules.otherVersion");
    }
    String left = side(was.get().left(), is.get().left());
    String right = side(was.get().right(), is.get().right());
    String both = left.isEmpty() || right.isEmpty() ? left + right : left + "\n" + right;
    return both.isEmpty() ? desk.texts().say("rules.onlySpaces") : both;
  }

  private String side(CandidateText.Side was, CandidateText.Side is) {
    String difference =
        WordDiff.of(
            was.title() + " " + was.rules(),
            is.title() + " " + is.rules(),
            DIFFERENCE / 2 - 20,
            desk.texts());
    return difference.isEmpty() ? "" : "**" + is.venue() + "**: " + difference;
  }
}
