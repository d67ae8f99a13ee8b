package pairdesk.sandbox.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.exchange.Rig.KALSHI;
import static pairdesk.sandbox.exchange.Rig.ON_KALSHI;
import static pairdesk.sandbox.exchange.Rig.ON_POLYMARKET;
import static pairdesk.sandbox.exchange.Rig.POLYMARKET;
import static pairdesk.sandbox.exchange.Rig.terms;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.Placement.Placed;
import pairdesk.sandbox.exchange.Placement.Refused;

class ExchangeTest {
  private static final Lifetime GTC = new Lifetime.GoodTillCancelled();
  private static final Lifetime IOC = new Lifetime.ImmediateOrCancel();
  private static final Lifetime FOK = new Lifetime.FillOrKill();

  private final Rig rig = new Rig();

  @Test
  void priceImprovementGoesToTheTaker() {
    rig.crowd(KALSHI, "0.40", "0.52", 50);
    Order order = rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.60", 1, IOC));
    assertEquals(OrderStatus.FILLED, order.progress().status());
    assertEquals(Usd.parse("0.52"), order.progress().totals().takerCost());
    assertEquals(Usd.parse("99.4625"), rig.cash(ON_KALSHI));
  }

  @Test
  void theRestOfAnImmediateOrderIsCancelled() {
    rig.crowd(KALSHI, "0.40", "0.52", 5);
    Order order = rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.60", 8, IOC));
    assertEquals(OrderStatus.CANCELLED, order.progress().status());
    assertEquals(Quantity.ofShares(5), order.progress().filled());
    assertEquals(Quantity.ZERO, order.progress().remaining());
    assertTrue(rig.exchange.book(KALSHI).asks().isEmpty());
  }

  @Test
  void refusesFillOrKillThatCannotFill() {
    rig.crowd(KALSHI, "0.40", "0.52", 5);
    assertEquals(
        new Refused(Refusal.FILL_OR_KILL_UNFILLED),
        rig.place(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.60", 6, FOK)));
    assertEquals(Usd.ofDollars(100), rig.cash(ON_KALSHI));
  }

  @Test
  void refusesPostOnlyThatCrosses() {
    rig.crowd(KALSHI, "0.40", "0.52", 5);
    var crossing = terms(KALSHI, Outcome.YES, Side.BUY, "0.52", 1, GTC);
    var postOnly =
        new OrderTerms(
            crossing.market(),
            crossing.outcome(),
            crossing.side(),
            crossing.price(),
            crossing.quantity(),
            GTC,
            OrderOptions.POST_ONLY);
    assertEquals(new Refused(Refusal.POST_ONLY_CROSSES), rig.place(ON_KALSHI, postOnly));
  }

  @Test
  void buyingTheOtherSideReleasesTheDollarAtOnce() {
    rig.crowd(KALSHI, "0.48", "0.50", 50);
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.50", 10, IOC));
    Usd before = rig.cash(ON_KALSHI);
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.NO, Side.BUY, "0.52", 10, IOC));
    Usd fee = Usd.parse("0.1748");
    assertEquals(before.plus(Usd.parse("4.80")).minus(fee), rig.cash(ON_KALSHI));
    assertTrue(rig.exchange.position(ON_KALSHI, KALSHI).isFlat());
  }

