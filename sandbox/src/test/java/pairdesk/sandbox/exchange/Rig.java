package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/** An exchange with one market and one trader on each venue, and a clock that moves when told. */
final class Rig {
  static final MarketId KALSHI = MarketId.kalshi("KXTEST-1");
  static final MarketId POLYMARKET = MarketId.polymarket("0x01");
  static final AccountId ON_KALSHI = new AccountId(VenueId.KALSHI, "trader");
  static final AccountId ON_POLYMARKET = new AccountId(VenueId.POLYMARKET, "trader");

  final List<ExchangeEvent> events = new ArrayList<>();
  final Exchange exchange;
  private Instant now = Instant.parse("2026-11-20T15:00:00Z");

  Rig() {
    exchange = new Exchange(ExchangeSettings.seeded(7), new SandboxClock(() -> now, 100));
    exchange.list(spec(KALSHI, new FeeTerms.Kalshi(FeeTerms.MakerFee.NONE, 1_000)));
    exchange.list(spec(POLYMARKET, new FeeTerms.Polymarket(500)));
    exchange.openAccount(ON_KALSHI, Map.of(0, Usd.ofDollars(100)));
    exchange.openAccount(ON_POLYMARKET, Map.of(0, Usd.ofDollars(100)));
    exchange.listen(events::add);
  }

  private MarketSpec spec(MarketId id, FeeTerms fees) {
    var life = new MarketSpec.Life(now, now.plus(Duration.ofHours(1)), Duration.ofSeconds(1));
    return new MarketSpec(id, PriceGrid.uniform(100), Quantity.ofE6(10_000), fees, 0, life);
  }

  Instant now() {
    return now;
  }

  void pass(Duration span) {
    now = now.plus(span);
    exchange.advance();
  }

  void crowd(MarketId market, String bid, String ask, long shares) {
    exchange.quote(
        market,
        List.of(new Level(Price.parse(bid), Quantity.ofShares(shares))),
        List.of(new Level(Price.parse(ask), Quantity.ofShares(shares))));
  }

  static OrderTerms terms(
      MarketId market, Outcome outcome, Side side, String price, long shares, Lifetime lifetime) {
    return new OrderTerms(
        market,
        outcome,
        side,
        Price.parse(price),
        Quantity.ofShares(shares),
        lifetime,
        OrderOptions.NONE);
  }

  Placement place(AccountId account, OrderTerms terms) {
    return exchange.place(account, OrderIds.client(""), terms);
  }

  Order placed(AccountId account, OrderTerms terms) {
    return switch (place(account, terms)) {
      case Placement.Placed(var order, _) -> order;
      case Placement.Refused(var reason) -> throw new AssertionError("refused: " + reason);
    };
  }

  Usd cash(AccountId account) {
    return exchange.account(account).cash().getOrDefault(0, Usd.ZERO);
  }
}
