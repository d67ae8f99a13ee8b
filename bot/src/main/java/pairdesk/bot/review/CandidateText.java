package pairdesk.bot.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;
import pairdesk.matching.review.Clause;
import pairdesk.matching.review.PairProposal;

/** What a person decides a candidate by, as it is stored with the pair: as it was shown. */
public record CandidateText(Side left, Side right, List<String> reasons, List<Difference> clauses) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int RULES_LIMIT = 4_000;

  public CandidateText {
    reasons = List.copyOf(reasons);
    clauses = List.copyOf(clauses);
  }

  /**
   * One market.
   *
   * @param closeSeconds when it closes, in seconds since 1970; null when the venue does not say
   */
  public record Side(
      String venue, String title, String group, String rules, @Nullable Long closeSeconds) {}

  /** One clause of the rules, as both sides put it. */
  public record Difference(String topic, String left, String right, String verdict) {}

  /** From a proposal and the two listings. */
  public static CandidateText of(PairProposal proposal, Listing left, Listing right) {
    return new CandidateText(
        side(left),
        side(right),
        proposal.reasons(),
        proposal.clauses().stream().map(CandidateText::difference).toList());
  }

  private static Side side(Listing listing) {
    Instant close = listing.dates().close();
    String rules = listing.texts().rules();
    return new Side(
        listing.market().venue().label(),
        listing.texts().title(),
        listing.names().group(),
        rules.length() > RULES_LIMIT ? rules.substring(0, RULES_LIMIT) : rules,
        close == null ? null : close.getEpochSecond());
  }

  private static Difference difference(Clause clause) {
    return new Difference(
        clause.topic().label(), clause.left(), clause.right(), clause.verdict().name());
  }

  /** As stored. */
  public String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts is always JSON", e);
    }
  }

  /** Reads what was stored; empty when it was written by a version with another shape. */
  public static Optional<CandidateText> parse(String json) {
    try {
      return Optional.of(JSON.readValue(json, CandidateText.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
