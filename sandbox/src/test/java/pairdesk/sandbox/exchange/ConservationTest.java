package pairdesk.sandbox.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/**
 * Random trading: what an account has is always what it started with, changed by its fills. The
 * seed is printed on failure and can be given back as {@code -Dpairdesk.seed}.
 */
class ConservationTest {
  private static final Usd START = Usd.ofDollars(100);

  private final long seed =
      Long.getLong("pairdesk.seed", ThreadLocalRandom.current().nextLong(1_000_000_000L));
  private final SplittableRandom random = new SplittableRandom(seed);
  private final Rig rig = new Rig();

  @Test
  void cashAndSharesAreConserved() {
    for (int step = 0; step < 600; step++) {
      act();
      check(Rig.ON_KALSHI, Rig.KALSHI, step);
      check(Rig.ON_POLYMARKET, Rig.POLYMARKET, step);
    }
    assertTrue(rig.exchange.fills(Rig.ON_KALSHI).size() > 20, note("no trading", 600));
    assertTrue(rig.exchange.fills(Rig.ON_POLYMARKET).size() > 20, note("no trading", 600));
  }

  private void act() {
    boolean kalshi = random.nextBoolean();
    MarketId market = kalshi ? Rig.KALSHI : Rig.POLYMARKET;
    AccountId trader = kalshi ? Rig.ON_KALSHI : Rig.ON_POLYMARKET;
    switch (random.nextInt(6)) {
      case 0 -> quote(market);
      case 1 -> rig.pass(Duration.ofMillis(random.nextInt(900)));
      case 2 -> rig.place(AccountId.crowd(market.venue()), order(market, true));
      case 3 -> cancelOne(trader);
      default -> rig.place(trader, order(market, random.nextBoolean()));
    }
    if (!kalshi && random.nextInt(40) == 0) {
      rig.exchange.scriptNextTrade(
          List.of(new TradeStep(TradeStatus.FAILED, Duration.ofMillis(700))));
    }
  }

  private void quote(MarketId market) {
    int bid = 20 + random.nextInt(50);
    rig.exchange.quote(
        market, List.of(level(bid), level(bid - 2)), List.of(level(bid + 2), level(bid + 5)));
  }

  private Level level(int cents) {
    return new Level(Price.ofCents(cents), Quantity.ofE6((1 + random.nextInt(300)) * 10_000L));
  }

  private OrderTerms order(MarketId market, boolean immediate) {
    Outcome outcome = random.nextBoolean() ? Outcome.YES : Outcome.NO;
    Side side = random.nextInt(3) == 0 ? Side.SELL : Side.BUY;
    Lifetime lifetime =
        immediate ? new Lifetime.ImmediateOrCancel() : new Lifetime.GoodTillCancelled();
    Level wish = level(10 + random.nextInt(80));
    return new OrderTerms(
        market, outcome, side, wish.price(), wish.quantity(), lifetime, OrderOptions.NONE);
  }

  private void cancelOne(AccountId trader) {
    rig.exchange.orders(trader).stream()
        .filter(Order::isOpen)
        .findFirst()
        .ifPresent(o -> rig.exchange.cancel(trader, o.id(), CancelReason.USER));
  }

  private void check(AccountId account, MarketId market, int step) {
    AccountView view = rig.exchange.account(account);
    Position position = rig.exchange.position(account, market);
    long yes = 0;
    long no = 0;
    Usd spent = Usd.ZERO;
    for (Fill fill : rig.exchange.fills(account)) {
      Deal deal = fill.deal();
      long signed = deal.side() == Side.BUY ? deal.quantity().e6() : -deal.quantity().e6();
      if (deal.outcome() == Outcome.YES) {
        yes += signed;
      } else {
        no += signed;
      }
      Usd cash = Usd.of(deal.price(), deal.quantity(), Rounding.UP);
      spent = spent.plus(deal.side() == Side.BUY ? cash : cash.negated()).plus(fill.fee());
    }
    long held = position.signedE6() + position.pendingYes().e6() - position.pendingNo().e6();
    assertEquals(yes - no, held, note("shares", step));
    // A dollar came back for every pair of YES and NO that Kalshi closed.
    long pairs = account.equals(Rig.ON_KALSHI) ? no - position.no().e6() : 0;
    Usd expected = START.minus(spent).plus(Usd.ofE6(pairs));
    Usd actual = view.cash().values().stream().reduce(Usd.ZERO, Usd::plus).plus(view.pendingCash());
    assertEquals(expected, actual, note("cash of " + account, step));
    assertTrue(
        !view.free(0).isLessThan(Usd.parse("-0.05")), note("free cash " + view.free(0), step));
  }

  private String note(String what, int step) {
    return what + " at step " + step + ", seed " + seed;
  }
}
