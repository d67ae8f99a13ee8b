package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import pairdesk.engine.market.MarketId;

/**
 * One taker against the makers at one price.
 *
 * @param status Kalshi's trades are confirmed at once
 */
public record Trade(
    String id, Fill taker, List<Fill> makers, TradeStatus status, Instant at, Instant updatedAt) {

  /** How the two sides of a match exchanged shares for dollars. */
  public enum MatchKind {
    /** A buyer and a seller of one outcome. */
    COMPLEMENTARY,
    /** Two buyers of the two outcomes: a dollar is split. */
    MINT,
    /** Two sellers of the two outcomes: shares are merged into a dollar. */
    MERGE
  }

  public Trade {
    makers = List.copyOf(makers);
  }

  public MarketId market() {
    return taker.deal().market();
  }

  public MatchKind kind(Fill maker) {
    if (maker.deal().outcome() == taker.deal().outcome()) {
      return MatchKind.COMPLEMENTARY;
    }
    return taker.deal().side() == Side.BUY ? MatchKind.MINT : MatchKind.MERGE;
  }

  /** Taker first. */
  public Stream<Fill> fills() {
    return Stream.concat(Stream.of(taker), makers.stream());
  }

  public boolean concerns(AccountId account) {
    return fills().anyMatch(f -> f.account().equals(account));
  }

  Trade in(TradeStatus next, Instant now) {
    return new Trade(id, taker, makers, next, at, now);
  }
}
