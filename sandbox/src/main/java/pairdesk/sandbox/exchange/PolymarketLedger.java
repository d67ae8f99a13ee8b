package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.fees.PolymarketFees;

/**
 * Polymarket's rules: one pool of cash, YES and NO shares apart. What is given in a trade leaves at
 * once, what is received arrives when the trade is mined; a failed trade gives everything back.
 */
final class PolymarketLedger implements Ledger {
  private static final int POOL = 0;

  private final Map<MarketId, Tokens> tokens = new TreeMap<>();
  private final Approvals approvals = new Approvals();
  private Usd cash;
  private Usd pendingCash = Usd.ZERO;

  PolymarketLedger(Usd cash) {
    this.cash = cash;
  }

  @Override
  public boolean covers(List<Draft> matches, Resting rest, Collection<Order> open) {
    OrderTerms terms = rest.terms();
    if (terms.side() == Side.SELL) {
      Quantity given =
          matches.stream().map(m -> m.deal().quantity()).reduce(rest.quantity(), Quantity::plus);
      Quantity reserved = reservedShares(terms.market(), terms.outcome(), open);
      return !tokens(terms.market()).held(terms.outcome()).minusOrZero(reserved).isLessThan(given);
    }
    Usd needed = Usd.of(terms.price(), rest.quantity(), Rounding.UP);
    for (Draft match : matches) {
      needed = needed.plus(match.deal().cash()).plus(fee(match));
    }
    return !cash.minus(reservedCash(open)).isLessThan(needed);
  }

  @Override
  public Usd book(Draft match) {
    Deal deal = match.deal();
    Usd fee = fee(match);
    var before = tokens(deal.market());
    if (deal.side() == Side.BUY) {
      cash = cash.minus(deal.cash()).minus(fee);
      tokens.put(deal.market(), before.buying(deal, fee));
    } else {
      pendingCash = pendingCash.plus(deal.cash()).minus(fee);
      tokens.put(deal.market(), before.selling(deal, fee));
    }
    return fee;
  }

  private Usd fee(Draft match) {
    return switch (match.market().fees()) {
      case FeeTerms.Polymarket(int rate) ->
          match.taker()
              ? PolymarketFees.taker(rate, match.deal().price(), match.deal().quantity())
              : Usd.ZERO;
      case FeeTerms.Kalshi _ -> throw new IllegalStateException("not a Polymarket market");
    };
  }

  @Override
  public void advance(Fill fill, TradeStatus to) {
    switch (to) {
      case MINED -> mine(fill);
      case FAILED -> giveBack(fill);
      case MATCHED, RETRYING, CONFIRMED -> {}
    }
  }

  private void mine(Fill fill) {
    Deal deal = fill.deal();
    if (deal.side() == Side.SELL) {
      Usd proceeds = deal.cash().minus(fill.fee());
      pendingCash = pendingCash.minus(proceeds);
      cash = cash.plus(proceeds);
    } else {
      tokens.put(deal.market(), tokens(deal.market()).arrived(deal));
    }
  }

  private void giveBack(Fill fill) {
    Deal deal = fill.deal();
    tokens.put(deal.market(), tokens(deal.market()).takenBack(deal, fill.fee()));
    if (deal.side() == Side.SELL) {
      pendingCash = pendingCash.minus(deal.cash().minus(fill.fee()));
    } else {
      cash = cash.plus(deal.cash()).plus(fill.fee());
    }
  }

  @Override
  public Position position(MarketId market) {
    return tokens(market).position(market);
  }

  /** Redeems what there is of both outcomes. */
  @Override
  public Optional<Settlement> settle(MarketSpec market, Price yesPays, Instant now) {
    Position position = position(market.id());
    if (position.yes().isZero() && position.no().isZero()) {
      return Optional.empty();
    }
    Usd payout =
        Usd.of(yesPays, position.yes(), Rounding.DOWN)
            .plus(Usd.of(yesPays.complement(), position.no(), Rounding.DOWN));
    cash = cash.plus(payout);
    tokens.put(market.id(), tokens(market.id()).redeemed());
    return Optional.of(new Settlement(position, yesPays, payout, now));
  }

  @Override
  public void setCash(int shard, Usd amount) {
    if (shard != POOL) {
      throw new IllegalArgumentException("Polymarket has one pool of cash, shard 0: " + shard);
    }
    cash = amount;
  }

  @Override
  public AccountView view(AccountId id, Collection<Order> open) {
    return new AccountView(
        id,
        Map.of(POOL, cash),
        Map.of(POOL, reservedCash(open)),
        pendingCash,
        tokens.keySet().stream().map(this::position).filter(p -> !p.isFlat()).toList());
  }

  private static Usd reservedCash(Collection<Order> open) {
    return open.stream()
        .filter(o -> o.terms().side() == Side.BUY)
        .map(o -> Usd.of(o.terms().price(), o.progress().remaining(), Rounding.UP))
        .reduce(Usd.ZERO, Usd::plus);
  }

  private static Quantity reservedShares(MarketId market, Outcome outcome, Collection<Order> open) {
    return open.stream()
        .filter(o ->
            o.terms().side() == Side.SELL
                && o.terms().outcome() == outcome
                && o.terms().market().equals(market))
        .map(o -> o.progress().remaining())
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  private Tokens tokens(MarketId market) {
    return tokens.getOrDefault(market, Tokens.NONE);
  }

  /** What a batch on the chain may change, to be put back when it fails. */
  record Saved(Map<MarketId, Tokens> tokens, Usd cash, Approvals approvals) {}

  Saved save() {
    return new Saved(new TreeMap<>(tokens), cash, approvals.copy());
  }

  void restore(Saved saved) {
    tokens.clear();
    tokens.putAll(saved.tokens());
    cash = saved.cash();
    approvals.become(saved.approvals());
  }

  Approvals approvals() {
    return approvals;
  }

  Usd cash() {
    return cash;
  }

  void addCash(Usd amount) {
    cash = cash.plus(amount);
  }

  boolean holds(MarketId market, Outcome outcome, Quantity shares) {
    return !tokens(market).held(outcome).isLessThan(shares);
  }

  /** More shares of one outcome, or fewer. */
  void change(MarketId market, Outcome outcome, long sharesE6) {
    tokens.put(market, tokens(market).changed(outcome, sharesE6));
  }
}
