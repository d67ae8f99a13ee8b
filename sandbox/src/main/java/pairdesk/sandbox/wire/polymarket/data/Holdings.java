package pairdesk.sandbox.wire.polymarket.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.ChainMove;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Settlement;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** A wallet's mined shares by token, with what they cost and brought according to the fills. */
final class Holdings {
  private final Venue venue;

  Holdings(Venue venue) {
    this.venue = venue;
  }

  /** Every token that the wallet ever had, in the order of its first fills. */
  List<Holding> of(Trader trader) {
    var bases = new LinkedHashMap<Token, Basis>();
    for (Fill fill : venue.exchange().fills(trader.account())) {
      Token token = venue.listings().token(fill.deal().market(), fill.deal().outcome());
      bases.merge(token, Basis.NONE.after(fill), (known, _) -> known.after(fill));
    }
    venue.exchange().moves(trader.account()).forEach(move -> move(bases, move));
    for (Settlement settlement : venue.exchange().settlements(trader.account())) {
      redeem(bases, settlement);
    }
    return bases.entrySet().stream().map(entry -> holding(trader, entry)).toList();
  }

  /** A set costs and brings a dollar, half of it for each outcome. */
  private void move(Map<Token, Basis> bases, ChainMove move) {
    Token yes = venue.listings().token(move.market(), Outcome.YES);
    Token no = venue.listings().token(move.market(), Outcome.NO);
    Usd half = Usd.ofE6(move.cash().e6() / 2);
    switch (move.kind()) {
      case SPLIT -> {
        bases.merge(yes, got(move.yes(), half, move), (known, _) -> known.got(move.yes(), half));
        bases.merge(no, got(move.no(), half, move), (known, _) -> known.got(move.no(), half));
      }
      case MERGE -> {
        bases.computeIfPresent(yes, (_, known) -> known.left(move.yes(), half, move.at()));
        bases.computeIfPresent(no, (_, known) -> known.left(move.no(), half, move.at()));
      }
      case CONVERSION -> {
        bases.computeIfPresent(no, (_, known) -> known.left(move.no(), move.cash(), move.at()));
        bases.merge(
            yes, got(move.yes(), Usd.ZERO, move), (known, _) -> known.got(move.yes(), Usd.ZERO));
      }
    }
  }

  private static Basis got(Quantity shares, Usd paid, ChainMove move) {
    return new Basis(shares, paid, Usd.ZERO, Quantity.ZERO, Usd.ZERO, move.at());
  }

  private void redeem(Map<Token, Basis> bases, Settlement settlement) {
    for (Outcome outcome : Outcome.values()) {
      Token token = venue.listings().token(settlement.position().market(), outcome);
      Quantity redeemed = settlement.position().of(outcome);
      Usd proceeds = Usd.of(worth(settlement.yesPaid(), outcome), redeemed, Rounding.DOWN);
      bases.computeIfPresent(token, (_, basis) -> basis.left(redeemed, proceeds, settlement.at()));
    }
  }

  private Holding holding(Trader trader, Map.Entry<Token, Basis> entry) {
    Token token = entry.getKey();
    Position position = venue.exchange().position(trader.account(), token.market());
    MarketState state = venue.state(token.market());
    return new Holding(
        token,
        position.of(token.outcome()),
        entry.getValue(),
        price(token, state),
        Venue.isResolved(state),
        !position.yes().isZero() && !position.no().isZero());
  }

  /** What the token pays, or until that is known what somebody bids for it. */
  private Price price(Token token, MarketState state) {
    Price value = state.value();
    if (value != null) {
      return worth(value, token.outcome());
    }
    BookView book = venue.exchange().book(token.market());
    var bids = book.bids(token.outcome());
    return bids.isEmpty() ? Price.ZERO : bids.getFirst().price();
  }

  private static Price worth(Price yesPays, Outcome outcome) {
    return outcome == Outcome.YES ? yesPays : yesPays.complement();
  }
}
