package pairdesk.sandbox.exchange;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.ExchangeEvent.Cause;
import pairdesk.sandbox.exchange.Lifetime.FillOrKill;
import pairdesk.sandbox.exchange.Lifetime.GoodTillDate;
import pairdesk.sandbox.exchange.MatchingBook.Plan;
import pairdesk.sandbox.exchange.Placement.Placed;
import pairdesk.sandbox.exchange.Placement.Refused;

/** Takes, changes and cancels orders. */
final class OrderDesk {
  private final Floor floor;
  private final Matching matching;
  private final OrderGroups groups;

  OrderDesk(Floor floor, Matching matching, OrderGroups groups) {
    this.floor = floor;
    this.matching = matching;
    this.groups = groups;
  }

  Placement place(AccountId owner, OrderIds ids, OrderTerms terms) {
    return switch (admit(owner, ids, terms)) {
      case Refused refused -> refused;
      case Placed(Order order, _) -> execute(order);
    };
  }

  /** The order as it would be taken, before it meets the book. */
  Placement admit(AccountId owner, OrderIds ids, OrderTerms terms) {
    Market market = floor.markets.get(terms.market());
    if (market == null) {
      return new Refused(Refusal.UNKNOWN_MARKET);
    }
    Account account = floor.account(owner);
    if (account == null && !owner.isCrowd()) {
      return new Refused(Refusal.UNKNOWN_ACCOUNT);
    }
    Optional<Refusal> refusal =
        duplicate(account, ids)
            .or(() -> standing(market, terms))
            .or(() -> groups.refusal(owner, terms));
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    String id = ids.id() == null ? floor.newId() : ids.id();
    return new Placed(
        Order.fresh(id, ids.clientId(), owner, capped(account, terms), floor.now()), List.of());
  }

  /** What a market says to these terms now. */
  private Optional<Refusal> standing(Market market, OrderTerms terms) {
    return notTrading(market).or(() -> badTerms(market, terms));
  }

  private static Optional<Refusal> duplicate(@Nullable Account account, OrderIds ids) {
    if (account == null) {
      return Optional.empty();
    }
    if (account.isUsed(ids.clientId())) {
      return Optional.of(Refusal.DUPLICATE_CLIENT_ID);
    }
    String id = ids.id();
    return id != null && account.order(id) != null
        ? Optional.of(Refusal.DUPLICATE_ORDER_ID)
        : Optional.empty();
  }

  private Optional<Refusal> notTrading(Market market) {
    if (!market.state.isTrading()) {
      return Optional.of(Refusal.MARKET_NOT_TRADING);
    }
    boolean paused =
        market.spec.id().venue().equals(VenueId.KALSHI)
            && floor.modes.kalshi().isPaused(market.spec.shard());
    return paused ? Optional.of(Refusal.SHARD_PAUSED) : Optional.empty();
  }

  private Optional<Refusal> badTerms(Market market, OrderTerms terms) {
    if (!market.state.grid().accepts(terms.bookPrice())) {
      return Optional.of(Refusal.PRICE_OFF_GRID);
    }
    Quantity quantity = terms.quantity();
    if (quantity.isZero() || !quantity.floorTo(market.spec.lot()).equals(quantity)) {
      return Optional.of(Refusal.QUANTITY_OFF_LOT);
    }
    if (terms.lifetime() instanceof GoodTillDate(var expires) && !expires.isAfter(floor.now())) {
      return Optional.of(Refusal.EXPIRES_IN_THE_PAST);
    }
    return terms.options().reduceOnly() && terms.lifetime().rests()
        ? Optional.of(Refusal.REDUCE_ONLY_NOT_IMMEDIATE)
        : Optional.empty();
  }

  /** A reduce-only order is never larger than the position it reduces. */
  private static OrderTerms capped(@Nullable Account account, OrderTerms terms) {
    if (account == null || !terms.options().reduceOnly()) {
      return terms;
    }
    long signed = account.ledger.position(terms.market()).signedE6();
    long reducible = terms.bookSide() == Side.SELL ? signed : -signed;
    Quantity cap = Quantity.ofE6(Math.max(0, reducible));
    return terms.with(terms.price(), terms.quantity().min(cap));
  }

