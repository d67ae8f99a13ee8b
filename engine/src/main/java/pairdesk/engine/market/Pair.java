package pairdesk.engine.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Usd;

/**
 * Two markets judged the same question, by a person.
 *
 * @param left the Kalshi market
 * @param right the Polymarket market
 * @param rulesHash SHA-256 of both rule texts as approved, hex
 * @param tactic how a person wants it bought; null where the desk's own setting counts
 */
public record Pair(
    PairId id,
    MarketId left,
    MarketId right,
    Relation relation,
    PairStatus status,
    String rulesHash,
    Terms terms,
    @Nullable Tactic tactic) {

  /** Approved without conditions of its own, or not yet; bought as the desk's setting says. */
  public Pair(
      PairId id,
      MarketId left,
      MarketId right,
      Relation relation,
      PairStatus status,
      String rulesHash) {
    this(id, left, right, relation, status, rulesHash, Terms.NONE, null);
  }

  /**
   * What a person bound an approval to.
   *
   * @param maxTrade most dollars of one trade; null: as the limits of the desk say
   * @param until the approval ends here; null: never
   */
  public record Terms(@Nullable Usd maxTrade, @Nullable Instant until) {
    public static final Terms NONE = new Terms(null, null);

    public Terms {
      if (maxTrade != null && !maxTrade.isGreaterThan(Usd.ZERO)) {
        throw new IllegalArgumentException("largest trade must be above zero: " + maxTrade);
      }
    }

    /** Of two people's terms the tighter ones. */
    public Terms tighter(Terms other) {
      return new Terms(least(maxTrade, other.maxTrade), least(until, other.until));
    }

    private static <T extends Comparable<T>> @Nullable T least(@Nullable T one, @Nullable T two) {
      if (one == null || two == null) {
        return one == null ? two : one;
      }
      return one.compareTo(two) <= 0 ? one : two;
    }
  }

  /** Whether it is approved, and its approval has not ended. */
  public boolean isTradable(Instant now) {
    return status == PairStatus.APPROVED && !isEnded(now);
  }

  /** Whether the approval's own time is over. */
  public boolean isEnded(Instant now) {
    return terms.until() != null && !now.isBefore(terms.until());
  }

  /** The instrument on the right that pays when this outcome of the left market does. */
  public Instrument counterpart(Outcome leftOutcome) {
    return new Instrument(right, relation == Relation.SAME ? leftOutcome : leftOutcome.opposite());
  }

  /** What pays when this one, of either market, does not. */
  public Instrument hedge(Instrument leg) {
    MarketId other = leg.market().equals(left) ? right : left;
    boolean same = relation == Relation.SAME;
    return new Instrument(other, same ? leg.outcome().opposite() : leg.outcome());
  }

  public Pair withStatus(PairStatus next) {
    return new Pair(id, left, right, relation, next, rulesHash, terms, tactic);
  }

  public Pair withTactic(@Nullable Tactic next) {
    return new Pair(id, left, right, relation, status, rulesHash, terms, next);
  }
}
