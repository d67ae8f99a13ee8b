package pairdesk.bot.rehearsal;

import java.time.Duration;
import java.time.Instant;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/** Markets of cents with the fees of both venues; each number is one question, listed on both. */
public final class MadeMarkets {
  public static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
  public static final FeeSchedule.Quadratic KALSHI_FEES = new FeeSchedule.Quadratic(700, 0, 10_000);
  public static final FeeSchedule.TakerCurve POLYMARKET_FEES =
      new FeeSchedule.TakerCurve(Ratio.ofPercent(4), 1);
  public static final Quantity LOT = Quantity.ofE6(10_000);

  private static final Instant CLOSE = NOW.plus(Duration.ofDays(30));

  private MadeMarkets() {}

  public static Market kalshi(int number) {
    var id = MarketId.kalshi("KXMADE-%05d".formatted(number));
    var terms = new Market.Terms(PriceGrid.uniform(100), LOT, LOT, Usd.ZERO, KALSHI_FEES);
    var life = new Market.Life(MarketStatus.OPEN, null, CLOSE, CLOSE, null);
    var address = new Market.Address("KXMADE", id.code(), id.code(), 0, false);
    return new Market(listing(id), terms, life, address);
  }

  public static Market polymarket(int number) {
    var id = MarketId.polymarket("0x%064x".formatted(number));
    var terms =
        new Market.Terms(
            PriceGrid.uniform(100), LOT, Quantity.ofShares(5), Usd.ofDollars(1), POLYMARKET_FEES);
    var life = new Market.Life(MarketStatus.OPEN, null, CLOSE, CLOSE, Usd.ofDollars(50_000));
    var address = new Market.Address("", token(number, 1), token(number, 2), 0, false);
    return new Market(listing(id), terms, life, address);
  }

  public static Pair pair(int number) {
    return new Pair(
        new PairId(number + 1),
        kalshi(number).id(),
        polymarket(number).id(),
        Relation.SAME,
        PairStatus.APPROVED,
        "rules");
  }

  /** As long as real ones are. */
  private static String token(int number, int outcome) {
    return outcome + "%075d".formatted(number);
  }

  private static Listing listing(MarketId id) {
    return new Listing(
        id,
        "EVENT-" + id.code(),
        new Listing.Texts("Rain", "Will it rain?", "", "Pays if it rains."),
        new Listing.Names("", "Yes", "No", "Weather", id.code()),
        Listing.Strike.NONE,
        new Listing.Dates(CLOSE, CLOSE));
  }
}
