package pairdesk.engine.market;

/**
 * Two markets judged the same question, by a person.
 *
 * @param left the Kalshi market
 * @param right the Polymarket market
 * @param rulesHash SHA-256 of both rule texts as approved, hex
 */
public record Pair(
    PairId id,
    MarketId left,
    MarketId right,
    Relation relation,
    PairStatus status,
    String rulesHash) {

  /** The instrument on the right that pays when this outcome of the left market does. */
  public Instrument counterpart(Outcome leftOutcome) {
    return new Instrument(right, relation == Relation.SAME ? leftOutcome : leftOutcome.opposite());
  }

  public Pair withStatus(PairStatus next) {
    return new Pair(id, left, right, relation, next, rulesHash);
  }
}
