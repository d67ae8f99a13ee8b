package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.risk.Limits;
import pairdesk.sandbox.exchange.MarketPhase;

/** Invariants about what is sent, and about what is said of orders. */
final class OrderChecks {
  private static final Duration BOOK_AGE = Limits.Quality.DEFAULTS.maxBookAge();
  private static final Duration FREEZE = Limits.Timing.DEFAULTS.freeze();
  private static final Usd OPEN_RISK = Limits.Open.DEFAULTS.openRisk().dollars();

  private final World world;
  private final Map<Instrument, Instant> books = new HashMap<>();
  private final Set<String> entries = new HashSet<>();
  private final Map<ClientOrderId, OrderState> states = new HashMap<>();

  /** Fills of which the desk has heard that they were taken back. */
  private final Set<Fill.Key> takenBack = new HashSet<>();

  OrderChecks(World world) {
    this.world = world;
  }

  /** What was only in the process is gone. */
  void started() {
    states.clear();
    world.store().tables().orders().forEach(o -> states.put(o.intent().id(), o.state()));
    takenBack.clear();
    world.store().tables().fills().forEach(this::booked);
  }

  void booked(Fill fill) {
    if (fill.status() == FillStatus.VOIDED) {
      takenBack.add(fill.key());
    }
  }

  void bookTold(Book book) {
    books.put(book.instrument(), book.confirmedAt());
  }

  void bookLost(Instrument instrument) {
    books.remove(instrument);
  }

  void submitted(Effect.Submit plan, Instant now) {
    if (plan.mode() != Mode.LIVE) {
      return;
    }
    for (OrderIntent intent : plan.intents()) {
      if (intent.origin().purpose().addsRisk()) {
        entry(intent, now);
      }
      reservation(intent);
      polarity(intent);
    }
    equalShares(plan);
    if (plan.intents().stream().anyMatch(i -> i.origin().purpose().addsRisk())) {
      openRisk(plan);
    } else {
      plan.intents().forEach(this::repair);
    }
  }

  /** Equal shares on every leg, never equal dollars. */
  private static void equalShares(Effect.Submit plan) {
    long sizes =
        plan.intents().stream()
            .filter(intent -> intent.origin().purpose() == Purpose.ENTRY)
            .map(intent -> intent.terms().quantity())
            .distinct()
            .count();
    if (sizes > 1) {
      throw new Broken("bundle", "legs of different size: " + plan.intents());
    }
  }

  /** I7, I17, I18, I27, I28. */
  private void entry(OrderIntent intent, Instant now) {
    String leg = intent.origin().execution() + "/" + intent.origin().leg();
    if (intent.origin().purpose() == Purpose.ENTRY && !entries.add(leg)) {
      throw new Broken("I7", "a second entry of leg " + leg + ": " + intent);
    }
    Instant confirmed = books.get(intent.instrument());
    if (confirmed == null || !confirmed.plus(BOOK_AGE).isAfter(now)) {
      throw new Broken(
          "I18", intent.instrument() + " was confirmed at " + confirmed + ", now is " + now);
    }
    List<MarketId> markets = world.scenery().together(intent);
    if (markets.isEmpty()) {
      throw new Broken("I28", "an order of no pair: " + intent);
    }
    for (MarketId market : markets) {
      var told = world.markets().get(market);
      Instant close = told == null ? null : told.life().close();
      // what was changed a moment ago may not have been told yet
      Instant known = world.feed().redefined(market).plus(BOOK_AGE);
      if (close != null && now.isAfter(known) && !now.isBefore(close.minus(FREEZE))) {
        throw new Broken("I27", market + " closes at " + close + ", an entry at " + now);
      }
    }
  }

  /** What is set aside covers the limit and the venue's own fee. */
  private void reservation(OrderIntent intent) {
    if (intent.terms().side() == Side.BUY) {
      Usd needed =
          NaiveMoney.costAtLimit(intent.terms(), world.exchange(), intent.instrument().market());
      if (intent.approval().reserved().isLessThan(needed)) {
        throw new Broken(
            "I10", intent.id() + ": " + intent.approval().reserved() + " reserved of " + needed);
      }
    }
  }

