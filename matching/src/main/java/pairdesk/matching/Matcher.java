package pairdesk.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.VenueId;
import pairdesk.matching.candidate.CandidateIndex;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.review.PairProposal;
import pairdesk.matching.review.PairProposal.Evidence;
import pairdesk.matching.review.PairProposal.Judgement;
import pairdesk.matching.review.Polarity;
import pairdesk.matching.review.Reasons;
import pairdesk.matching.review.RuleStatements;
import pairdesk.matching.review.RulesHash;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Scorer;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.PropositionReader;
import pairdesk.matching.text.Vocabulary;
import pairdesk.matching.veto.Objection;
import pairdesk.matching.veto.Vetoes;

/**
 * Finds the markets of Kalshi and Polymarket that ask the same question. Keeps both catalogues
 * indexed; a changed listing is compared with its candidates alone, never with the whole catalogue.
 *
 * <p>Calls no venue and no model, approves nothing. Not thread-safe: one (virtual) thread owns it;
 * everything that it returns is immutable. The same listings give the same result in whatever order
 * they came.
 */
public final class Matcher {
  /** How many candidates each market gets from each source. */
  private static final int CANDIDATES = 20;

  /** What is left of a likelihood when the pair contradicts itself. */
  private static final double VETOED = 0.1;

  /**
   * How far the catalogues may grow before word weights are stale and all pairs are judged anew.
   */
  private static final double STALE = 0.1;

  private static final Comparator<Judged> BEST_FIRST =
      Comparator.comparingDouble((Judged pair) -> -pair.judgement.likelihood())
          .thenComparing(pair -> pair.judgement.relation() == Relation.INVERSE)
          .thenComparing(Judged::left)
          .thenComparing(Judged::right);

  private final PropositionReader reader = new PropositionReader(Vocabulary.load());
  private final Scorer scorer = Scorer.load();
  private final Frequencies frequencies = new Frequencies();
  private final CandidateIndex kalshi = new CandidateIndex(frequencies);
  private final CandidateIndex polymarket = new CandidateIndex(frequencies);
  private final Map<MarketId, Map<MarketId, Judged>> judged = new HashMap<>();
  private final Map<MarketId, RuleStatements> statements = new HashMap<>();
  private final Set<MarketId> changed = new TreeSet<>();
  private int judgedAtSize;

  private record Judged(MarketId left, MarketId right, Judgement judgement) {}

  /** Adds a listing, or takes its new text in place of the old one. */
  public void replace(Listing listing) {
    remove(listing.market());
    Profile profile = Profile.of(reader.read(listing));
    frequencies.add(profile);
    indexOf(listing.market()).add(profile);
    changed.add(listing.market());
  }

  /** Forgets a listing; unknown ones are ignored. */
  public void remove(MarketId market) {
    CandidateIndex index = indexOf(market);
    Profile old = index.profile(market);
    if (old != null) {
      frequencies.remove(old);
      index.remove(market);
    }
    changed.remove(market);
    statements.remove(market);
    forget(market);
  }

  /**
   * The pairs worth a person's time: without contradiction, each the other's best, best first.
   *
   * @param minimumScore 0 to 100
   */
  public List<PairProposal> proposals(int minimumScore) {
    judgeChanged();
    List<Judged> order = new ArrayList<>();
    judged.forEach((market, pairs) -> addIfKalshi(market, pairs, order));
    order.removeIf(pair -> !pair.judgement.vetoes().isEmpty());
    order.sort(BEST_FIRST);
    Set<MarketId> met = new HashSet<>();
    List<PairProposal> proposals = new ArrayList<>();
    for (Judged pair : order) {
      boolean leftFirst = met.add(pair.left);
      boolean rightFirst = met.add(pair.right);
      if (leftFirst && rightFirst && pair.judgement.score() >= minimumScore) {
        proposals.add(proposal(comparison(pair.left, pair.right)));
      }
    }
    return List.copyOf(proposals);
  }

  /** The best candidates of one market, contradicted ones included, best first. */
  public List<PairProposal> candidates(MarketId market, int most) {
    judgeChanged();
    return judged.getOrDefault(market, Map.of()).values().stream()
        .sorted(BEST_FIRST)
        .limit(most)
        .map(pair -> proposal(comparison(pair.left, pair.right)))
        .toList();
  }

