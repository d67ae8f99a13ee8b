package pairdesk.engine.risk;

import java.time.Duration;
import java.util.Map;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Usd;

/**
 * Every limit of the risk gate. A limit that is zero, negative or above 100 % is refused when it is
 * made, so that a wrong setting stops the start instead of the protection.
 */
public record Limits(
    Data data, Quality quality, Capital capital, Timing timing, BreakerLimits breakers) {
  public static final Limits DEFAULTS =
      new Limits(
          Data.DEFAULTS,
          Quality.DEFAULTS,
          Capital.DEFAULTS,
          Timing.DEFAULTS,
          BreakerLimits.DEFAULTS);

  /**
   * What a market and a book must be like.
   *
   * @param minLiquidity dollars in a market, at least
   * @param missingLiquidity what is taken where the venue does not publish its liquidity
   * @param tooGood a net edge above this is taken for wrong data
   */
  public record Data(Usd minLiquidity, MissingLiquidity missingLiquidity, Ratio tooGood) {
    public static final Data DEFAULTS =
        new Data(Usd.ofDollars(1_000), MissingLiquidity.DEPTH_OF_BOOK, Ratio.ofPercent(15));

    public Data {
      Checks.positive("minimum liquidity", minLiquidity);
      Checks.share("too good an edge", tooGood);
    }
  }

  /** What counts as the liquidity of a market whose venue does not publish it. */
  public enum MissingLiquidity {
    /** Nothing: such markets are not traded. */
    ZERO,
    /** The dollars resting in our own book of it, bids and asks of the leg's outcome. */
    DEPTH_OF_BOOK
  }

  /**
   * What an opportunity must be like.
   *
   * @param maxBookAge a book is trusted while younger than this
   * @param maxSlippage worst price of a leg above its best, as a share of the best
   * @param floors smallest edge and size per strategy, by its name
   * @param otherwise for strategies that have no floor of their own
   */
  public record Quality(
      Duration maxBookAge, Ratio maxSlippage, Map<String, Floor> floors, Floor otherwise) {
    public static final Quality DEFAULTS =
        new Quality(
            Duration.ofSeconds(5),
            Ratio.ofPercent(2),
            Map.of(
                "cross-venue",
                new Floor(Ratio.ofPercent(1), Quantity.ofShares(50)),
                "cross-venue-maker",
                new Floor(Ratio.ofBps(30), Quantity.ofShares(50))),
            new Floor(Ratio.ofPercent(3), Quantity.ofShares(50)));

    public Quality {
      floors = Map.copyOf(floors);
      Checks.positive("book age", maxBookAge);
      Checks.share("slippage", maxSlippage);
    }

    public Quality withMaxBookAge(Duration age) {
      return new Quality(age, maxSlippage, floors, otherwise);
    }

    public Quality withMaxSlippage(Ratio ratio) {
      return new Quality(maxBookAge, ratio, floors, otherwise);
    }

    public Quality withFloors(Map<String, Floor> some) {
      return new Quality(maxBookAge, maxSlippage, some, otherwise);
    }

    public Floor floor(String strategy) {
      return floors.getOrDefault(strategy, otherwise);
    }
  }

  /**
   * @param minNetEdge net dollars per dollar of payout
   */
  public record Floor(Ratio minNetEdge, Quantity minShares) {
    public Floor {
      Checks.share("minimum net edge", minNetEdge);
      Checks.positive("minimum shares", minShares);
    }
  }

  /**
   * How much may be at stake.
   *
   * @param open what is not offset
   * @param oneTrade cost of one bundle
   * @param firstTrade cost of a pair's bundles until one of them is certain
   * @param committed cost and reservations in one place
   * @param reportAge entries need a cash report of both venues that is younger than this
   */
  public record Capital(
      Open open, Cap oneTrade, Usd firstTrade, Committed committed, Duration reportAge) {
    public static final Capital DEFAULTS =
        new Capital(
            Open.DEFAULTS,
            new Cap(Usd.ofDollars(1_000), Ratio.ofPercent(30)),
            Usd.ofDollars(50),
            Committed.DEFAULTS,
            Duration.ofMinutes(2));

    public Capital {
      Checks.positive("first trade of a pair", firstTrade);
      Checks.positive("age of the cash report", reportAge);
    }

    public Capital withFirstTrade(Usd most) {
      return new Capital(open, oneTrade, most, committed, reportAge);
    }
  }

  /**
   * @param unhedged by best knowledge
   * @param openRisk everything unresolved at its worst
   * @param provisional fills of one market that may still be taken back
   * @param partialLoss of one trade, by selling the other legs again when one stays empty
   */
  public record Open(Cap unhedged, Cap openRisk, Cap provisional, Cap partialLoss) {
    public static final Open DEFAULTS =
        new Open(
            new Cap(Usd.ofDollars(100), Ratio.ofPercent(5)),
            new Cap(Usd.ofDollars(1_000), Ratio.ofPercent(20)),
            new Cap(Usd.ofDollars(500), Ratio.ofPercent(10)),
            new Cap(Usd.ofDollars(50), Ratio.ofPercent(5)));

    public Open withUnhedged(Cap cap) {
      return new Open(cap, openRisk, provisional, partialLoss);
    }

    public Open withOpenRisk(Cap cap) {
      return new Open(unhedged, cap, provisional, partialLoss);
    }

    public Open withProvisional(Cap cap) {
      return new Open(unhedged, openRisk, cap, partialLoss);
    }

    public Open withPartialLoss(Cap cap) {
      return new Open(unhedged, openRisk, provisional, cap);
    }
  }

  /**
   * @param strike one strike of a bitcoin series
   */
  public record Committed(Usd market, Ratio event, Ratio total, Ratio strike) {
    public static final Committed DEFAULTS =
        new Committed(
            Usd.ofDollars(5_000), Ratio.ofPercent(50), Ratio.ofPercent(80), Ratio.ofPercent(20));

    public Committed {
      Checks.positive("one market", market);
      Checks.share("one event", event);
      Checks.share("all open positions", total);
      Checks.share("one strike", strike);
    }
  }

  /**
   * @param freeze no entries this long before the earlier close of the legs
   * @param hedgeDeadline how long an approved hedge, patch or unwind may wait before it is sent
   * @param confirmation how much earlier than the fall of a leg's price the other venue's book may
   *     have been confirmed; zero: not earlier
   */
  public record Timing(Duration freeze, Duration hedgeDeadline, Duration confirmation) {
    public static final Timing DEFAULTS =
        new Timing(Duration.ofMinutes(1), Duration.ofSeconds(2), Duration.ofMillis(50));

    public Timing {
      Checks.positive("final freeze", freeze);
      Checks.positive("deadline of a hedge", hedgeDeadline);
      Checks.notNegative("confirmation of books", confirmation);
    }
  }
}
