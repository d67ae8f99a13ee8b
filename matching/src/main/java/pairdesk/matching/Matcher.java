package pairdesk.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.matching.Judge.Catalogues;
import pairdesk.matching.candidate.CandidateIndex;
import pairdesk.matching.candidate.Frequencies;
import pairdesk.matching.candidate.Profile;
import pairdesk.matching.review.Clause;
import pairdesk.matching.review.PairProposal;
import pairdesk.matching.review.PairProposal.Evidence;
import pairdesk.matching.review.PairProposal.Judgement;
import pairdesk.matching.review.Polarity;
import pairdesk.matching.review.Reasons;
import pairdesk.matching.review.RuleStatements;
import pairdesk.matching.review.RulesHash;
import pairdesk.matching.score.Comparison;
import pairdesk.matching.score.Features;
import pairdesk.matching.score.Scoring;
import pairdesk.matching.score.Weights;
import pairdesk.matching.text.Proposition;
import pairdesk.matching.text.PropositionReader;
import pairdesk.matching.text.Vocabulary;
import pairdesk.matching.veto.Objection;
import pairdesk.matching.veto.Vetoes;

/**
 * Finds the markets of Kalshi and Polymarket that ask the same question. Keeps both catalogues
 * indexed; a changed listing is compared with its candidates alone, never with the whole catalogue.
 *
 * <p>Calls no venue and no model, approves nothing. Not thread-safe: one (virtual) thread owns it,
 * which has all processors help it with many listings at once; everything that it returns is
 * immutable. The same listings give the same result in whatever order they came.
 */
public final class Matcher {
  /**
   * How far the catalogues may grow before word weights are stale and all pairs are judged anew.
   */
  private static final double STALE = 0.1;

  private final PropositionReader reader = new PropositionReader(Vocabulary.load());
  private final Scoring scoring;
  private final Frequencies frequencies = new Frequencies();
  private final CandidateIndex kalshi = new CandidateIndex(frequencies);
  private final CandidateIndex polymarket = new CandidateIndex(frequencies);
  private final Catalogues catalogues = new Catalogues(kalshi, polymarket, frequencies);
  private final Verdicts verdicts = new Verdicts();
  private final Map<MarketId, RuleStatements> statements = new ConcurrentHashMap<>();
  private final Set<MarketId> changed = new TreeSet<>();
  private int judgedAtSize;
  private Judge judge;
  private long judgeKnows;

  /** Scores by the weights that ship. */
  public Matcher() {
    this(Weights.load());
  }

  public Matcher(Weights weights) {
    this(Scoring.by(weights, Features.USUAL));
  }

  public Matcher(Scoring scoring) {
    this.scoring = scoring;
    this.judge = new Judge(catalogues, scoring);
  }

  /** Adds a listing, or takes its new text in place of the old one. */
  public void replace(Listing listing) {
    replaceAll(List.of(listing));
  }

  /** The same for many at once; of two with one id the later one counts. */
  public void replaceAll(Collection<Listing> listings) {
    listings.forEach(listing -> indexOf(listing.market()));
    List<Profile> profiles =
        listings.parallelStream().map(listing -> Profile.of(reader.read(listing))).toList();
    for (Profile profile : profiles) {
      remove(profile.market());
      frequencies.add(profile);
      indexOf(profile.market()).add(profile);
      changed.add(profile.market());
    }
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
    verdicts.forget(market);
  }

  /**
   * The pairs worth a person's time: without contradiction, each the other's best, best first.
   *
   * @param minimumScore 0 to 100
   */
  public List<PairProposal> proposals(int minimumScore) {
    judgeChanged();
    double almost = (minimumScore - 1) / 100.0;
    return verdicts.mutualBest(almost).parallelStream()
        .map(this::proposal)
        .filter(proposal -> proposal.score() >= minimumScore)
        .toList();
  }

  /** The best candidates of one market, contradicted ones included, best first. */
  public List<PairProposal> candidates(MarketId market, int most) {
    Profile profile = indexOf(market).profile(market);
    return profile == null
        ? List.of()
        : judge().candidates(profile).stream()
            .limit(most)
            .map(judged -> proposal(judged.pair()))
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
      verdicts.clear();
      judgedAtSize = size;
    }
    if (!changed.isEmpty()) {
      judge().tenable(changedIn(kalshi), changedIn(polymarket)).forEach(verdicts::put);
      changed.clear();
    }
  }

  /** One that knows the rarity of words as it is now. */
  private Judge judge() {
    if (judgeKnows != frequencies.version()) {
      judge = new Judge(catalogues, scoring);
      judgeKnows = frequencies.version();
    }
    return judge;
  }

  private List<Profile> changedIn(CandidateIndex index) {
    return changed.stream().map(index::profile).filter(Objects::nonNull).toList();
  }

  private PairProposal proposal(Verdict verdict) {
    return proposal(
        Comparison.of(
            known(kalshi.profile(verdict.left())),
            known(polymarket.profile(verdict.right())),
            frequencies));
  }

  private static Profile known(@Nullable Profile profile) {
    if (profile == null) {
      throw new IllegalStateException("a judged pair lost its listing");
    }
    return profile;
  }

  private PairProposal proposal(Comparison pair) {
    Listing left = pair.left().listing();
    Listing right = pair.right().listing();
    List<Objection> vetoes = Vetoes.against(pair);
    Judgement judgement =
        new Judgement(
            scoring.of(pair).likelihood(pair, !vetoes.isEmpty()), Polarity.of(pair), vetoes);
    List<Clause> clauses = statements(pair.left()).against(statements(pair.right()));
    return new PairProposal(
        left.market(),
        right.market(),
        judgement,
        new Evidence(Reasons.of(pair, vetoes, clauses), clauses, RulesHash.of(left, right)));
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
}