  /**
   * Judges one pair by the word weights of the catalogues as they are; the listings need not be in
   * them. Fails with {@link IllegalArgumentException} when the sides are not Kalshi and Polymarket.
   */
  public PairProposal compare(Listing left, Listing right) {
    if (!left.market().venue().equals(VenueId.KALSHI)
        || !right.market().venue().equals(VenueId.POLYMARKET)) {
      throw new IllegalArgumentException(
          "wants Kalshi and Polymarket, got " + left.market() + " and " + right.market());
    }
    Profile leftProfile = Profile.of(reader.read(left));
    Profile rightProfile = Profile.of(reader.read(right));
    return proposal(Comparison.of(leftProfile, rightProfile, frequencies));
  }

  private CandidateIndex indexOf(MarketId market) {
    if (market.venue().equals(VenueId.KALSHI)) {
      return kalshi;
    }
    if (market.venue().equals(VenueId.POLYMARKET)) {
      return polymarket;
    }
    throw new IllegalArgumentException("matches Kalshi and Polymarket only: " + market);
  }

  private void judgeChanged() {
    int size = frequencies.listings();
    if (Math.abs(size - judgedAtSize) > STALE * judgedAtSize) {
      changed.addAll(kalshi.markets());
      changed.addAll(polymarket.markets());
      judged.clear();
      judgedAtSize = size;
    }
    changed.forEach(this::judge);
    changed.clear();
  }

  private void judge(MarketId market) {
    Profile profile = indexOf(market).profile(market);
    if (profile == null) {
      return;
    }
    boolean left = market.venue().equals(VenueId.KALSHI);
    for (Profile other : (left ? polymarket : kalshi).search(profile, CANDIDATES)) {
      MarketId found = other.proposition().listing().market();
      if (!judged.getOrDefault(market, Map.of()).containsKey(found)) {
        keep(Comparison.of(left ? profile : other, left ? other : profile, frequencies));
      }
    }
  }

  private void keep(Comparison pair) {
    MarketId left = pair.left().listing().market();
    MarketId right = pair.right().listing().market();
    Judged verdict = new Judged(left, right, judgementOf(pair));
    judged.computeIfAbsent(left, market -> new HashMap<>()).put(right, verdict);
    judged.computeIfAbsent(right, market -> new HashMap<>()).put(left, verdict);
  }

  private void forget(MarketId market) {
    Map<MarketId, Judged> pairs = judged.remove(market);
    if (pairs != null) {
      pairs.keySet().forEach(other -> judged.getOrDefault(other, new HashMap<>()).remove(market));
    }
  }

  private static void addIfKalshi(
      MarketId market, Map<MarketId, Judged> pairs, List<Judged> order) {
    if (market.venue().equals(VenueId.KALSHI)) {
      order.addAll(pairs.values());
    }
  }

  private Comparison comparison(MarketId left, MarketId right) {
    return Comparison.of(
        known(kalshi.profile(left)), known(polymarket.profile(right)), frequencies);
  }

  private static Profile known(@Nullable Profile profile) {
    if (profile == null) {
      throw new IllegalStateException("a judged pair lost its listing");
    }
    return profile;
  }

  private Judgement judgementOf(Comparison pair) {
    List<Objection> vetoes = Vetoes.against(pair);
    double likelihood = scorer.likelihood(pair);
    return new Judgement(
        vetoes.isEmpty() ? likelihood : VETOED * likelihood, Polarity.of(pair), vetoes);
  }

  private RuleStatements statements(Proposition side) {
    MarketId market = side.listing().market();
    Profile kept = indexOf(market).profile(market);
    return kept != null && isKept(kept, side)
        ? statements.computeIfAbsent(market, key -> RuleStatements.of(side))
        : RuleStatements.of(side);
  }

  @SuppressWarnings(
      "ReferenceEquality") // A listing from outside may bear the same id, other rules.
  private static boolean isKept(Profile kept, Proposition side) {
    return kept.proposition() == side;
  }

  private PairProposal proposal(Comparison pair) {
    Listing left = pair.left().listing();
    Listing right = pair.right().listing();
    Judgement judgement = judgementOf(pair);
    return new PairProposal(
        left.market(),
        right.market(),
        judgement,
        new Evidence(
            Reasons.of(pair, judgement.vetoes()),
            statements(pair.left()).against(statements(pair.right())),
            RulesHash.of(left, right)));
  }
}
