package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderIntent.Terms;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.venues.net.Chance;
import pairdesk.venues.polymarket.ClobOrder.Amounts;
import pairdesk.venues.polymarket.ClobOrder.Stamp;
import pairdesk.venues.polymarket.ClobOrder.Wallet;

/** Turns an intent into the order that asks for exactly that. */
final class OrderDraft {
  /** The venue takes no nearer expiration, and lets the order go this much before it. */
  private static final Duration NEAREST_EXPIRATION = Duration.ofSeconds(185);

  private static final Duration EARLY_EXIT = Duration.ofSeconds(60);

  private final Wallet wallet;
  private final InstantSource clock;
  private final RandomGenerator random;

  OrderDraft(Wallet wallet, Chance chance) {
    this.wallet = wallet;
    this.clock = chance.clock();
    this.random = chance.random();
  }

  /**
   * @throws IllegalArgumentException when the venue would refuse it, or its market is not one whose
   *     orders we understand
   */
  ClobOrder order(OrderIntent intent, Market market) {
    Terms terms = intent.terms();
    check(terms, market);
    String token =
        intent.instrument().outcome() == Outcome.YES
            ? market.address().yesCode()
            : market.address().noCode();
    var stamp =
        new Stamp(
            random.nextLong(Stamp.SALTS),
            clock.instant().toEpochMilli(),
            ClobOrder.ZERO,
            ClobOrder.ZERO);
    return new ClobOrder(
        wallet, PolymarketCodec.tokenId(token), terms.side(), amounts(terms, market), stamp);
  }

  PolymarketCodec.Posting posting(Terms terms) {
    return switch (terms.timeInForce()) {
      case GTC -> new PolymarketCodec.Posting("GTC", terms.postOnly(), 0);
      case GTD -> new PolymarketCodec.Posting("GTD", terms.postOnly(), expiration(terms.expiry()));
      case FOK -> new PolymarketCodec.Posting("FOK", false, 0);
      case IOC ->
          isExactTaker(terms)
              ? new PolymarketCodec.Posting("GTD", false, expiration(clock.instant()))
              : new PolymarketCodec.Posting("FAK", false, 0);
    };
  }

  /**
   * Whether it goes as a resting order whose rest is cancelled at once: a FAK BUY would spend the
   * dollars and bring more shares than asked for when the price is better.
   */
  static boolean isExactTaker(Terms terms) {
    return terms.timeInForce() == TimeInForce.IOC && terms.side() == Side.BUY;
  }

  /** A life that is too short for the venue becomes its shortest: who asked cancels in time. */
  private long expiration(@Nullable Instant expiry) {
    if (expiry == null) {
      throw new IllegalArgumentException("a GTD order without its date");
    }
    Instant wanted = expiry.plus(EARLY_EXIT);
    Instant nearest = clock.instant().plus(NEAREST_EXPIRATION);
    return (wanted.isBefore(nearest) ? nearest : wanted).getEpochSecond();
  }

  private static Amounts amounts(Terms terms, Market market) {
    if (terms.timeInForce() == TimeInForce.FOK && terms.side() == Side.BUY) {
      Usd spend = Usd.of(terms.limit(), terms.quantity(), Rounding.DOWN);
      int tick = market.terms().grid().bands().getFirst().stepE4();
      return PolymarketAmounts.dollars(terms.limit(), spend, tick);
    }
    return PolymarketAmounts.shares(terms.side(), terms.limit(), terms.quantity());
  }

  private static void check(Terms terms, Market market) {
    Market.Terms rules = market.terms();
    require(rules.grid().accepts(terms.limit()), "price off the grid: " + terms.limit());
    require(
        terms.quantity().equals(terms.quantity().floorTo(rules.lot())),
        "not whole lots: " + terms.quantity());
    boolean taker =
        terms.timeInForce() == TimeInForce.IOC || terms.timeInForce() == TimeInForce.FOK;
    require(
        (taker && !isExactTaker(terms)) || !terms.quantity().isLessThan(rules.minimumSize()),
        terms.quantity() + " shares, the market wants at least " + rules.minimumSize());
    require(!(taker && terms.postOnly()), "post-only needs an order that rests");
    Usd worth = Usd.of(terms.limit(), terms.quantity(), Rounding.DOWN);
    require(
        !taker || terms.side() == Side.SELL || !worth.isLessThan(rules.minimumMarketableBuy()),
        worth + ", a marketable BUY must be worth at least " + rules.minimumMarketableBuy());
    require(!(rules.fees() instanceof FeeSchedule.Unknown), "a market whose fees are not known");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
