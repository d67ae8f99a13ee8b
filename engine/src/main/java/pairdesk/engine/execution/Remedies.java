package pairdesk.engine.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import pairdesk.engine.book.Sweep;
import pairdesk.engine.execution.ExecutionSettings.Pauses;
import pairdesk.engine.market.Market;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/** Finds what could be done now about legs that differ, on books that may be traded on. */
final class Remedies {
  private static final long MILLION = 1_000_000;

  private final Fees fees;
  private final Pauses pauses;

  Remedies(Fees fees, Pauses pauses) {
    this.fees = fees;
    this.pauses = pauses;
  }

  /** The worst acceptable price of an order of each leg; empty for a leg not to be traded. */
  interface Limits {
    Optional<Price> of(int leg);
  }

  /** Shares of a leg to be traded within a limit. */
  private record Part(int leg, Side side, Quantity shares, Price limit) {}

  /** An order for a part that a book answers, not necessarily all of it. */
  private record Offer(Part part, Quantity quantity, Sweep sweep) {

    int leg() {
      return part.leg();
    }

    /** The book shows all of it. */
    boolean isWhole() {
      return !sweep.shares().isLessThan(quantity);
    }
  }

  /**
   * Buying all that is missing, if every leg that lags may be bought and its book shows something.
   * Of several such legs none is bought beyond what the books of the others let those reach.
   */
  Optional<Remedy> complete(Stand stand, Scene scene, Limits limits) {
    var offers = new ArrayList<Offer>();
    for (int leg : shortLegs(stand, scene)) {
      Optional<Offer> offer = purchase(stand, scene, limits, leg, stand.missing(leg));
      if (offer.isEmpty()) {
        return Optional.empty();
      }
      offers.add(offer.get());
    }
    var even = new ArrayList<Offer>();
    for (Offer offer : offers) {
      Quantity most = reach(offers, offer, stand);
      Optional<Offer> cut =
          most.isLessThan(stand.missing(offer.leg()))
              ? purchase(stand, scene, limits, offer.leg(), most)
              : Optional.of(offer);
      if (cut.isEmpty()) {
        return Optional.empty();
      }
      even.add(cut.get());
    }
    boolean whole = offers.stream().allMatch(Offer::isWhole);
    return even.isEmpty() ? Optional.empty() : Optional.of(completion(stand, scene, even, whole));
  }

  /** How many shares of a leg the other purchases give a counterpart to. */
  private static Quantity reach(List<Offer> all, Offer one, Stand stand) {
    Quantity level = stand.lead().held();
    for (Offer other : all) {
      if (other.leg() != one.leg()) {
        level = level.min(stand.legs().get(other.leg()).held().plus(other.sweep().shares()));
      }
    }
    return level.minusOrZero(stand.legs().get(one.leg()).held());
  }

  private Remedy completion(Stand stand, Scene scene, List<Offer> offers, boolean whole) {
    long perMillion = stand.paying() * MILLION;
    for (Offer offer : offers) {
      Usd cost = offer.sweep().amount().plus(fee(stand, scene, offer));
      perMillion -= share(Rounding.UP, cost, offer, stand.missing(offer.leg()), stand);
    }
    return new Remedy(wishes(offers, Purpose.PATCH), whole, perMillion);
  }

  /**
   * Selling what has no counterpart, of each leg that may be sold and whose book shows something.
   */
  Optional<Remedy> sell(Stand stand, Scene scene, Purpose purpose, Limits limits) {
    return sell(stand, scene, purpose, limits, leg -> !isPaused(stand, scene, leg, Side.SELL));
  }

  /**
   * What selling will come to on the books of now, once shares have settled that their venue does
   * not let us sell before.
   */
  Optional<Remedy> sellOnceSettled(Stand stand, Scene scene, Purpose purpose, Limits limits) {
    return sell(stand, scene, purpose, limits, stand::isSettling);
  }

  private Optional<Remedy> sell(
      Stand stand, Scene scene, Purpose purpose, Limits limits, IntPredicate which) {
    var offers = new ArrayList<Offer>();
    for (int leg : stand.leading()) {
      if (stand.legs().get(leg).maySell() && which.test(leg)) {
        limits
            .of(leg)
            .map(limit -> new Part(leg, Side.SELL, stand.over(leg), limit))
            .flatMap(part -> offer(stand, scene, part))
            .ifPresent(offers::add);
      }
    }
    if (offers.isEmpty()) {
      return Optional.empty();
    }
    long perMillion = 0;
    for (Offer offer : offers) {
      Usd proceeds = offer.sweep().amount().minus(fee(stand, scene, offer));
      perMillion += share(Rounding.DOWN, proceeds, offer, stand.over(offer.leg()), stand);
    }
    boolean whole = offers.stream().allMatch(Offer::isWhole);
    return Optional.of(new Remedy(wishes(offers, purpose), whole, perMillion));
  }

  /** Whether buying what is missing is ruled out whatever the books show. */
  boolean cannotComplete(Stand stand, Scene scene, Limits limits) {
    List<Integer> lagging = shortLegs(stand, scene);
    return lagging.isEmpty()
        || lagging.stream()
            .anyMatch(leg ->
                !stand.legs().get(leg).mayBuy()
                    || !scene.takes(market(stand, scene, leg).id().venue())
                    || isPaused(stand, scene, leg, Side.BUY)
                    || limits
                        .of(leg)
                        .flatMap(limit ->
                            size(market(stand, scene, leg), stand.missing(leg), Side.BUY, limit))
                        .isEmpty());
  }

