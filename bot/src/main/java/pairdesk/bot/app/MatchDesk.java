package pairdesk.bot.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import pairdesk.bot.console.Matches;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.Matcher;
import pairdesk.matching.review.PairProposal;

/** The matcher and the one virtual thread that owns it. */
final class MatchDesk implements Matches, AutoCloseable {
  private final Matcher matcher;
  private final Function<MarketId, Optional<Market>> markets;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("matcher").factory());

  MatchDesk(Matcher matcher, Function<MarketId, Optional<Market>> markets) {
    this.matcher = matcher;
    this.markets = markets;
  }

  /** Takes in a listing that is open for trading; returns at once. */
  void replace(Listing listing) {
    thread.execute(() -> matcher.replace(listing));
  }

  /** Returns at once. */
  void remove(MarketId market) {
    thread.execute(() -> matcher.remove(market));
  }

  @Override
  public List<PairProposal> find(int similarity, int limit) {
    return ask(() -> matcher.proposals(similarity).stream().limit(limit).toList());
  }

  /** There is no second reader here. */
  @Override
  public List<PairProposal> withSecondOpinions(List<PairProposal> pairs) {
    return pairs;
  }

  @Override
  public Optional<PairProposal> compare(MarketId kalshi, MarketId polymarket) {
    Optional<Market> left = markets.apply(kalshi);
    Optional<Market> right = markets.apply(polymarket);
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(ask(() -> matcher.compare(left.get().listing(), right.get().listing())));
  }

  private <T> T ask(Callable<T> question) {
    try {
      return thread.submit(question).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while matching", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("matching failed", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