  /** What keeps an order from the book now, whichever way it would go there. */
  Optional<Refusal> obstacle(Order order) {
    OrderTerms terms = order.terms();
    Market market = floor.market(terms.market());
    return standing(market, terms).or(() -> obstacle(order, plan(market, order)));
  }

  private Optional<Refusal> obstacle(Order order, Plan plan) {
    Market market = floor.market(order.terms().market());
    if (order.terms().options().postOnly() && market.book.crosses(order.terms())) {
      return Optional.of(Refusal.POST_ONLY_CROSSES);
    }
    Account account = floor.account(order.account());
    return account != null && !matching.covers(market, account, order, plan)
        ? Optional.of(Refusal.INSUFFICIENT_FUNDS)
        : Optional.empty();
  }

  private static Plan plan(Market market, Order order) {
    OrderTerms terms = order.terms();
    return market.book.plan(order.account(), terms, terms.quantity(), market.spec.lot());
  }

  /** Lets an admitted order meet the book. */
  Placement execute(Order order) {
    OrderTerms terms = order.terms();
    Market market = floor.market(terms.market());
    Account account = floor.account(order.account());
    Plan plan = plan(market, order);
    Optional<Refusal> obstacle = obstacle(order, plan);
    if (obstacle.isPresent()) {
      return new Refused(obstacle.get());
    }
    if (account != null) {
      account.use(order.clientId());
    }
    // One that is stopped by an own order keeps what it filled before, as Kalshi's does.
    if (terms.lifetime() instanceof FillOrKill && !plan.complete() && !plan.stopped()) {
      return new Refused(Refusal.FILL_OR_KILL_UNFILLED);
    }
    if (account != null && account.order(order.id()) == null) {
      floor.report(order, Cause.PLACED);
    }
    groups.join(order);
    return carryOut(market, order, plan);
  }

  private Placement carryOut(Market market, Order order, Plan plan) {
    plan.selfCancelled().forEach(own -> end(market, own, CancelReason.SELF_TRADE));
    List<Trade> trades = matching.execute(market, order, plan);
    Order now = order;
    for (Trade trade : trades) {
      now = now.filled(trade.taker());
    }
    Order done = finish(market, now, plan);
    endTriggered();
    return new Placed(matching.latest(done), trades);
  }

  private Order finish(Market market, Order order, Plan plan) {
    if (!order.isOpen()) {
      return order;
    }
    if (plan.complete()) {
      Order done = order.completed(floor.now());
      floor.report(done, Cause.TRADED);
      return done;
    }
    if (plan.stopped()) {
      return end(market, order, CancelReason.SELF_TRADE);
    }
    if (!order.terms().lifetime().rests()) {
      var reason =
          order.terms().options().reduceOnly() ? CancelReason.REDUCE_ONLY : CancelReason.IMMEDIATE;
      return end(market, order, reason);
    }
    floor.rebook(market, order, true);
    if (order.terms().lifetime() instanceof GoodTillDate(var expires)) {
      floor.agenda.at(expires, () -> cancel(order.account(), order.id(), CancelReason.EXPIRED));
    }
    return order;
  }

  /** Takes an order out of the book for good. */
  Order end(Market market, Order order, CancelReason reason) {
    Order ended = order.cancelled(reason, floor.now());
    floor.rebook(market, ended, false);
    floor.report(ended, Cause.CANCELLED);
    return ended;
  }

  Cancellation cancel(AccountId owner, String orderId, CancelReason reason) {
    Account account = floor.account(owner);
    Order order = account == null ? null : account.order(orderId);
    if (order == null || !order.isOpen()) {
      return new Cancellation.NotLive(Optional.ofNullable(order));
    }
    Quantity reducedBy = order.progress().remaining();
    Order ended = end(floor.market(order.terms().market()), order, reason);
    return new Cancellation.Cancelled(ended, reducedBy);
  }

