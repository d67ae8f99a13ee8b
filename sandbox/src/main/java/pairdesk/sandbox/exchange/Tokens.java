package pairdesk.sandbox.exchange;

import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** Shares of the two outcomes of one market, and what they cost and brought. */
record Tokens(Shares yes, Shares no, Position.Figures figures) {
  static final Tokens NONE = new Tokens(Shares.NONE, Shares.NONE, Position.Figures.NONE);

  /**
   * Shares of one outcome.
   *
   * @param pending bought, not mined yet
   */
  record Shares(Quantity held, Quantity pending) {
    static final Shares NONE = new Shares(Quantity.ZERO, Quantity.ZERO);

    Shares awaiting(Quantity bought) {
      return new Shares(held, pending.plus(bought));
    }

    Shares arrived(Quantity bought) {
      return new Shares(held.plus(bought), pending.minus(bought));
    }

    Shares given(Quantity sold) {
      return new Shares(held.minus(sold), pending);
    }
  }

  Quantity held(Outcome outcome) {
    return of(outcome).held();
  }

  Tokens buying(Deal deal, Usd fee) {
    return with(deal.outcome(), of(deal.outcome()).awaiting(deal.quantity()))
        .cash(deal.cash(), deal.cash(), fee);
  }

  Tokens selling(Deal deal, Usd fee) {
    return with(deal.outcome(), of(deal.outcome()).given(deal.quantity()))
        .cash(deal.cash().negated(), deal.cash(), fee);
  }

  Tokens arrived(Deal deal) {
    return with(deal.outcome(), of(deal.outcome()).arrived(deal.quantity()));
  }

  Tokens takenBack(Deal deal, Usd fee) {
    Shares shares = of(deal.outcome());
    Usd traded = deal.cash().negated();
    if (deal.side() == Side.BUY) {
      var less = new Shares(shares.held(), shares.pending().minus(deal.quantity()));
      return with(deal.outcome(), less).cash(deal.cash().negated(), traded, fee.negated());
    }
    var more = new Shares(shares.held().plus(deal.quantity()), shares.pending());
    return with(deal.outcome(), more).cash(deal.cash(), traded, fee.negated());
  }

  /** More of one outcome, or less. */
  Tokens changed(Outcome outcome, long sharesE6) {
    Shares shares = of(outcome);
    Quantity held = Quantity.ofE6(Math.addExact(shares.held().e6(), sharesE6));
    return with(outcome, new Shares(held, shares.pending()));
  }

  Tokens redeemed() {
    return new Tokens(
        new Shares(Quantity.ZERO, yes.pending()), new Shares(Quantity.ZERO, no.pending()), figures);
  }

  Position position(MarketId market) {
    return new Position(market, yes.held(), no.held(), yes.pending(), no.pending(), figures);
  }

  private Shares of(Outcome outcome) {
    return outcome == Outcome.YES ? yes : no;
  }

  private Tokens with(Outcome outcome, Shares shares) {
    return outcome == Outcome.YES
        ? new Tokens(shares, no, figures)
        : new Tokens(yes, shares, figures);
  }

  private Tokens cash(Usd cost, Usd traded, Usd fee) {
    return new Tokens(
        yes,
        no,
        new Position.Figures(
            figures.cost().plus(cost),
            figures.traded().plus(traded),
            figures.realized(),
            figures.fees().plus(fee)));
  }
}
