package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.sandbox.exchange.AccountView;
import pairdesk.sandbox.exchange.CancelReason;
import pairdesk.sandbox.exchange.Cancellation;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.OrderOptions;
import pairdesk.sandbox.exchange.OrderStatus;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Placement;
import pairdesk.sandbox.exchange.Refusal;

/**
 * Kalshi: ids of ours that are never freed, one signed position a market, an order group as fence,
 * pauses of a shard, lists without our id on fills.
 */
final class KalshiHouse implements House {
  private static final Quantity NO_LIMIT = Quantity.ofShares(1_000_000);
  private static final long PRECISION_E6 = 100;

  private final Exchange exchange;
  private final Map<String, String> orders = new HashMap<>();
  private final Map<ClientOrderId, String> groups = new HashMap<>();
  private final Map<ClientOrderId, OrderIntent> intents = new HashMap<>();
  private final Set<ClientOrderId> fenced = new HashSet<>();

  KalshiHouse(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public VenueId id() {
    return VenueId.KALSHI;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(false, true, Duration.ZERO, Duration.ofSeconds(5));
  }

  @Override
  public SentOrder prepare(OrderIntent intent, int signature) {
    intents.put(intent.id(), intent);
    int shard = Scenery.shard(intent.instrument().market());
    String group =
        groups.computeIfAbsent(
            intent.id(), _ -> exchange.createGroup(Scenery.KALSHI, shard, NO_LIMIT).key().id());
    return new SentOrder(intent, intent.id(), intent.id().value(), group);
  }

  @Override
  public SubmitOutcome place(SentOrder sent) {
    Placement placement =
        exchange.place(Scenery.KALSHI, OrderIds.client(sent.clientId().value()), terms(sent));
    return switch (placement) {
      case Placement.Placed(Order order, _) -> {
        orders.put(sent.clientId().value(), order.id());
        yield new SubmitOutcome.Accepted(order.id(), state(order), order.progress().filled());
      }
      case Placement.Refused(Refusal reason) -> refused(reason);
    };
  }

  /** The wire knows bids and asks of YES: selling one outcome is buying the other. */
  private static OrderTerms terms(SentOrder sent) {
    OrderIntent.Terms terms = sent.intent().terms();
    Outcome outcome = sent.intent().instrument().outcome();
    boolean buys = terms.side() == Side.BUY;
    var options =
        new OrderOptions(
            terms.postOnly(), false, true, OrderOptions.SelfTrade.CANCEL_TAKER, null, sent.group());
    return new OrderTerms(
        sent.intent().instrument().market(),
        buys ? outcome : outcome.opposite(),
        pairdesk.sandbox.exchange.Side.BUY,
        buys ? terms.limit() : terms.limit().complement(),
        terms.quantity(),
        Words.lifetime(terms),
        options);
  }

  private static SubmitOutcome refused(Refusal reason) {
    RejectCode code =
        switch (reason) {
          case INSUFFICIENT_FUNDS -> RejectCode.INSUFFICIENT_BALANCE;
          case FILL_OR_KILL_UNFILLED -> RejectCode.NOT_FILLABLE;
          case POST_ONLY_CROSSES -> RejectCode.POST_ONLY_CROSSES;
          case PRICE_OFF_GRID -> RejectCode.BAD_PRICE;
          case QUANTITY_OFF_LOT -> RejectCode.BAD_SIZE;
          case MARKET_NOT_TRADING -> RejectCode.MARKET_CLOSED;
          case SHARD_PAUSED -> RejectCode.VENUE_PAUSED;
          case UNKNOWN_MARKET,
              UNKNOWN_ACCOUNT,
              DUPLICATE_CLIENT_ID,
              DUPLICATE_ORDER_ID,
              EXPIRES_IN_THE_PAST,
              REDUCE_ONLY_NOT_IMMEDIATE,
              ORDER_GROUP_UNKNOWN,
              ORDER_GROUP_TRIGGERED,
              ORDER_NOT_LIVE ->
              RejectCode.OTHER;
        };
    // a used id says that an earlier attempt arrived: look
    return reason == Refusal.DUPLICATE_CLIENT_ID
        ? new SubmitOutcome.Unknown("order_already_exists")
        : new SubmitOutcome.Rejected(code, reason.name());
  }

  @Override
  public boolean isFenced(ClientOrderId order) {
    return fenced.contains(order);
  }

  @Override
  public boolean lists(Order order) {
    return true;
  }

  @Override
  public CancelOutcome cancel(OrderRef order) {
    String id = order.venueOrderId() == null ? orders.get(order.venueKey()) : order.venueOrderId();
    return id == null
        ? new CancelOutcome.NotLive("not in the list of orders")
        : switch (exchange.cancel(Scenery.KALSHI, id, CancelReason.USER)) {
          case Cancellation.Cancelled _ -> new CancelOutcome.Requested();
          case Cancellation.NotLive _ -> new CancelOutcome.NotLive("not found");
        };
  }

  @Override
  public void cancelAll() {
    exchange.cancelAll(Scenery.KALSHI, _ -> true, CancelReason.USER);
  }

  @Override
  public OrderLookup lookUp(OrderRef order, Instant asOf, Instant seenUntil, boolean fence) {
    String id = orders.get(order.venueKey());
    Optional<Order> listed =
        id == null
            ? Optional.empty()
            : exchange
                .order(Scenery.KALSHI, id)
                .filter(found -> !found.createdAt().isAfter(seenUntil));
    if (listed.isPresent()) {
      return found(listed.get(), order);
    }
    String group = groups.get(order.id());
    if (fence && group != null) {
      exchange.group(Scenery.KALSHI, group, Exchange.GroupAction.TRIGGER);
      fenced.add(order.id());
    }
    return new OrderLookup.Absent(asOf);
  }

  @Override
  public OrderLookup glance(OrderRef order, Instant asOf, Instant seenUntil) {
    return lookUp(order, asOf, seenUntil, false) instanceof OrderLookup.Found found
        ? found
        : new OrderLookup.Unreadable("not listed, but its call may still be answered");
  }

  private OrderLookup found(Order found, OrderRef order) {
    List<Fill> ours =
        exchange.fills(Scenery.KALSHI).stream()
            .filter(fill -> fill.orderId().equals(found.id()))
            .map(fill -> fill(fill, order.instrument(), order.id()))
            .toList();
    return new OrderLookup.Found(found.id(), state(found), found.progress().filled(), ours);
  }

  @Override
  public AccountSnapshot account(Instant fillsSince, Instant readAt) {
    AccountView view = exchange.account(Scenery.KALSHI);
    List<OrderUpdate> open =
        exchange.orders(Scenery.KALSHI).stream().filter(Order::isOpen).map(this::update).toList();
    List<Fill> fills =
        exchange.fills(Scenery.KALSHI).stream()
            .filter(fill -> !fill.at().isBefore(fillsSince))
            .map(KalshiHouse::ofUnknown)
            .toList();
    List<AccountSnapshot.Holding> holdings =
        view.positions().stream()
            .filter(position -> position.signedE6() != 0)
            .map(position ->
                new AccountSnapshot.Holding(
                    position.signedE6() < 0 ? position.market().no() : position.market().yes(),
                    Quantity.ofE6(Math.absExact(position.signedE6()))))
            .toList();
    List<AccountSnapshot.Cash> cash =
        new TreeMap<>(view.cash())
            .entrySet().stream()
                .map(e -> new AccountSnapshot.Cash(e.getKey(), e.getValue(), PRECISION_E6))
                .toList();
    return new AccountSnapshot(
        VenueId.KALSHI,
        readAt,
        cash,
        holdings,
        open,
        fills,
        Words.payouts(exchange.settlements(Scenery.KALSHI)),
        EnumSet.allOf(AccountSnapshot.Part.class));
  }

  @Override
  public VenueStatus.Health health() {
    return exchange.modes().kalshi().isPaused(0)
        ? VenueStatus.Health.PAUSED
        : VenueStatus.Health.UP;
  }

  @Override
  public List<Fill> fills(ExchangeEvent event) {
    return event instanceof ExchangeEvent.Filled(var fill, var order, _)
            && fill.account().equals(Scenery.KALSHI)
        ? List.of(ours(fill, order))
        : List.of();
  }

  private Fill ours(pairdesk.sandbox.exchange.Fill fill, Order order) {
    OrderIntent intent = intents.get(new ClientOrderId(order.clientId()));
    return intent == null ? ofUnknown(fill) : fill(fill, intent.instrument(), intent.id());
  }

  @Override
  public Optional<OrderUpdate> update(ExchangeEvent event) {
    return event instanceof ExchangeEvent.OrderChanged(var order, _)
            && order.account().equals(Scenery.KALSHI)
        ? Optional.of(update(order))
        : Optional.empty();
  }

  private OrderUpdate update(Order order) {
    return new OrderUpdate(
        VenueId.KALSHI,
        new ClientOrderId(order.clientId()),
        order.id(),
        state(order),
        order.progress().filled(),
        "",
        order.updatedAt());
  }

  /** Lists do not say whether it opened or closed: it reads as a purchase. */
  static Fill ofUnknown(pairdesk.sandbox.exchange.Fill fill) {
    MarketId market = fill.deal().market();
    boolean bid = fill.deal().yesSide() == pairdesk.sandbox.exchange.Side.BUY;
    return fill(fill, bid ? market.yes() : market.no(), null);
  }

  private static Fill fill(
      pairdesk.sandbox.exchange.Fill fill,
      Instrument instrument,
      @org.jspecify.annotations.Nullable ClientOrderId order) {
    boolean yes = instrument.outcome() == Outcome.YES;
    boolean bid = fill.deal().yesSide() == pairdesk.sandbox.exchange.Side.BUY;
    return new Fill(
        new Fill.Key(VenueId.KALSHI.code(), fill.tradeId(), fill.orderId()),
        order,
        instrument,
        yes == bid ? Side.BUY : Side.SELL,
        fill.deal().quantity(),
        yes ? fill.deal().yesPrice() : fill.deal().yesPrice().complement(),
        fill.fee(),
        fill.taker() ? Fill.Liquidity.TAKER : Fill.Liquidity.MAKER,
        FillStatus.FINAL,
        fill.at());
  }

  private static OrderState state(Order order) {
    Quantity filled = order.progress().filled();
    if (order.progress().status() == OrderStatus.OPEN) {
      return filled.isZero() ? OrderState.LIVE : OrderState.PARTLY;
    }
    return filled.isLessThan(order.terms().quantity()) ? OrderState.CANCELLED : OrderState.FILLED;
  }
}