  /**
   * Changes price or size; what makes the order dearer or larger sends it to the end of its queue.
   */
  Placement amend(AccountId owner, String orderId, Amendment amendment) {
    Account account = floor.account(owner);
    Order order = account == null ? null : account.order(orderId);
    if (account == null || order == null || !order.isOpen()) {
      return new Refused(Refusal.ORDER_NOT_LIVE);
    }
    Market market = floor.market(order.terms().market());
    OrderTerms terms = order.terms().with(amendment.price(), amendment.quantity());
    String clientId = amendment.clientId();
    Optional<Refusal> refusal =
        duplicate(
                account,
                clientId.equals(order.clientId()) ? OrderIds.client("") : OrderIds.client(clientId))
            .or(() -> notTrading(market))
            .or(() -> badTerms(market, terms));
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    Quantity rest = amendment.quantity().minusOrZero(order.progress().filled());
    if (rest.isZero()) {
      return new Placed(end(market, order, CancelReason.USER), List.of());
    }
    Order changed = order.amended(amendment.clientId(), terms, rest, floor.now());
    boolean keepsPlace =
        terms.price().equals(order.terms().price())
            && !rest.isGreaterThan(order.progress().remaining());
    return keepsPlace ? shrink(market, changed, Cause.AMENDED) : replace(market, account, changed);
  }

  private Placement shrink(Market market, Order changed, Cause cause) {
    floor.rebook(market, changed, true);
    floor.report(changed, cause);
    return new Placed(changed, List.of());
  }

  private Placement replace(Market market, Account account, Order changed) {
    Order before = matching.latest(changed);
    floor.rebook(market, before, false);
    Plan plan =
        market.book.plan(
            changed.account(), changed.terms(), changed.progress().remaining(), market.spec.lot());
    boolean crosses = changed.terms().options().postOnly() && !plan.matches().isEmpty();
    if (crosses || !matching.covers(market, account, changed, plan)) {
      floor.rebook(market, before, true);
      return new Refused(crosses ? Refusal.POST_ONLY_CROSSES : Refusal.INSUFFICIENT_FUNDS);
    }
    account.use(changed.clientId());
    floor.report(changed, Cause.AMENDED);
    return carryOut(market, changed, plan);
  }

  /** The crowd takes this much of an order, even of one that is dead or smaller. */
  Optional<Trade> takeFrom(AccountId owner, String orderId, Quantity quantity) {
    Account account = floor.account(owner);
    Order order = account == null ? null : account.order(orderId);
    if (order == null) {
      return Optional.empty();
    }
    Trade trade = matching.takeFrom(floor.market(order.terms().market()), order, quantity);
    endTriggered();
    return Optional.of(trade);
  }

  Placement decrease(AccountId owner, String orderId, Quantity remaining) {
    Account account = floor.account(owner);
    Order order = account == null ? null : account.order(orderId);
    if (order == null || !order.isOpen()) {
      return new Refused(Refusal.ORDER_NOT_LIVE);
    }
    if (remaining.isGreaterThan(order.progress().remaining())) {
      return new Refused(Refusal.QUANTITY_OFF_LOT);
    }
    Market market = floor.market(order.terms().market());
    return remaining.isZero()
        ? new Placed(end(market, order, CancelReason.USER), List.of())
        : shrink(market, order.resting(remaining, floor.now()), Cause.DECREASED);
  }

  /** Cancels the orders of groups that filled too fast. */
  void endTriggered() {
    for (String id : groups.takeTriggered()) {
      for (Account account : floor.accounts.values()) {
        cancel(account.id, id, CancelReason.ORDER_GROUP);
      }
    }
  }

  /** Ends every order of the market that matches. */
  void endAll(Market market, CancelReason reason, Predicate<Order> which) {
    market.book.orders().filter(which).toList().forEach(order -> end(market, order, reason));
  }
}
