package pairdesk.matching.opinion;

import java.util.Optional;
import pairdesk.engine.market.Listing;
import pairdesk.matching.review.PairProposal;

/**
 * Somebody else who reads both rule texts: a language model, for one. Safe for many threads.
 * Trouble outside is an answer, never an exception.
 */
public interface SecondReader {

  /** What is read: both listings, and what the matcher makes of them. */
  record Question(Listing kalshi, Listing polymarket, PairProposal pair) {}

  /** What became of asking. */
  sealed interface Answer {
    record Given(Opinion opinion) implements Answer {}

    /**
     * No opinion.
     *
     * @param why one sentence without a full stop, for a person
     */
    record None(String why) implements Answer {}
  }

  /** What it said of these very texts before; asks nobody. */
  Optional<Opinion> known(Question question);

  /** Asks where it has not said yet. Blocking, for seconds. */
  Answer read(Question question);
}
