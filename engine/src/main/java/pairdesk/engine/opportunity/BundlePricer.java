package pairdesk.engine.opportunity;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Side;

/**
 * What a bundle of equal shares costs on the books of now, and what it then earns: depth walked,
 * fees of each venue, slippage allowance, everything rounded against us.
 *
 * @param slippage set aside per dollar of payout
 */
public record BundlePricer(Fees fees, Ratio slippage) {
  /** Seconds of a year in basis points. */
  private static final long YEAR_BPS = Duration.ofDays(365).toSeconds() * 10_000;

  /** One instrument that can be bought: its market, and its book. */
  public record Quote(Market market, Book book) {}

  /** Legs of equal shares, and what they earn together. */
  public record Priced(List<Leg> legs, Edge edge) {
    public Priced {
      legs = List.copyOf(legs);
    }
  }

  /** As {@link #price(List, Quantity, int, Instant)}, of a bundle of which one leg pays. */
  public Optional<Priced> price(List<Quote> quotes, Quantity shares, Instant now) {
    return price(quotes, shares, 1, now);
  }

  /**
   * Prices a purchase of this many shares of every quote. Empty when a book is not deep enough, or
   * a leg would break its market's lot or minimum.
   *
   * @param paying how many of the legs pay a dollar a share, whatever resolves
   * @throws IllegalArgumentException when a market's fees are not known
   */
  public Optional<Priced> price(List<Quote> quotes, Quantity shares, int paying, Instant now) {
    var legs = new ArrayList<Leg>();
    Usd cost = Usd.ZERO;
    Usd fee = Usd.ZERO;
    for (Quote quote : quotes) {
      Sweep sweep = Sweep.buy(quote.book().asks(), shares, Price.ONE);
      if (!sweep.shares().equals(shares) || !accepts(quote.market().terms(), sweep)) {
        return Optional.empty();
      }
      Leg leg = leg(fees, quote, sweep, now);
      legs.add(leg);
      cost = cost.plus(leg.cost());
      fee = fee.plus(leg.fee());
    }
    Usd payout = Usd.ofE6(Math.multiplyExact(shares.e6(), paying));
    Usd allowance = payout.times(slippage, Rounding.UP);
    Usd net = payout.minus(cost).minus(fee).minus(allowance);
    Ratio annualised = annualised(net, cost.plus(fee), untilLast(quotes, now));
    return Optional.of(new Priced(legs, new Edge(payout, cost, fee, allowance, annualised)));
  }

  /** The same bundle with fewer shares, on the books of now: what a smaller verdict leaves. */
  public Optional<Opportunity.Bundle> resize(
      Opportunity.Bundle bundle, Quantity shares, List<Quote> quotes, Instant now) {
    return price(quotes, shares, bundle.paying(), now)
        .map(priced ->
            new Opportunity.Bundle(
                bundle.id(),
                bundle.strategy(),
                bundle.pair(),
                priced.legs(),
                priced.edge(),
                bundle.at()));
  }

  static Leg leg(Fees fees, Quote quote, Sweep sweep, Instant now) {
    Book book = quote.book();
    return new Leg(
        book.instrument(),
        sweep.shares(),
        sweep.worst(),
        sweep.amount(),
        fees.estimate(quote.market().terms().fees(), Side.BUY, sweep),
        new Leg.Reading(book.version(), book.age(now)));
  }

  static boolean accepts(Market.Terms terms, Sweep sweep) {
    Quantity shares = sweep.shares();
    return !shares.isZero()
        && shares.floorTo(terms.lot()).equals(shares)
        && !shares.isLessThan(terms.minimumSize())
        && !sweep.amount().isLessThan(terms.minimumMarketableBuy());
  }

  /** Until the later settlement; null when a market does not say when it settles. */
  static @Nullable Duration untilLast(List<Quote> quotes, Instant now) {
    Instant last = now.plusSeconds(1);
    for (Quote quote : quotes) {
      Instant resolves = quote.market().life().resolves();
      if (resolves == null) {
        return null;
      }
      last = resolves.isAfter(last) ? resolves : last;
    }
    return Duration.between(now, last);
  }

  static @Nullable Ratio annualised(Usd net, Usd locked, @Nullable Duration span) {
    if (span == null || !locked.isGreaterThan(Usd.ZERO)) {
      return null;
    }
    long seconds = span.toSeconds();
    boolean fits = isLong(net.e6(), YEAR_BPS) && isLong(locked.e6(), seconds);
    return fits
        ? saturated(net.e6() * YEAR_BPS / (locked.e6() * seconds))
        : annualisedOfLarge(net, locked, seconds);
  }

  /** Whether the product is one. */
  private static boolean isLong(long one, long other) {
    return Math.multiplyHigh(one, other) == (one * other) >> 63;
  }

  private static Ratio annualisedOfLarge(Usd net, Usd locked, long seconds) {
    BigInteger yearly = BigInteger.valueOf(net.e6()).multiply(BigInteger.valueOf(YEAR_BPS));
    BigInteger tied = BigInteger.valueOf(locked.e6()).multiply(BigInteger.valueOf(seconds));
    BigInteger most = BigInteger.valueOf(Integer.MAX_VALUE);
    return saturated(yearly.divide(tied).min(most).max(most.negate()).longValueExact());
  }

  private static Ratio saturated(long bps) {
    return Ratio.ofBps(Math.clamp(bps, -Integer.MAX_VALUE, Integer.MAX_VALUE));
  }
}
