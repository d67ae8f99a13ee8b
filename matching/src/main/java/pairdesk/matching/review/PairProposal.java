package pairdesk.matching.review;

import java.util.List;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Relation;
import pairdesk.matching.veto.Objection;

/**
 * A candidate pair for a person to judge. Immutable. The score orders the queue; only a person
 * approves.
 *
 * @param left the Kalshi market
 * @param right the Polymarket market
 */
public record PairProposal(MarketId left, MarketId right, Judgement judgement, Evidence evidence) {

  /**
   * What the matcher thinks.
   *
   * @param likelihood between 0 and 1; what the score is rounded from, for a finer order
   * @param relation INVERSE when YES on the left is NO on the right
   * @param vetoes contradictions; a pair that has any is never proposed
   */
  public record Judgement(double likelihood, Relation relation, List<Objection> vetoes) {
    public Judgement {
      if (!(likelihood >= 0 && likelihood <= 1)) {
        throw new IllegalArgumentException("likelihood out of range: " + likelihood);
      }
      vetoes = List.copyOf(vetoes);
    }

    /** 0 (nothing in common) to 100 (certain). */
    public int score() {
      return (int) Math.round(100 * likelihood);
    }
  }

  /**
   * What a person decides by.
   *
   * @param reasons sentences, contradictions first
   * @param clauses the rules clause by clause, differences first
   * @param rulesHash SHA-256 of both rule texts in hex, stored with the approval: a later change of
   *     either text shows
   */
  public record Evidence(List<String> reasons, List<Clause> clauses, String rulesHash) {
    public Evidence {
      reasons = List.copyOf(reasons);
      clauses = List.copyOf(clauses);
    }
  }

  /** 0 to 100. */
  public int score() {
    return judgement.score();
  }

  public Relation relation() {
    return judgement.relation();
  }

  public List<Objection> vetoes() {
    return judgement.vetoes();
  }

  public List<String> reasons() {
    return evidence.reasons();
  }

  public List<Clause> clauses() {
    return evidence.clauses();
  }

  /** What the clauses leave to chance. */
  public RiskGrade risk() {
    return RiskGrade.of(evidence.clauses());
  }

  public String rulesHash() {
    return evidence.rulesHash();
  }
}
