package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.fees.KalshiFees;

/** Kalshi's rules: cash per shard, one signed position per market, offsets released at once. */
final class KalshiLedger implements Ledger {
  private final KalshiFees fees;
  private final Function<MarketId, MarketSpec> markets;
  private final Map<Integer, Usd> cash = new TreeMap<>();
  private final Map<MarketId, Holding> holdings = new TreeMap<>();
  private final Map<String, Usd> gatheredRounding = new HashMap<>();

  KalshiLedger(KalshiFees fees, Function<MarketId, MarketSpec> markets, Map<Integer, Usd> cash) {
    this.fees = fees;
    this.markets = markets;
    this.cash.putAll(cash);
  }

  @Override
  public boolean covers(List<Draft> matches, Resting rest, Collection<Order> open) {
    MarketId id = rest.terms().market();
    int shard = markets.apply(id).shard();
    var resting = open.stream().map(Resting::of).toList();
    Usd cashNow = cash.getOrDefault(shard, Usd.ZERO);
    Usd freeNow = cashNow.minus(reserves(resting, Map.of()).getOrDefault(shard, Usd.ZERO));
    Holding holding = holding(id);
    Usd cashAfter = cashNow;
    for (Draft match : matches) {
      Deal deal = match.deal();
      var after = holding.after(deal.yesSide(), deal.yesPrice(), deal.quantity());
      // The balance's rounding can take one more step than the trade fee.
      Usd fee = tradeFee(match).plus(Usd.ofE6(fees.balanceStepE6()));
      cashAfter = cashAfter.plus(after.cash()).minus(fee);
      holding = after.holding();
    }
    var restingAfter = Stream.concat(resting.stream(), Stream.of(rest)).toList();
    Usd reservedAfter = reserves(restingAfter, Map.of(id, holding)).getOrDefault(shard, Usd.ZERO);
    // An order that leaves no less free than before is always covered: it only closes.
    return !cashAfter.minus(reservedAfter).isLessThan(freeNow.min(Usd.ZERO));
  }

  @Override
  public Usd book(Draft match) {
    Deal deal = match.deal();
    var after = holding(deal.market()).after(deal.yesSide(), deal.yesPrice(), deal.quantity());
    Usd gathered = gatheredRounding.getOrDefault(match.orderId(), Usd.ZERO);
    var charge = fees.charge(tradeFee(match), after.cash(), gathered);
    gatheredRounding.put(match.orderId(), charge.gathered());
    holdings.put(deal.market(), after.holding().charged(charge.net()));
    add(match.market().shard(), after.cash().minus(charge.net()));
    return charge.net();
  }

  private Usd tradeFee(Draft match) {
    return switch (match.market().fees()) {
      case FeeTerms.Kalshi(var maker, int multiplier) -> {
        int coefficient =
            match.taker()
                ? KalshiFees.TAKER_COEFFICIENT_E4
                : switch (maker) {
                  case NONE -> 0;
                  case QUARTER -> KalshiFees.TAKER_COEFFICIENT_E4 / 4;
                  case HALF -> KalshiFees.TAKER_COEFFICIENT_E4 / 2;
                };
        yield fees.tradeFee(coefficient, multiplier, match.deal().price(), match.deal().quantity());
      }
      case FeeTerms.Polymarket _ -> throw new IllegalStateException("not a Kalshi market");
    };
  }

  /** Kalshi's trades are final at once. */
  @Override
  public void advance(Fill fill, TradeStatus to) {
    throw new IllegalStateException("Kalshi trades do not settle later: " + fill.tradeId());
  }

  @Override
  public Position position(MarketId market) {
    Holding holding = holding(market);
    return new Position(
        market,
        Quantity.ofE6(Math.max(0, holding.signedE6())),
        Quantity.ofE6(Math.max(0, -holding.signedE6())),
        Quantity.ZERO,
        Quantity.ZERO,
        holding.figures());
  }

  @Override
  public Optional<Settlement> settle(MarketSpec market, Price yesPays, Instant now) {
    if (!holdings.containsKey(market.id())) {
      return Optional.empty();
    }
    Position position = position(market.id());
    Usd payout =
        Usd.of(yesPays, position.yes(), Rounding.DOWN)
            .plus(Usd.of(yesPays.complement(), position.no(), Rounding.DOWN));
    add(market.shard(), payout);
    holdings.remove(market.id());
    return Optional.of(new Settlement(position, yesPays, payout, now));
  }

  @Override
  public void setCash(int shard, Usd amount) {
    cash.put(shard, amount);
  }

  @Override
  public AccountView view(AccountId id, Collection<Order> open) {
    return new AccountView(
        id,
        cash,
        reserves(open.stream().map(Resting::of).toList(), Map.of()),
        Usd.ZERO,
        holdings.keySet().stream().map(this::position).toList());
  }

  /** By shard; {@code instead} replaces holdings that are about to change. */
  private Map<Integer, Usd> reserves(List<Resting> resting, Map<MarketId, Holding> instead) {
    var byMarket = resting.stream().collect(Collectors.groupingBy(r -> r.terms().market()));
    var reserved = new TreeMap<Integer, Usd>();
    byMarket.forEach((id, orders) -> {
      long signed = instead.getOrDefault(id, holding(id)).signedE6();
      Usd needed =
          reserve(Side.BUY, Math.max(0, -signed), orders)
              .plus(reserve(Side.SELL, Math.max(0, signed), orders));
      reserved.merge(markets.apply(id).shard(), needed, Usd::plus);
    });
    return reserved;
  }

  /** The orders that fill first use the offset; what they do not offset is paid in full. */
  private static Usd reserve(Side side, long offsetE6, List<Resting> orders) {
    var dearestFirst =
        orders.stream()
            .filter(o -> o.terms().bookSide() == side)
            .sorted(Comparator.comparing(KalshiLedger::opening).reversed())
            .toList();
    Usd sum = Usd.ZERO;
    long left = offsetE6;
    for (Resting order : dearestFirst) {
      long offset = Math.min(left, order.quantity().e6());
      left -= offset;
      Quantity paid = Quantity.ofE6(order.quantity().e6() - offset);
      sum = sum.plus(Usd.of(opening(order), paid, Rounding.UP));
    }
    return sum;
  }

  /** What one contract costs to open. */
  private static Price opening(Resting order) {
    Price yes = order.terms().bookPrice();
    return order.terms().bookSide() == Side.BUY ? yes : yes.complement();
  }

  private Holding holding(MarketId market) {
    return holdings.getOrDefault(market, Holding.NONE);
  }

  private void add(int shard, Usd amount) {
    cash.merge(shard, amount, Usd::plus);
  }
}
