package pairdesk.engine.loop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.portfolio.Position;
import pairdesk.engine.venue.AccountSnapshot.Payout;

/**
 * What hedged pairs gain or lose when the second of their markets pays as the first one did. The
 * venues of a pair seldom pay in the same hour: until then the books show one leg alone, a loss or
 * a gain that the other leg will undo.
 *
 * <p>Example: 100 shares at 0.40 and 100 at 0.55. The first leg ends worthless and the day stands
 * at minus $40; the second will bring $45.
 *
 * @param all of every such pair
 * @param today of those whose first market paid on this UTC day
 */
record AwaitedPayouts(Usd all, Usd today) {

  /** Shares that several pairs have in common are counted for the first of them. */
  static AwaitedPayouts of(Portfolio portfolio, Collection<Pair> pairs, Instant now) {
    var counted = new HashMap<Instrument, Quantity>();
    Usd all = Usd.ZERO;
    Usd today = Usd.ZERO;
    for (Pair pair : pairs) {
      for (MarketId first : List.of(pair.left(), pair.right())) {
        Optional<Payout> payout = portfolio.payout(first);
        if (payout.isPresent()) {
          Usd gain = gain(portfolio, pair, payout.get(), counted);
          all = all.plus(gain);
          today = day(payout.get().at()).equals(day(now)) ? today.plus(gain) : today;
        }
      }
    }
    return new AwaitedPayouts(all, today);
  }

  private static Usd gain(
      Portfolio portfolio, Pair pair, Payout payout, Map<Instrument, Quantity> counted) {
    Usd sum = Usd.ZERO;
    for (Outcome outcome : Outcome.values()) {
      var paid = new Instrument(payout.market(), outcome);
      Position hedge = portfolio.position(pair.hedge(paid));
      Quantity matched =
          left(portfolio.paidOut(paid), paid, counted)
              .min(left(hedge.quantity(), hedge.instrument(), counted));
      if (!matched.isZero()) {
        counted.merge(paid, matched, Quantity::plus);
        counted.merge(hedge.instrument(), matched, Quantity::plus);
        sum = sum.plus(gain(hedge, matched, payout.worth(outcome).complement()));
      }
    }
    return sum;
  }

  private static Quantity left(
      Quantity shares, Instrument instrument, Map<Instrument, Quantity> counted) {
    return shares.minusOrZero(counted.getOrDefault(instrument, Quantity.ZERO));
  }

  private static Usd gain(Position hedge, Quantity shares, Price worth) {
    Usd cost =
        Usd.ofE6(Rounding.UP.multiplyDivide(hedge.cost().e6(), shares.e6(), hedge.quantity().e6()));
    return Usd.of(worth, shares, Rounding.PROCEEDS_AGAINST_US).minus(cost);
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
