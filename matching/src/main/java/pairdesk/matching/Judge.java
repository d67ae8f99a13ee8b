package pairdesk.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.candidate.CandidateIndex;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.candidate.Weighed;
import pairdesk.matching.review.Polarity;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Scorer;
import pairdesk.matching.veto.Vetoes;

/**
 * Finds and judges the candidates of listings, on all processors. The catalogues must not change
 * meanwhile.
 */
final class Judge {
  /** How many candidates each market gets from each source. */
  private static final int CANDIDATES = 20;

  /** Listings that one task works on: its searcher's memory is as large as the catalogue. */
  private static final int TASK = 256;

  private final CandidateIndex kalshi;
  private final CandidateIndex polymarket;
  private final Frequencies frequencies;
  private final Scorer scorer;
  private final Map<Profile, Weighed> weighed = new ConcurrentHashMap<>();

  Judge(CandidateIndex kalshi, CandidateIndex polymarket, Frequencies frequencies, Scorer scorer) {
    this.kalshi = kalshi;
    this.polymarket = polymarket;
    this.frequencies = frequencies;
    this.scorer = scorer;
  }

  /** All pairs of these listings with their candidates, each pair once. */
  List<Verdict> judge(List<Profile> lefts, List<Profile> rights) {
    Map<MarketId, List<Profile>> found = new ConcurrentHashMap<>();
    List<Verdict> verdicts =
        new ArrayList<>(
            inTasks(lefts, polymarket)
                .flatMap(task ->
                    task.run((left, candidates) -> {
                      found.put(left.market(), candidates);
                      return candidates.stream().map(right -> verdict(left, right));
                    }))
                .toList());
    inTasks(rights, kalshi)
        .flatMap(task ->
            task.run((right, candidates) ->
                candidates.stream()
                    .filter(left -> !found.getOrDefault(left.market(), List.of()).contains(right))
                    .map(left -> verdict(left, right))))
        .forEachOrdered(verdicts::add);
    return verdicts;
  }

  private interface Use {
    Stream<Verdict> of(Profile listing, List<Profile> candidates);
  }

  /** Some listings, and where to search for their candidates. */
  private record Task(Judge judge, List<Profile> listings, CandidateIndex index) {
    Stream<Verdict> run(Use use) {
      CandidateIndex.Search search = index.search();
      return listings.stream()
          .flatMap(
              listing -> use.of(listing, search.candidates(judge.weighed(listing), CANDIDATES)));
    }
  }

  private Stream<Task> inTasks(List<Profile> listings, CandidateIndex index) {
    int tasks = (listings.size() + TASK - 1) / TASK;
    return IntStream.range(0, tasks)
        .parallel()
        .mapToObj(task ->
            new Task(
                this,
                listings.subList(task * TASK, Math.min(listings.size(), (task + 1) * TASK)),
                index));
  }

  private Verdict verdict(Profile left, Profile right) {
    Comparison pair = Comparison.of(weighed(left), weighed(right));
    boolean vetoed = Vetoes.any(pair);
    return new Verdict(
        left.market(), right.market(), scorer.likelihood(pair, vetoed), Polarity.of(pair), vetoed);
  }

  private Weighed weighed(Profile profile) {
    return weighed.computeIfAbsent(profile, listing -> Weighed.of(listing, frequencies));
  }
}
