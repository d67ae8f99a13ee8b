package pairdesk.bot.sim;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.engine.portfolio.CashPosition;
import pairdesk.engine.portfolio.Position;

/** Invariants about fills, positions and cash: the desk's books by an arithmetic of their own. */
final class MoneyChecks {
  private final World world;
  private final Map<Fill.Key, Fill> booked = new HashMap<>();
  private final Map<MarketId, Usd> payouts = new HashMap<>();

  MoneyChecks(World world) {
    this.world = world;
  }

  /** What was only in the process is gone. */
  void started() {
    booked.clear();
    payouts.clear();
    world.store().tables().fills().forEach(fill -> booked.put(fill.key(), fill));
    world.store().tables().payouts().forEach(row -> payouts.put(row.market(), row.paid()));
  }

  /** I3 and I5: every fill is one of the venue's, as the venue has it, and counts once. */
  void booked(Fill fill) {
    Fill real =
        world
            .truth()
            .fill(fill.key())
            .orElseThrow(() -> new Broken("I5", "the venue knows of no such fill: " + fill));
    boolean same =
        (alike(fill, real) || alike(fill.ofOpposite(), real)) && fill.fee().equals(real.fee());
    if (!same) {
      throw new Broken("I3", "booked " + fill + ", the venue says " + real);
    }
    boolean certain = fill.status() == FillStatus.FINAL && real.status() != FillStatus.FINAL;
    boolean voided = fill.status() == FillStatus.VOIDED && real.status() != FillStatus.VOIDED;
    if (certain || voided) {
      throw new Broken(
          "I3", "booked as " + fill.status() + ", the venue says " + real.status() + ": " + fill);
    }
    if (fill.order() != null && !fill.order().equals(real.order())) {
      throw new Broken("I5", "booked on " + fill.order() + ", it is of " + real.order());
    }
    booked.put(fill.key(), fill);
  }

  private static boolean alike(Fill one, Fill other) {
    return one.instrument().equals(other.instrument())
        && one.side() == other.side()
        && one.price().equals(other.price())
        && one.quantity().equals(other.quantity());
  }

  void paidOut(JournalRecord.PayoutBooked row) {
    payouts.put(row.market(), row.paid());
  }

  /** I3: a position is the sum of its fills. */
  void position(Position position) {
    if (payouts.containsKey(position.instrument().market())) {
      return;
    }
    long sum = held(position.instrument());
    if (sum != position.quantity().e6()) {
      throw new Broken(
          "I3",
          position.instrument()
              + ": "
              + position.quantity()
              + " held, the fills add up to "
              + sum
              + " e6");
    }
  }

  private long held(Instrument instrument) {
    boolean nets = instrument.venue().equals(VenueId.KALSHI);
    long sum = 0;
    for (Fill fill : booked.values()) {
      boolean counts =
          fill.status() != FillStatus.VOIDED
              && fill.instrument().market().equals(instrument.market())
              && (nets || fill.instrument().equals(instrument));
      if (counts) {
        long signed = fill.side() == Side.BUY ? fill.quantity().e6() : -fill.quantity().e6();
        boolean no = fill.instrument().outcome() == Outcome.NO;
        sum += nets && no ? -signed : signed;
      }
    }
    boolean mirrored = nets && instrument.outcome() == Outcome.NO;
    return nets ? Math.max(0, mirrored ? -sum : sum) : sum;
  }

  /**
   * I1 and I2: cash is what it was, with every fill and payout; what is set aside never negative.
   */
  void cash(CashPosition cash) {
    if (cash.reserved().isNegative()) {
      throw new Broken("I1", "reserved below zero: " + cash);
    }
    Usd expected = expected(cash.venue(), cash.shard());
    if (!expected.equals(cash.total())) {
      throw new Broken(
          "I2",
          cash.venue()
              + " shard "
              + cash.shard()
              + ": "
              + cash.total()
              + " in the ledger, the fills leave "
              + expected);
    }
  }

  private Usd expected(VenueId venue, int shard) {
    Usd sum = world.scenery().opening(venue, shard);
    for (Fill fill : booked.values()) {
      if (fill.status() != FillStatus.VOIDED && isAt(fill.instrument().market(), venue, shard)) {
        sum = sum.plus(NaiveMoney.cash(fill));
      }
    }
    for (MarketId market : marketsAt(venue, shard)) {
      sum = sum.plus(netted(market));
    }
    for (var payout : payouts.entrySet()) {
      if (isAt(payout.getKey(), venue, shard)) {
        sum = sum.plus(payout.getValue());
      }
    }
    return sum;
  }

  private Set<MarketId> marketsAt(VenueId venue, int shard) {
    return booked.values().stream()
        .map(fill -> fill.instrument().market())
        .filter(market -> isAt(market, venue, shard))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Kalshi pays a dollar at once for each YES that meets a NO of the same market. */
  private Usd netted(MarketId market) {
    if (!market.venue().equals(VenueId.KALSHI)) {
      return Usd.ZERO;
    }
    long pairs = Math.min(bought(market.yes()), bought(market.no()));
    return Usd.ofE6(Math.max(0, pairs));
  }

  /** Shares bought less shares sold, in millionths. */
  private long bought(Instrument instrument) {
    return booked.values().stream()
        .filter(fill -> fill.status() != FillStatus.VOIDED)
        .filter(fill -> fill.instrument().equals(instrument))
        .mapToLong(fill -> fill.side() == Side.BUY ? fill.quantity().e6() : -fill.quantity().e6())
        .sum();
  }

  private static boolean isAt(MarketId market, VenueId venue, int shard) {
    return market.venue().equals(venue) && Scenery.shard(market) == shard;
  }

  /** I3: what is closed has every fill that stands. */
  void closed(ExecutionSnapshot execution) {
    if (execution.mode() != Mode.LIVE) {
      return;
    }
    for (Fill real : world.truth().fills()) {
      boolean missing =
          real.status() != FillStatus.VOIDED
              && !booked.containsKey(real.key())
              && isCounted(real, execution);
      if (missing) {
        throw new Broken("I3", execution.id() + " is " + execution.state() + " without " + real);
      }
    }
  }

  /**
   * Of this execution, and of an order whose filled quantity says what is missing: once a fill was
   * taken back a new one may hide behind it, until it is told and the execution opened again.
   */
  private boolean isCounted(Fill fill, ExecutionSnapshot execution) {
    return fill.order() != null
        && world
            .truth()
            .attempt(fill.order())
            .filter(a -> a.intent.origin().execution().equals(execution.id()))
            .filter(a -> a.filled(status -> status == FillStatus.VOIDED).isZero())
            .isPresent();
  }
}
