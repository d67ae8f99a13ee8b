package pairdesk.bot.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import pairdesk.bot.console.Matches;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.opinion.SecondReader;
import pairdesk.matching.opinion.SecondReader.Question;
import pairdesk.matching.opinion.Weighing;
import pairdesk.matching.review.PairProposal;

/** Candidates with what a second reader said of them. */
public final class OpinionatedMatches implements Matches {
  private static final int AT_ONCE = 4;

  private final Matches matches;
  private final SecondReader reader;
  private final Function<MarketId, Optional<Market>> markets;

  public OpinionatedMatches(
      Matches matches, SecondReader reader, Function<MarketId, Optional<Market>> markets) {
    this.matches = matches;
    this.reader = reader;
    this.markets = markets;
  }

  /** With the opinions that are known; a pair that one of them lowers may be left out. */
  @Override
  public List<PairProposal> find(int similarity, int limit) {
    return matches.find(similarity, limit).stream()
        .map(this::withKnown)
        .filter(pair -> pair.score() >= similarity)
        .toList();
  }

  @Override
  public Optional<PairProposal> compare(MarketId kalshi, MarketId polymarket) {
    return matches.compare(kalshi, polymarket).map(this::withKnown);
  }

  private PairProposal withKnown(PairProposal pair) {
    return question(pair)
        .flatMap(reader::known)
        .map(opinion -> Weighing.of(pair, opinion))
        .orElse(pair);
  }

  /** Asks for the opinions that are missing, several at a time. */
  @Override
  public List<PairProposal> withSecondOpinions(List<PairProposal> pairs) {
    Semaphore turns = new Semaphore(AT_ONCE);
    List<Future<PairProposal>> asked = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (PairProposal pair : pairs) {
        asked.add(
            threads.submit(() -> {
              turns.acquire();
              try {
                return asked(pair);
              } finally {
                turns.release();
              }
            }));
      }
    }
    return asked.stream().map(OpinionatedMatches::result).toList();
  }

  private PairProposal asked(PairProposal pair) {
    Optional<Question> question = question(pair);
    if (question.isEmpty() || question.flatMap(reader::known).isPresent()) {
      return pair;
    }
    return switch (reader.read(question.get())) {
      case SecondReader.Answer.Given(var opinion) -> Weighing.of(pair, opinion);
      case SecondReader.Answer.None(var why) -> Weighing.without(pair, why);
    };
  }

  private Optional<Question> question(PairProposal pair) {
    return markets
        .apply(pair.left())
        .flatMap(left ->
            markets
                .apply(pair.right())
                .map(right -> new Question(left.listing(), right.listing(), pair)));
  }

  private static PairProposal result(Future<PairProposal> asked) {
    try {
      return asked.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for opinions", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a second reader failed", e.getCause());
    }
  }
}