  /** All legs together pay the same, whatever resolves. */
  private void polarity(OrderIntent intent) {
    if (intent.origin().pair() == null) {
      ofBasket(intent);
    } else {
      ofPair(intent, pair(intent));
    }
  }

  /** Each leg is the same outcome of another market of the event. */
  private void ofBasket(OrderIntent intent) {
    boolean twice =
        world.truth().of(intent.origin().execution()).stream()
            .map(attempt -> attempt.intent)
            .filter(other -> other.instrument().equals(intent.instrument()))
            .anyMatch(other -> other.origin().leg() != intent.origin().leg());
    if (twice || !world.scenery().basket().legs().contains(intent.instrument())) {
      throw new Broken("bundle", intent + " is no leg of its own");
    }
  }

  /** Both legs together pay one dollar a share. */
  private void ofPair(OrderIntent intent, Pair pair) {
    for (Truth.Attempt other : world.truth().of(intent.origin().execution())) {
      Instrument one = intent.instrument();
      Instrument two = other.intent.instrument();
      if (!one.market().equals(two.market())) {
        Instrument left = one.market().equals(pair.left()) ? one : two;
        Instrument right = left.equals(one) ? two : one;
        if (!pair.counterpart(left.outcome()).opposite().equals(right)) {
          throw new Broken("bundle", left + " and " + right + " may both lose");
        }
      }
    }
  }

  /**
   * I9: never more of a leg than another was ever reported filled; nothing sold that is not held,
   * as far as the desk can know: a purchase that was taken back a moment ago still counts.
   */
  private void repair(OrderIntent intent) {
    ExecutionId execution = intent.origin().execution();
    int leg = intent.origin().leg();
    if (intent.terms().side() == Side.BUY) {
      Quantity own = most(execution, leg, fill -> fill.status() != FillStatus.VOIDED);
      Quantity after = own.plus(intent.terms().quantity());
      Quantity other = otherThan(leg, intent);
      if (after.isGreaterThan(other)) {
        throw new Broken("I9", intent.id() + " may make it " + after + " shares against " + other);
      }
      return;
    }
    Quantity own = most(execution, leg, fill -> !takenBack.contains(fill.key()));
    if (intent.terms().quantity().isGreaterThan(own)) {
      throw new Broken("I9", intent.id() + " sells " + intent.terms().quantity() + " of " + own);
    }
  }

  /** The most that another leg ever filled. */
  private Quantity otherThan(int leg, OrderIntent intent) {
    return IntStream.range(0, world.scenery().shape(intent).legs())
        .filter(other -> other != leg)
        .mapToObj(other -> ever(intent.origin().execution(), other))
        .reduce(Quantity.ZERO, Quantity::max);
  }

  /** I10: everything that is not certain, at its worst, with this entry's dearest legs. */
  private void openRisk(Effect.Submit plan) {
    List<Usd> stakes = plan.intents().stream().map(Interval::stake).toList();
    int worthless = world.scenery().shape(plan.intents().getFirst()).worthless();
    Usd sum = Interval.dearest(stakes, worthless);
    var parts = new TreeMap<ExecutionId, Usd>();
    for (ExecutionId id : world.truth().executions()) {
      List<Truth.Attempt> attempts = world.truth().of(id);
      Scenery.Shape shape = world.scenery().shape(attempts.getFirst().intent);
      Usd risk = Interval.openRisk(attempts, shape, this::isPaidOut);
      if (!risk.isZero()) {
        parts.put(id, risk);
        sum = sum.plus(risk);
      }
    }
    if (sum.isGreaterThan(OPEN_RISK)) {
      throw new Broken("I10", "open risk " + sum + " of " + OPEN_RISK + " beside " + parts);
    }
  }

  private boolean isPaidOut(Instrument instrument) {
    return world.exchange().market(instrument.market()).orElseThrow().phase()
        == MarketPhase.FINALIZED;
  }

