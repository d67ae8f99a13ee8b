package pairdesk.engine.portfolio;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.AccountSnapshot.Payout;

/**
 * The fills of one market, one after the other: shares, cost, earnings, cash. Fills in exact
 * micro-dollars where the venue's amounts are (Kalshi always); where price times quantity is finer,
 * purchases are rounded up and sales down.
 */
final class MarketFold {
  private final MarketId market;
  private final Map<Outcome, Holding> holdings = new EnumMap<>(Outcome.class);
  private final Map<Outcome, Earned> earnedOn = new EnumMap<>(Outcome.class);
  private final TreeMap<PnlKey, Earned> earned = new TreeMap<>();
  private final Map<Outcome, Quantity> paidOut = new EnumMap<>(Outcome.class);
  private Usd cash = Usd.ZERO;
  private Quantity oversold = Quantity.ZERO;

  MarketFold(MarketId market) {
    this.market = market;
    for (Outcome outcome : Outcome.values()) {
      holdings.put(outcome, new Holding());
      earnedOn.put(outcome, Earned.NOTHING);
    }
  }

  void book(Fill fill, Attribution owner) {
    Outcome outcome = fill.instrument().outcome();
    PnlKey key = PnlKey.of(fill.at(), market.venue(), owner);
    if (netsOutcomes(market.venue())) {
      if (fill.side() == Side.BUY) {
        buyNetting(outcome, fill.quantity(), fill.price(), key);
      } else {
        buyNetting(outcome.opposite(), fill.quantity(), fill.price().complement(), key);
      }
    } else if (fill.side() == Side.BUY) {
      Usd cost = Usd.of(fill.price(), fill.quantity(), Rounding.COST_AGAINST_US);
      holding(outcome).add(owner, fill.quantity(), cost);
      cash = cash.minus(cost);
    } else {
      sell(outcome, fill, key);
    }
    earnedOn.merge(outcome, new Earned(Usd.ZERO, fill.fee()), Earned::plus);
    earned.merge(key, new Earned(Usd.ZERO, fill.fee()), Earned::plus);
    cash = cash.minus(fill.fee());
  }

  /**
   * Pays every share what it is worth, and returns the sum. Earnings follow the worth, cash follows
   * what was credited.
   */
  Usd payOut(Payout payout) {
    Usd due = Usd.ZERO;
    for (Outcome outcome : Outcome.values()) {
      Holding holding = holding(outcome);
      Price worth = payout.worth(outcome);
      paidOut.put(outcome, holding.quantity());
      Usd value = Usd.of(worth, holding.quantity(), Rounding.PROCEEDS_AGAINST_US);
      close(
          outcome,
          holding.quantity(),
          value,
          PnlKey.of(payout.at(), market.venue(), Attribution.EXTERNAL));
      due = due.plus(value);
    }
    cash = cash.plus(payout.paid());
    return due;
  }

  /** Kalshi holds one side of a market at a time: a share of each closes at one dollar. */
  static boolean netsOutcomes(VenueId venue) {
    return venue.equals(VenueId.KALSHI);
  }

  private void buyNetting(Outcome outcome, Quantity quantity, Price price, PnlKey key) {
    Quantity closed = holding(outcome.opposite()).quantity().min(quantity);
    Quantity opened = quantity.minus(closed);
    Usd cost = Usd.of(price, quantity, Rounding.COST_AGAINST_US);
    Usd costOfOpened = Usd.of(price, opened, Rounding.COST_AGAINST_US);
    Usd pairsAtOneDollar = Usd.ofE6(closed.e6());
    close(outcome.opposite(), closed, pairsAtOneDollar.minus(cost.minus(costOfOpened)), key);
    holding(outcome).add(key.attribution(), opened, costOfOpened);
    cash = cash.minus(cost).plus(pairsAtOneDollar);
  }

  private void sell(Outcome outcome, Fill fill, PnlKey key) {
    Quantity held = holding(outcome).quantity().min(fill.quantity());
    Usd proceeds = Usd.of(fill.price(), fill.quantity(), Rounding.PROCEEDS_AGAINST_US);
    Usd ofHeld = Usd.of(fill.price(), held, Rounding.PROCEEDS_AGAINST_US);
    close(outcome, held, ofHeld, key);
    realise(outcome, key, proceeds.minus(ofHeld));
    oversold = oversold.plus(fill.quantity().minus(held));
    cash = cash.plus(proceeds);
  }

  private void close(Outcome outcome, Quantity quantity, Usd proceeds, PnlKey key) {
    holding(outcome)
        .close(
            key.attribution(),
            quantity,
            proceeds,
            (owner, amount) -> realise(outcome, new PnlKey(key.day(), key.venue(), owner), amount));
  }

  private void realise(Outcome outcome, PnlKey key, Usd amount) {
    if (!amount.isZero()) {
      var gain = new Earned(amount, Usd.ZERO);
      earnedOn.merge(outcome, gain, Earned::plus);
      earned.merge(key, gain, Earned::plus);
    }
  }

  Quantity held(Outcome outcome) {
    return holding(outcome).quantity();
  }

  /** Shares that the payout ended, worthless ones too. */
  Quantity paidOut(Outcome outcome) {
    return paidOut.getOrDefault(outcome, Quantity.ZERO);
  }

  Usd cost(Outcome outcome) {
    return holding(outcome).cost();
  }

  Earned earnedOn(Outcome outcome) {
    return earnedOn.getOrDefault(outcome, Earned.NOTHING);
  }

  Map<PnlKey, Earned> earned() {
    return Map.copyOf(earned);
  }

  /** What the market has brought in cash so far; negative while shares are held. */
  Usd cash() {
    return cash;
  }

  /** Shares sold that we never held: a defect, or a purchase that was taken back. */
  Quantity oversold() {
    return oversold;
  }

  private Holding holding(Outcome outcome) {
    Holding holding = holdings.get(outcome);
    if (holding == null) {
      throw new IllegalStateException("no holding of " + outcome);
    }
    return holding;
  }
}