  /** Whether nothing can be done about the difference: no venue takes an order so small. */
  boolean isDust(Stand stand, Scene scene) {
    boolean sellable =
        stand.leading().stream()
            .anyMatch(leg -> !isDust(market(stand, scene, leg), stand.over(leg)));
    boolean barred = stand.lagging().stream().anyMatch(leg -> stand.legs().get(leg).isBarred());
    return !sellable && (barred || shortLegs(stand, scene).isEmpty());
  }

  /**
   * Whether no book of what is missing is contradicted by our last order there: older than its
   * answer, it shows at the planned price what that order did not get.
   */
  boolean areBelievable(Stand stand, Scene scene) {
    return shortLegs(stand, scene).stream()
        .map(stand.legs()::get)
        .allMatch(leg -> isBelievable(leg, scene));
  }

  private static boolean isBelievable(LegStand leg, Scene scene) {
    return leg.bought().whole()
        || leg.purchases().row() > 0
        || scene
            .book(leg.plan().instrument())
            .filter(book ->
                book.confirmedAt().isAfter(leg.open().news())
                    || book.asks().isEmpty()
                    || book.asks().best().price().isGreaterThan(leg.plan().worst()))
            .isPresent();
  }

  /** Legs of which so much is missing that their venue takes an order of it. */
  List<Integer> shortLegs(Stand stand, Scene scene) {
    return stand.lagging().stream()
        .filter(leg -> !isDust(market(stand, scene, leg), stand.missing(leg)))
        .toList();
  }

  /** Whether the last no to this is too fresh for asking again. */
  boolean isPaused(Stand stand, Scene scene, int leg, Side side) {
    return scene.now().isBefore(reopens(stand, scene, leg, side));
  }

  /** When this may be asked for again, after a no of the venue or of our own gate. */
  Instant reopens(Stand stand, Scene scene, int leg, Side side) {
    Instant refused = stand.legs().get(leg).refusals(side).until(pauses, scene.now());
    Instant denial = scene.denials().last(leg, side);
    boolean mayHaveSettled =
        side == Side.SELL && stand.legs().get(leg).hasSettledSince(denial, scene.now());
    Instant denied = mayHaveSettled ? Instant.EPOCH : denial.plus(pauses.denied());
    return refused.isAfter(denied) ? refused : denied;
  }

  /** When a sale of what has no counterpart may be asked for again, at the earliest. */
  Instant salesReopen(Stand stand, Scene scene) {
    return stand.leading().stream()
        .map(leg -> reopens(stand, scene, leg, Side.SELL))
        .filter(scene.now()::isBefore)
        .min(Instant::compareTo)
        .orElse(scene.now().plus(pauses.again()));
  }

  PriceGrid grid(LegStand leg, Scene scene) {
    return market(leg, scene).terms().grid();
  }

  private Optional<Offer> purchase(
      Stand stand, Scene scene, Limits limits, int leg, Quantity shares) {
    return limits
        .of(leg)
        .filter(_ -> stand.legs().get(leg).mayBuy() && !isPaused(stand, scene, leg, Side.BUY))
        .flatMap(limit -> offer(stand, scene, new Part(leg, Side.BUY, shares, limit)));
  }

  private Optional<Offer> offer(Stand stand, Scene scene, Part part) {
    Market market = market(stand, scene, part.leg());
    if (!scene.takes(market.id().venue()) || !Fees.knows(market.terms().fees())) {
      return Optional.empty();
    }
    return size(market, part.shares(), part.side(), part.limit())
        .flatMap(quantity ->
            scene
                .book(stand.legs().get(part.leg()).plan().instrument())
                .map(book ->
                    part.side() == Side.BUY
                        ? Sweep.buy(book.asks(), quantity, part.limit())
                        : Sweep.sell(book.bids(), quantity, part.limit()))
                .filter(sweep -> !sweep.isEmpty())
                .map(sweep -> new Offer(part, quantity, sweep)));
  }

  private Usd fee(Stand stand, Scene scene, Offer offer) {
    Market market = market(stand, scene, offer.leg());
    return fees.estimate(market.terms().fees(), offer.part().side(), offer.sweep());
  }

  /** What so many shares of the leg come to at the offer's average, by the whole difference. */
  private static long share(
      Rounding rounding, Usd amount, Offer offer, Quantity shares, Stand stand) {
    long average = rounding.multiplyDivide(amount.e6(), MILLION, offer.sweep().shares().e6());
    return rounding.multiplyDivide(average, shares.e6(), stand.residual().e6());
  }

  private static List<OrderWish> wishes(List<Offer> offers, Purpose purpose) {
    return offers.stream()
        .map(offer ->
            new OrderWish(
                offer.leg(),
                purpose,
                new OrderIntent.Terms(
                    offer.part().side(),
                    offer.quantity(),
                    offer.part().limit(),
                    TimeInForce.IOC,
                    false,
                    null)))
        .toList();
  }

  /** These shares in whole lots, if the venue takes an order of them. */
  static Optional<Quantity> size(Market market, Quantity shares, Side side, Price limit) {
    Quantity quantity = shares.floorTo(market.terms().lot());
    Usd value = Usd.of(limit, quantity, Rounding.DOWN);
    boolean tooCheap = side == Side.BUY && value.isLessThan(market.terms().minimumMarketableBuy());
    return isDust(market, shares) || tooCheap ? Optional.empty() : Optional.of(quantity);
  }

  private static boolean isDust(Market market, Quantity shares) {
    Quantity quantity = shares.floorTo(market.terms().lot());
    return quantity.isZero() || quantity.isLessThan(market.terms().minimumSize());
  }

  private static Market market(Stand stand, Scene scene, int leg) {
    return market(stand.legs().get(leg), scene);
  }

  private static Market market(LegStand leg, Scene scene) {
    return scene
        .market(leg.plan().instrument().market())
        .orElseThrow(
            () -> new IllegalStateException("no market is known for " + leg.plan().instrument()));
  }
}