  /** I18: nothing leaves on books that are too old by now. */
  void leaves(SentOrder order, Instant now) {
    if (now.isAfter(order.intent().approval().validUntil())) {
      throw new Broken(
          "I18",
          order.id()
              + " leaves at "
              + now
              + ", approved until "
              + order.intent().approval().validUntil());
    }
  }

  /** I24 and I29: what is said of an order is so. */
  void moved(JournalRecord.OrderMoved row) {
    OrderState before = states.put(row.id(), row.state());
    if (before != null && !before.allows(row.state())) {
      throw new Broken("I24", row.id() + " from " + before + " to " + row.state());
    }
    world.truth().attempt(row.id()).ifPresent(attempt -> claimed(row, attempt));
    if (before == OrderState.UNKNOWN && row.state() == OrderState.NOT_PLACED) {
      world.sometimes().saw(Sometimes.Event.NOT_PLACED);
    } else if (before == OrderState.UNKNOWN && row.state() != OrderState.UNKNOWN) {
      world.sometimes().saw(Sometimes.Event.FOUND);
    }
  }

  private static void claimed(JournalRecord.OrderMoved row, Truth.Attempt attempt) {
    if (row.filled().isGreaterThan(attempt.everFilled())) {
      throw new Broken(
          "I4", row.id() + ": " + row.filled() + " said to be filled of " + attempt.everFilled());
    }
    boolean over = row.state().isTerminal() && attempt.mayStillFill();
    boolean denied =
        switch (row.state()) {
          case REJECTED, NOT_SENT, NOT_PLACED -> attempt.wasPlaced();
          case INTENDED, SENT, LIVE, PARTLY, FILLED, CANCELLED, EXPIRED, UNKNOWN -> false;
        };
    if (over || denied) {
      throw new Broken(
          "I29", row + (over ? ", and it may still fill" : ", and it reached the venue's book"));
    }
  }

  /** I13: nothing of a closed execution is open. */
  void closed(ExecutionSnapshot execution) {
    for (Truth.Attempt attempt : world.truth().of(execution.id())) {
      if (execution.mode() == Mode.LIVE && attempt.mayStillFill()) {
        throw new Broken(
            "I13",
            execution.id()
                + " is "
                + execution.state()
                + ", and "
                + attempt.intent.id()
                + " may still fill");
      }
    }
  }

  private Pair pair(OrderIntent intent) {
    var id = intent.origin().pair();
    return world.scenery().pairs().stream()
        .filter(pair -> pair.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new Broken("I28", "an order of no pair: " + intent));
  }

  /**
   * What a leg may hold at most: what the venue booked, and what may still arrive.
   *
   * @param counts which purchases stand; sales stand while the venue has them
   */
  private Quantity most(ExecutionId execution, int leg, Predicate<Fill> counts) {
    long sum = 0;
    for (Truth.Attempt attempt : world.truth().of(execution)) {
      if (attempt.intent.origin().leg() == leg) {
        sum += attempt.intent.terms().side() == Side.BUY ? bought(attempt, counts) : -sold(attempt);
      }
    }
    return Quantity.ofE6(Math.max(0, sum));
  }

  private static long bought(Truth.Attempt attempt, Predicate<Fill> counts) {
    return attempt.mayStillFill()
        ? attempt.intent.terms().quantity().e6()
        : attempt.fills().stream().filter(counts).mapToLong(fill -> fill.quantity().e6()).sum();
  }

  private static long sold(Truth.Attempt attempt) {
    return attempt.filled(status -> status != FillStatus.VOIDED).e6();
  }

  /** What was ever filled on a leg, taken back or not. */
  private Quantity ever(ExecutionId execution, int leg) {
    Quantity sum = Quantity.ZERO;
    for (Truth.Attempt attempt : world.truth().of(execution)) {
      if (attempt.intent.origin().leg() == leg && attempt.intent.terms().side() == Side.BUY) {
        sum = sum.plus(attempt.everFilled());
      }
    }
    return sum;
  }
}
