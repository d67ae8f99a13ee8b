package pairdesk.bot.scene;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import pairdesk.bot.console.Matches;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.review.PairProposal;

/** Finds what the test has put in. */
public final class FakeMatches implements Matches {
  public final List<PairProposal> proposals = new CopyOnWriteArrayList<>();

  @Override
  public List<PairProposal> find(int similarity, int limit) {
    return proposals.stream().filter(p -> p.score() >= similarity).limit(limit).toList();
  }

  /** What a second reader makes of each. */
  public UnaryOperator<PairProposal> secondReader = pair -> pair;

  @Override
  public List<PairProposal> withSecondOpinions(List<PairProposal> pairs) {
    return pairs.stream().map(secondReader).toList();
  }

  @Override
  public Optional<PairProposal> compare(MarketId kalshi, MarketId polymarket) {
    return proposals.stream()
        .filter(p -> p.left().equals(kalshi) && p.right().equals(polymarket))
        .findFirst();
  }
}
