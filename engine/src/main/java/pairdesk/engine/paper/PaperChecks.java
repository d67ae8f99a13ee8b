package pairdesk.engine.paper;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.money.Price;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** What a venue would refuse an order for, and what cannot be proved on paper. */
record PaperChecks(PaperSettings settings) {

  /**
   * @throws IllegalArgumentException when the order breaks grid, lot or minimum of the market
   */
  static void form(OrderIntent.Terms terms, Market.Terms market) {
    if (!market.grid().accepts(terms.limit())) {
      throw new IllegalArgumentException("price " + terms.limit() + " is not on the grid");
    }
    if (!terms.quantity().floorTo(market.lot()).equals(terms.quantity())) {
      throw new IllegalArgumentException(terms.quantity() + " shares are not in lots");
    }
    if (terms.quantity().isLessThan(market.minimumSize())) {
      throw new IllegalArgumentException(terms.quantity() + " shares are below the minimum");
    }
  }

  static boolean isOpen(Market market, Instant now) {
    Instant close = market.life().close();
    return market.life().status() == MarketStatus.OPEN && (close == null || now.isBefore(close));
  }

  /** Whether fills may be concluded from this book. */
  boolean proves(@Nullable Book book, Instant now) {
    return book != null && !book.isCrossed() && book.age(now).compareTo(settings.maxBookAge()) < 0;
  }

  /** What the market's state and the order's own words forbid. */
  Optional<SubmitOutcome.Rejected> market(Market market, Instant now) {
    if (!isOpen(market, now)) {
      return refuse(RejectCode.MARKET_CLOSED, market.id() + " is " + market.life().status());
    }
    return Fees.knows(market.terms().fees())
        ? Optional.empty()
        : refuse(RejectCode.OTHER, "the fees of " + market.id() + " are not known");
  }

  /**
   * @param sweep what the order would take at once
   */
  Optional<SubmitOutcome.Rejected> terms(
      OrderIntent.Terms terms, Market.Terms market, Book book, Sweep sweep) {
    if (terms.postOnly() && crosses(terms, book)) {
      return refuse(RejectCode.POST_ONLY_CROSSES, "the limit reaches the other side");
    }
    boolean tooSmall =
        terms.side() == Side.BUY
            && !sweep.isEmpty()
            && sweep.amount().isLessThan(market.minimumMarketableBuy());
    if (tooSmall) {
      return refuse(RejectCode.BAD_SIZE, "a purchase of " + sweep.amount() + " is too small");
    }
    return switch (terms.timeInForce()) {
      case FOK ->
          sweep.shares().isLessThan(terms.quantity())
              ? notFillable("only " + sweep.shares() + " of " + terms.quantity() + " are displayed")
              : Optional.empty();
      case IOC -> sweep.isEmpty() ? notFillable("nothing is displayed") : Optional.empty();
      case GTC, GTD -> Optional.empty();
    };
  }

  static Optional<SubmitOutcome.Rejected> notFillable(String why) {
    return refuse(RejectCode.NOT_FILLABLE, why);
  }

  static Optional<SubmitOutcome.Rejected> refuse(RejectCode code, String why) {
    return Optional.of(new SubmitOutcome.Rejected(code, why));
  }

  private static boolean crosses(OrderIntent.Terms terms, Book book) {
    Ladder other = Taken.side(book, terms.side());
    if (other.isEmpty()) {
      return false;
    }
    Price best = other.best().price();
    return switch (terms.side()) {
      case BUY -> best.e4() <= terms.limit().e4();
      case SELL -> best.e4() >= terms.limit().e4();
    };
  }

  static boolean mayRest(TimeInForce life) {
    return switch (life) {
      case GTC, GTD -> true;
      case IOC, FOK -> false;
    };
  }
}