  @Test
  void aRestingOrderReservesItsCostAndNoMore() {
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.NO, Side.BUY, "0.30", 100, GTC));
    assertEquals(Usd.ofDollars(70), rig.exchange.account(ON_KALSHI).free(0));
    assertEquals(
        new Refused(Refusal.INSUFFICIENT_FUNDS),
        rig.place(ON_KALSHI, terms(KALSHI, Outcome.NO, Side.BUY, "0.71", 100, GTC)));
    assertEquals(
        List.of(new Level(Price.parse("0.70"), Quantity.ofShares(100))),
        rig.exchange.book(KALSHI).asks());
  }

  @Test
  void ownOrderStopsTheTakerOrGivesWay() {
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.SELL, "0.50", 5, GTC));
    Order taker = rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.50", 5, IOC));
    assertEquals(CancelReason.SELF_TRADE, taker.progress().reason());
    assertEquals(Quantity.ZERO, taker.progress().filled());
    assertEquals(1, rig.exchange.book(KALSHI).asks().size());
  }

  @Test
  void clientIdsAreNeverFreed() {
    var terms = terms(KALSHI, Outcome.YES, Side.BUY, "0.10", 1, GTC);
    var first = (Placed) rig.exchange.place(ON_KALSHI, OrderIds.client("one"), terms);
    rig.exchange.cancel(ON_KALSHI, first.order().id(), CancelReason.USER);
    assertEquals(
        new Refused(Refusal.DUPLICATE_CLIENT_ID),
        rig.exchange.place(ON_KALSHI, OrderIds.client("one"), terms));
  }

  @Test
  void boughtSharesArriveWhenTheTradeIsMined() {
    rig.crowd(POLYMARKET, "0.40", "0.50", 50);
    rig.placed(ON_POLYMARKET, terms(POLYMARKET, Outcome.YES, Side.BUY, "0.50", 10, IOC));
    Position before = rig.exchange.position(ON_POLYMARKET, POLYMARKET);
    rig.pass(Duration.ofSeconds(2));
    Position after = rig.exchange.position(ON_POLYMARKET, POLYMARKET);
    rig.pass(Duration.ofSeconds(3));
    assertEquals(Quantity.ofShares(10), before.pendingYes());
    assertEquals(Quantity.ofShares(10), after.yes());
    assertEquals(Quantity.ZERO, after.pendingYes());
    assertEquals(TradeStatus.CONFIRMED, rig.exchange.trades(ON_POLYMARKET).getFirst().status());
  }

  @Test
  void aFailedTradeGivesEverythingBack() {
    rig.exchange.scriptNextTrade(
        List.of(
            new TradeStep(TradeStatus.RETRYING, Duration.ofSeconds(1)),
            new TradeStep(TradeStatus.FAILED, Duration.ofSeconds(1))));
    rig.crowd(POLYMARKET, "0.40", "0.50", 50);
    Order order =
        rig.placed(ON_POLYMARKET, terms(POLYMARKET, Outcome.YES, Side.BUY, "0.50", 10, IOC));
    rig.pass(Duration.ofSeconds(2));
    assertEquals(Usd.ofDollars(100), rig.cash(ON_POLYMARKET));
    assertTrue(rig.exchange.position(ON_POLYMARKET, POLYMARKET).isFlat());
    assertTrue(rig.exchange.fills(ON_POLYMARKET).isEmpty());
    assertEquals(
        Quantity.ZERO,
        rig.exchange.order(ON_POLYMARKET, order.id()).orElseThrow().progress().filled());
  }

  @Test
  void sharesThatAreNotOwnedCannotBeSold() {
    rig.crowd(POLYMARKET, "0.40", "0.50", 50);
    assertEquals(
        new Refused(Refusal.INSUFFICIENT_FUNDS),
        rig.place(ON_POLYMARKET, terms(POLYMARKET, Outcome.YES, Side.SELL, "0.40", 1, IOC)));
  }

  @Test
  void twoBuyersOfTheTwoOutcomesMintShares() {
    rig.placed(ON_POLYMARKET, terms(POLYMARKET, Outcome.NO, Side.BUY, "0.45", 10, GTC));
    var crowd = AccountId.crowd(ON_POLYMARKET.venue());
    var placed =
        (Placed) rig.place(crowd, terms(POLYMARKET, Outcome.YES, Side.BUY, "0.58", 10, IOC));
    Trade trade = placed.trades().getFirst();
    assertEquals(Price.parse("0.55"), trade.taker().deal().price());
    assertEquals(Trade.MatchKind.MINT, trade.kind(trade.makers().getFirst()));
    assertEquals(
        Quantity.ofShares(10), rig.exchange.position(ON_POLYMARKET, POLYMARKET).pendingNo());
    assertEquals(Usd.parse("95.50"), rig.cash(ON_POLYMARKET));
  }

  @Test
  void aBuyInDollarsSpendsItsBudget() {
    rig.crowd(POLYMARKET, "0.40", "0.50", 50);
    var terms =
        new OrderTerms(
            POLYMARKET,
            Outcome.YES,
            Side.BUY,
            Price.parse("0.52"),
            Quantity.ofShares(20),
            IOC,
            OrderOptions.NONE.withBudget(Usd.parse("10.40")));
    Order order = rig.placed(ON_POLYMARKET, terms);
    assertEquals(OrderStatus.FILLED, order.progress().status());
    assertEquals(Quantity.parse("20.8"), order.progress().filled());
  }

  @Test
  void goodTillDateLeavesTheBook() {
    var expires = rig.now().plusSeconds(30);
    Order order =
        rig.placed(
            ON_KALSHI,
            terms(KALSHI, Outcome.YES, Side.BUY, "0.10", 1, new Lifetime.GoodTillDate(expires)));
    rig.pass(Duration.ofSeconds(30));
    assertEquals(
        CancelReason.EXPIRED,
        rig.exchange.order(ON_KALSHI, order.id()).orElseThrow().progress().reason());
    assertTrue(rig.exchange.book(KALSHI).bids().isEmpty());
  }

  @Test
  void closingCancelsAndSettlementPaysOut() {
    rig.crowd(KALSHI, "0.40", "0.50", 50);
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.50", 10, IOC));
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.10", 10, GTC));
    rig.pass(Duration.ofHours(1));
    assertEquals(
        new Refused(Refusal.MARKET_NOT_TRADING),
        rig.place(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.10", 1, GTC)));
    Usd before = rig.cash(ON_KALSHI);
    rig.exchange.resolve(KALSHI, Price.ONE);
    rig.pass(Duration.ofSeconds(1));
    assertEquals(before.plus(Usd.ofDollars(10)), rig.cash(ON_KALSHI));
    assertEquals(Usd.ofDollars(10), rig.exchange.settlements(ON_KALSHI).getFirst().payout());
    assertTrue(rig.exchange.account(ON_KALSHI).positions().isEmpty());
  }

  @Test
  void requotingTradesWithATraderFirst() {
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.45", 5, GTC));
    rig.crowd(KALSHI, "0.40", "0.44", 20);
    BookView book = rig.exchange.book(KALSHI);
    assertEquals(Quantity.ofShares(5), rig.exchange.position(ON_KALSHI, KALSHI).yes());
    assertEquals(List.of(new Level(Price.parse("0.44"), Quantity.ofShares(15))), book.asks());
    assertEquals(List.of(new Level(Price.parse("0.40"), Quantity.ofShares(20))), book.bids());
  }

  @Test
  void amendingThePriceTradesAtOnceWhenItCrosses() {
    rig.crowd(KALSHI, "0.40", "0.50", 3);
    Order order = rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.41", 5, GTC));
    var amended =
        (Placed)
            rig.exchange.amend(
                ON_KALSHI,
                order.id(),
                new Amendment("", Price.parse("0.50"), Quantity.ofShares(5)));
    assertEquals(Quantity.ofShares(3), amended.order().progress().filled());
    assertEquals(Quantity.ofShares(2), amended.order().progress().remaining());
    assertEquals(
        new Level(Price.parse("0.50"), Quantity.ofShares(2)),
        rig.exchange.book(KALSHI).bids().getFirst());
  }

  @Test
  void aGroupThatFillsTooFastIsCancelled() {
    OrderGroup group = rig.exchange.createGroup(ON_KALSHI, 0, Quantity.ofShares(3));
    var options =
        new OrderOptions(
            false, false, false, OrderOptions.SelfTrade.CANCEL_TAKER, null, group.key().id());
    for (String price : List.of("0.45", "0.44")) {
      rig.placed(
          ON_KALSHI,
          new OrderTerms(
              KALSHI,
              Outcome.YES,
              Side.BUY,
              Price.parse(price),
              Quantity.ofShares(4),
              GTC,
              options));
    }
    var crowd = AccountId.crowd(ON_KALSHI.venue());
    rig.placed(crowd, terms(KALSHI, Outcome.YES, Side.SELL, "0.45", 4, IOC));
    assertTrue(rig.exchange.groups(ON_KALSHI).getFirst().triggered());
    assertTrue(rig.exchange.book(KALSHI).bids().isEmpty());
  }

  @Test
  void levelEventsAddUpToTheBook() {
    rig.crowd(KALSHI, "0.40", "0.50", 10);
    rig.placed(ON_KALSHI, terms(KALSHI, Outcome.YES, Side.BUY, "0.50", 4, IOC));
    var last =
        rig.events.stream()
            .filter(e -> e instanceof ExchangeEvent.LevelChanged)
            .map(e -> (ExchangeEvent.LevelChanged) e)
            .toList()
            .getLast();
    assertEquals(Quantity.ofShares(10), last.before());
    assertEquals(Quantity.ofShares(6), last.after());
    assertFalse(rig.exchange.book(KALSHI).asks().isEmpty());
  }
}
