package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderIntent;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.FeeTerms;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketSpec;
import pairdesk.sandbox.exchange.MarketState;

/** The questions that both venues list, as a person has paired them, and what we have there. */
final class Scenery {
  static final AccountId KALSHI = new AccountId(VenueId.KALSHI, "desk");
  static final AccountId POLYMARKET = new AccountId(VenueId.POLYMARKET, "desk");

  private static final Quantity LOT = Quantity.ofE6(10_000);
  private static final PriceGrid CENTS = PriceGrid.uniform(100);
  private static final Duration LIFE = Duration.ofDays(10);
  private static final Duration PAYOUT = Duration.ofSeconds(20);
  private static final int RATE_E4 = 400;
  private static final int SHARDS = 2;

  private final List<Pair> pairs;
  private final Basket basket;
  private final Map<Integer, Usd> kalshiCash;
  private final Usd polymarketCash;

  private Scenery(
      List<Pair> pairs, Basket basket, Map<Integer, Usd> kalshiCash, Usd polymarketCash) {
    this.pairs = pairs;
    this.basket = basket;
    this.kalshiCash = kalshiCash;
    this.polymarketCash = polymarketCash;
  }

  static Scenery draw(Profile profile, Plans plans, Basket basket, Chance chance) {
    var pairs = new ArrayList<Pair>();
    for (int i = 1; i <= profile.work().pairs(); i++) {
      pairs.add(
          plans.of(
              new Pair(
                  new PairId(i),
                  MarketId.kalshi("KXSIM-" + i),
                  MarketId.polymarket("0x51" + i),
                  chance.in(400) ? Relation.INVERSE : Relation.SAME,
                  PairStatus.APPROVED,
                  "hash")));
    }
    return new Scenery(
        List.copyOf(pairs),
        basket,
        Map.of(0, purse(profile, chance), 1, purse(profile, chance)),
        purse(profile, chance));
  }

  /** Sometimes there is hardly money for one leg. */
  private static Usd purse(Profile profile, Chance chance) {
    boolean poor = !profile.calm() && chance.in(80);
    return Usd.ofDollars(poor ? chance.between(60, 400) : 25_000);
  }

  /** Opens the accounts and lists every market. */
  void open(Exchange exchange) {
    exchange.openAccount(KALSHI, kalshiCash);
    exchange.openAccount(POLYMARKET, Map.of(0, polymarketCash));
    var life = new MarketSpec.Life(Timeline.START, Timeline.START.plus(LIFE), PAYOUT);
    for (Pair pair : pairs) {
      exchange.list(spec(pair.left(), life));
      exchange.list(spec(pair.right(), life));
    }
    basket.markets().forEach(market -> exchange.list(spec(market, life)));
  }

  private static MarketSpec spec(MarketId market, MarketSpec.Life life) {
    FeeTerms fees =
        market.venue().equals(VenueId.KALSHI)
            ? new FeeTerms.Kalshi(FeeTerms.MakerFee.NONE, 1_000)
            : new FeeTerms.Polymarket(RATE_E4);
    return new MarketSpec(market, CENTS, LOT, fees, shard(market), life);
  }

  Basket basket() {
    return basket;
  }

  /** How many legs the bundle of an order has, and how many of them pay. */
  Shape shape(OrderIntent intent) {
    return intent.origin().pair() == null
        ? new Shape(basket.legs().size(), basket.paying())
        : new Shape(2, 1);
  }

  /** Of a bundle. */
  record Shape(int legs, int paying) {
    int worthless() {
      return legs - paying;
    }
  }

  /** All markets of which an order's bundle has a leg. */
  List<MarketId> together(OrderIntent intent) {
    PairId id = intent.origin().pair();
    return id == null
        ? basket.markets()
        : pairs.stream()
            .filter(pair -> pair.id().equals(id))
            .flatMap(pair -> Stream.of(pair.left(), pair.right()))
            .toList();
  }

  List<Pair> pairs() {
    return pairs;
  }

  List<MarketId> markets() {
    return pairs.stream().flatMap(pair -> Stream.of(pair.left(), pair.right())).toList();
  }

  /** Cash at the beginning, by venue and shard. */
  Usd opening(VenueId venue, int shard) {
    return venue.equals(VenueId.KALSHI) ? kalshiCash.getOrDefault(shard, Usd.ZERO) : polymarketCash;
  }

  Map<Integer, Usd> opening(VenueId venue) {
    return venue.equals(VenueId.KALSHI) ? new TreeMap<>(kalshiCash) : Map.of(0, polymarketCash);
  }

  static int shard(MarketId market) {
    return market.venue().equals(VenueId.KALSHI)
        ? Math.floorMod(market.code().hashCode(), SHARDS)
        : 0;
  }

  /** The market as its venue's adapter tells it. */
  static Market told(MarketState state) {
    MarketId id = state.spec().id();
    boolean kalshi = id.venue().equals(VenueId.KALSHI);
    Instant close = state.close();
    var listing =
        new Listing(
            id,
            "EVENT-" + id.code(),
            new Listing.Texts("Rain", "Will it rain?", "", "Pays if it rains."),
            new Listing.Names("", "Yes", "No", "Weather", id.code()),
            Listing.Strike.NONE,
            new Listing.Dates(close, close));
    var terms =
        new Market.Terms(
            state.grid(),
            state.spec().lot(),
            kalshi ? LOT : Quantity.ofShares(5),
            kalshi ? Usd.ZERO : Usd.ofDollars(1),
            fees(state.spec().fees()));
    var life =
        new Market.Life(
            status(state.phase()), null, close, close, kalshi ? null : Usd.ofDollars(20_000));
    return new Market(
        listing, terms, life, new Market.Address("", id.code(), id.code(), shard(id), false));
  }

  static FeeSchedule fees(FeeTerms terms) {
    return switch (terms) {
      case FeeTerms.Kalshi(var maker, int multiplierE3) ->
          new FeeSchedule.Quadratic(
              700,
              switch (maker) {
                case NONE -> 0;
                case QUARTER -> 175;
                case HALF -> 350;
              },
              multiplierE3 * 10);
      case FeeTerms.Polymarket(int rateE4) -> new FeeSchedule.TakerCurve(Ratio.ofBps(rateE4), 1);
    };
  }

  private static MarketStatus status(MarketPhase phase) {
    return switch (phase) {
      case INITIALIZED -> MarketStatus.UPCOMING;
      case ACTIVE -> MarketStatus.OPEN;
      case PAUSED -> MarketStatus.PAUSED;
      case CLOSED, DETERMINED, DISPUTED, AMENDED -> MarketStatus.CLOSED;
      case FINALIZED -> MarketStatus.SETTLED;
    };
  }
}
