package pairdesk.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.matching.candidate.CandidateIndex;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.candidate.Weighed;
import pairdesk.matching.review.Polarity;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Scoring;
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

  private final Catalogues catalogues;
  private final Scoring scoring;
  private final Map<Profile, Weighed> weighed = new ConcurrentHashMap<>();

  /** Both venues' listings and how common their words are. */
  record Catalogues(CandidateIndex kalshi, CandidateIndex polymarket, Frequencies frequencies) {}

  /** A pair with what was made of it. */
  record Judged(Comparison pair, Verdict verdict) {}

  Judge(Catalogues catalogues, Scoring scoring) {
    this.catalogues = catalogues;
    this.scoring = scoring;
  }

  /**
   * The pairs of these listings with their candidates that do not contradict themselves and are not
   * hopeless, each once. Most candidates contradict: nothing else is worked out of them.
   */
  List<Verdict> tenable(List<Profile> lefts, List<Profile> rights) {
    Map<MarketId, List<Profile>> found = new ConcurrentHashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    inTasks(lefts, catalogues.polymarket())
        .flatMap(task ->
            task.run((left, candidates) -> {
              found.put(left.market(), candidates);
              return candidates.stream().flatMap(right -> tenable(left, right));
            }))
        .forEachOrdered(verdicts::add);
    inTasks(rights, catalogues.kalshi())
        .flatMap(task ->
            task.run((right, candidates) ->
                candidates.stream()
                    .filter(left -> !found.getOrDefault(left.market(), List.of()).contains(right))
                    .flatMap(left -> tenable(left, right))))
        .forEachOrdered(verdicts::add);
    return verdicts;
  }

  /** All candidates of one listing, contradicted ones included, best first. */
  List<Judged> candidates(Profile listing) {
    boolean isLeft = listing.market().venue().equals(VenueId.KALSHI);
    CandidateIndex others = isLeft ? catalogues.polymarket() : catalogues.kalshi();
    return others.search().candidates(weighed(listing), CANDIDATES).stream()
        .map(other -> isLeft ? compare(listing, other) : compare(other, listing))
        .map(pair -> new Judged(pair, verdict(pair, Vetoes.any(pair))))
        .sorted((one, other) -> Verdict.BEST_FIRST.compare(one.verdict(), other.verdict()))
        .toList();
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

  private Stream<Verdict> tenable(Profile left, Profile right) {
    Comparison pair = compare(left, right);
    if (Vetoes.any(pair)) {
      return Stream.empty();
    }
    Verdict verdict = verdict(pair, false);
    return verdict.isHopeless() ? Stream.empty() : Stream.of(verdict);
  }

  private Comparison compare(Profile left, Profile right) {
    return Comparison.of(weighed(left), weighed(right));
  }

  private Verdict verdict(Comparison pair, boolean vetoed) {
    return new Verdict(
        pair.left().listing().market(),
        pair.right().listing().market(),
        scoring.of(pair).likelihood(pair, vetoed),
        Polarity.of(pair));
  }

  private Weighed weighed(Profile profile) {
    Weighed known = weighed.get(profile);
    return known == null
        ? weighed.computeIfAbsent(profile, listing -> Weighed.of(listing, catalogues.frequencies()))
        : known;
  }
}
