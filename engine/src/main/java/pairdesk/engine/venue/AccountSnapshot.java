package pairdesk.engine.venue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;

/**
 * One read of a venue's account.
 *
 * @param complete the parts that were read to the end; a part that is not in here is unknown, not
 *     empty
 */
public record AccountSnapshot(
    VenueId venue,
    Instant readAt,
    List<Cash> cash,
    List<Holding> holdings,
    List<OrderUpdate> openOrders,
    List<Fill> fills,
    List<Payout> payouts,
    Set<Part> complete) {

  public AccountSnapshot {
    cash = List.copyOf(cash);
    holdings = List.copyOf(holdings);
    openOrders = List.copyOf(openOrders);
    fills = List.copyOf(fills);
    payouts = List.copyOf(payouts);
    complete = complete.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(complete));
  }

  /** What was read. */
  public enum Part {
    CASH,
    HOLDINGS,
    OPEN_ORDERS,
    FILLS,
    PAYOUTS
  }

  /**
   * Cash of one shard, as the venue's own ledger has it: what resting orders reserve is still in
   * it.
   *
   * @param shard Kalshi's {@code exchange_index}; 0 elsewhere
   * @param precisionE6 the venue reports multiples of this many micro-dollars, truncated
   */
  public record Cash(int shard, Usd total, long precisionE6) {}

  /**
   * Shares held of one instrument, never negative.
   *
   * @param pays what each pays when it is redeemed; null while the market's answer is not final,
   *     and where the venue pays by itself
   */
  public record Holding(Instrument instrument, Quantity quantity, @Nullable Price pays) {

    public Holding(Instrument instrument, Quantity quantity) {
      this(instrument, quantity, null);
    }

    /** Of no use to anybody any more: the market has its answer, and it is the other one. */
    public boolean isWorthless() {
      return pays != null && pays.equals(Price.ZERO);
    }
  }

  /** What can be redeemed, by market. */
  public Map<MarketId, Claim> claims() {
    var claims = new TreeMap<MarketId, Claim>();
    for (Holding holding : holdings) {
      Price pays = holding.pays();
      if (pays != null) {
        claims.merge(
            holding.instrument().market(),
            claim(holding, pays),
            (one, other) ->
                new Claim(
                    one.market(),
                    one.yesValueE4(),
                    one.yes().plus(other.yes()),
                    one.no().plus(other.no())));
      }
    }
    return claims;
  }

  private static Claim claim(Holding holding, Price pays) {
    MarketId market = holding.instrument().market();
    return switch (holding.instrument().outcome()) {
      case YES -> new Claim(market, pays.e4(), holding.quantity(), Quantity.ZERO);
      case NO -> new Claim(market, pays.complement().e4(), Quantity.ZERO, holding.quantity());
    };
  }

  /**
   * A settlement that the venue has paid.
   *
   * @param yesValueE4 what one share of YES was worth, in 1/10 000 dollar
   * @param paid what was credited for this market so far, in all
   */
  public record Payout(MarketId market, int yesValueE4, Usd paid, Instant at) {

    /** What a share of this outcome was worth. */
    public Price worth(Outcome outcome) {
      Price yes = Price.ofE4(yesValueE4);
      return switch (outcome) {
        case YES -> yes;
        case NO -> yes.complement();
      };
    }
  }
}
