package pairdesk.bot.console;

import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.review.PairProposal;

/** Candidates among the catalogues in memory. Blocking; a full search takes seconds. */
public interface Matches {

  /**
   * @param similarity least score, 0 to 100
   */
  List<PairProposal> find(int similarity, int limit);

  /**
   * The same pairs, in their order, with what a second reader says of each, where one is
   * configured. It only ever lowers a score.
   */
  List<PairProposal> withSecondOpinions(List<PairProposal> pairs);

  /** Judges two markets; empty when one of them is in no catalogue. */
  Optional<PairProposal> compare(MarketId kalshi, MarketId polymarket);
}
