package pairdesk.sandbox.wire.polymarket.data;

import java.util.List;
import java.util.stream.Stream;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** A wallet's mined shares by token, with what they cost according to the fills. */
final class Holdings {
  private final Venue venue;

  Holdings(Venue venue) {
    this.venue = venue;
  }

  List<Holding> of(Trader trader) {
    List<Fill> fills = venue.exchange().fills(trader.account());
    return venue.exchange().account(trader.account()).positions().stream()
        .flatMap(position -> holdings(position, fills))
        .toList();
  }

  private Stream<Holding> holdings(Position position, List<Fill> fills) {
    return Stream.of(Outcome.values())
        .filter(outcome -> !position.of(outcome).isZero())
        .map(outcome -> venue.listings().token(position.market(), outcome))
        .map(token -> holding(token, position.of(token.outcome()), fills));
  }

  private Holding holding(Token token, Quantity size, List<Fill> fills) {
    Quantity bought = Quantity.ZERO;
    Usd paid = Usd.ZERO;
    for (Fill fill : fills) {
      boolean buysThis =
          fill.deal().side() == Side.BUY
              && fill.deal().market().equals(token.market())
              && fill.deal().outcome() == token.outcome();
      if (buysThis) {
        bought = bought.plus(fill.deal().quantity());
        paid = paid.plus(fill.deal().cash());
      }
    }
    MarketState state = venue.state(token.market());
    return new Holding(
        token,
        size,
        share(paid, size, bought),
        bought,
        price(token, state),
        Venue.isResolved(state));
  }

  /** The part of the cost that belongs to what is still held. */
  private static Usd share(Usd paid, Quantity held, Quantity bought) {
    if (bought.isZero()) {
      return Usd.ZERO;
    }
    return Usd.ofE6(
        Rounding.DOWN.divide(Math.multiplyExact(paid.e6(), held.e6() / 100), bought.e6() / 100));
  }

  private Price price(Token token, MarketState state) {
    Price value = state.value();
    if (value != null) {
      return token.outcome() == Outcome.YES ? value : value.complement();
    }
    BookView book = venue.exchange().book(token.market());
    var bids = book.bids(token.outcome());
    return bids.isEmpty() ? Price.ZERO : bids.getFirst().price();
  }
}
