package pairdesk.engine.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.Fill.Liquidity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.Attribution;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * Paper cash and paper shares at one venue, by the same ledger as the engine's own books: given the
 * same fills both come to the same.
 */
final class PaperAccount {
  private final VenueId venue;
  private final Portfolio portfolio = Portfolio.pooled();

  PaperAccount(VenueId venue, PaperExchange.Opening opening) {
    this.venue = venue;
    portfolio.cashReported(venue, new AccountSnapshot.Cash(0, opening.cash(), 1), Instant.EPOCH);
    opening.fills().forEach(this::book);
    opening.payouts().forEach(portfolio::applyPayout);
  }

  /**
   * A purchase must be covered at its limit with its fee, a sale by shares; what rests keeps its
   * own.
   */
  Optional<SubmitOutcome.Rejected> refuses(
      OrderIntent intent, Market market, Fees fees, List<PaperOrder> resting) {
    return switch (intent.terms().side()) {
      case BUY -> {
        Usd free = portfolio.cash(venue, 0).total();
        for (PaperOrder order : resting) {
          if (order.intent().terms().side() == Side.BUY) {
            free = free.minus(cost(order.intent(), order.market(), order.remaining(), fees));
          }
        }
        Usd needed = cost(intent, market, intent.terms().quantity(), fees);
        yield needed.isGreaterThan(free)
            ? refuse("needs " + needed, "has " + free + " free")
            : none();
      }
      case SELL -> {
        Quantity free = portfolio.position(intent.instrument()).quantity();
        for (PaperOrder order : resting) {
          if (order.intent().terms().side() == Side.SELL
              && order.intent().instrument().equals(intent.instrument())) {
            free = free.minusOrZero(order.remaining());
          }
        }
        Quantity sold = intent.terms().quantity();
        yield sold.isGreaterThan(free)
            ? refuse("sells " + sold + " shares", "has " + free)
            : none();
      }
    };
  }

  void book(Fill fill) {
    portfolio.apply(fill, Attribution.EXTERNAL);
  }

  /**
   * Pays for the shares of a market that has its answer; empty when there are none, or when it paid
   * before. An answer that the venue changes afterwards is not followed.
   */
  Optional<AccountSnapshot.Payout> settle(Market market, Instant now) {
    Price yesPays = market.life().yesPays();
    Quantity yes = portfolio.position(market.id().yes()).quantity();
    Quantity no = portfolio.position(market.id().no()).quantity();
    if (yesPays == null || (yes.isZero() && no.isZero())) {
      return Optional.empty();
    }
    Usd paid =
        Usd.of(yesPays, yes, Rounding.PROCEEDS_AGAINST_US)
            .plus(Usd.of(yesPays.complement(), no, Rounding.PROCEEDS_AGAINST_US));
    var payout = new AccountSnapshot.Payout(market.id(), yesPays.e4(), paid, now);
    portfolio.applyPayout(payout);
    return Optional.of(payout);
  }

  private static Usd cost(OrderIntent intent, Market market, Quantity quantity, Fees fees) {
    OrderIntent.Terms terms = intent.terms();
    return Usd.of(terms.limit(), quantity, Rounding.COST_AGAINST_US)
        .plus(
            fees.estimate(
                market.terms().fees(), Liquidity.TAKER, Side.BUY, terms.limit(), quantity));
  }

  private static Optional<SubmitOutcome.Rejected> refuse(String needed, String free) {
    return PaperChecks.refuse(
        RejectCode.INSUFFICIENT_BALANCE, "the paper account " + free + ", the order " + needed);
  }

  private static Optional<SubmitOutcome.Rejected> none() {
    return Optional.empty();
  }
}
