package pairdesk.bot.review;

import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Desk;
import pairdesk.bot.notify.Messenger;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.PairId;
import pairdesk.matching.review.PairProposal;
import pairdesk.persistence.Pairs;

/** Puts a candidate before people: stored, posted, with both reactions to click on. */
public final class Proposing {
  private Proposing() {}

  /** The candidate as stored; its status says whether it may be shown as one. */
  public static Pairs.Listed store(Desk desk, PairProposal proposal, Market left, Market right) {
    return desk.rows()
        .pairs()
        .propose(
            new Pairs.Candidate(
                proposal.left(),
                proposal.right(),
                proposal.relation(),
                proposal.score(),
                proposal.rulesHash(),
                CandidateText.of(proposal, left.listing(), right.listing()).json()),
            desk.clock().instant());
  }

  /** Whether the message could be posted. */
  public static boolean post(
      Desk desk, Messenger messenger, String channel, PairId pair, Answer.Reply card) {
    return messenger
        .post(channel, card)
        .map(message -> {
          desk.rows().pairs().cardPosted(pair, channel, message, desk.clock().instant());
          messenger.react(channel, message, ReactionReview.YES);
          messenger.react(channel, message, ReactionReview.NO);
          return true;
        })
        .orElse(false);
  }
}
