package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
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
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.OrderOptions;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Placement;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Refusal;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.VenueModes;

/**
 * Polymarket: an order is known by the digest of what was signed, trades settle later or fail,
 * sales need shares that have arrived, nothing fences an order that is on its way.
 */
final class PolymarketHouse implements House {
  private static final Duration LATE = Duration.ofMinutes(3);
  private static final Duration SHORTEST_LIFE = Duration.ofSeconds(125);

  private final Exchange exchange;

  PolymarketHouse(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public VenueId id() {
    return VenueId.POLYMARKET;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(true, false, LATE, Duration.ofSeconds(5));
  }

  @Override
  public SentOrder prepare(OrderIntent intent, int signature) {
    return new SentOrder(intent, intent.id(), "0x" + intent.id() + "-" + signature, null);
  }

  /** A purchase that takes goes as one that rests: its rest is cancelled by the client. */
  static boolean isExactTaker(OrderIntent.Terms terms) {
    return terms.timeInForce() == TimeInForce.IOC && terms.side() == Side.BUY;
  }

  @Override
  public SubmitOutcome place(SentOrder sent) {
    SubmitOutcome refused = refusedByMode(sent);
    if (refused != null) {
      return refused;
    }
    OrderTerms terms = terms(sent);
    boolean rests = terms.options().postOnly();
    Duration delay = rests ? Duration.ZERO : exchange.modes().takerDelay(terms.market());
    Placement placement =
        delay.isZero()
            ? exchange.place(Scenery.POLYMARKET, OrderIds.digest(sent.venueKey()), terms)
            : exchange.placeLater(
                Scenery.POLYMARKET, OrderIds.digest(sent.venueKey()), terms, delay, _ -> {});
    return switch (placement) {
      case Placement.Refused(Refusal reason) -> refused(reason);
      case Placement.Placed(Order order, _) -> placed(order, sent);
    };
  }

  private static SubmitOutcome placed(Order order, SentOrder sent) {
    return isKilled(order)
        ? new SubmitOutcome.Rejected(RejectCode.NOT_FILLABLE, "no orders found to match")
        : new SubmitOutcome.Accepted(sent.venueKey(), state(order), order.progress().filled());
  }

  /** Ended as it arrived without having met anybody: the venue refuses it and never lists it. */
  private static boolean isKilled(Order order) {
    return !order.terms().lifetime().rests()
        && !order.isOpen()
        && order.progress().filled().isZero()
        && order.updatedAt().equals(order.createdAt());
  }

  @Override
  public boolean lists(Order order) {
    return !isKilled(order);
  }

  private @Nullable SubmitOutcome refusedByMode(SentOrder sent) {
    return switch (exchange.modes().polymarket()) {
      case NORMAL -> null;
      case RESTARTING -> new SubmitOutcome.NotSent("425: the engine restarts");
      case POST_ONLY ->
          sent.intent().terms().postOnly()
              ? null
              : new SubmitOutcome.Rejected(RejectCode.VENUE_RESTARTING, "post-only mode");
      case CANCEL_ONLY, DISABLED -> new SubmitOutcome.Rejected(RejectCode.VENUE_PAUSED, "503");
    };
  }

  private OrderTerms terms(SentOrder sent) {
    OrderIntent.Terms terms = sent.intent().terms();
    Instrument instrument = sent.intent().instrument();
    Lifetime lifetime =
        isExactTaker(terms)
            ? new Lifetime.GoodTillDate(exchange.clock().instant().plus(SHORTEST_LIFE))
            : Words.lifetime(terms);
    return new OrderTerms(
        instrument.market(),
        instrument.outcome(),
        terms.side() == Side.BUY
            ? pairdesk.sandbox.exchange.Side.BUY
            : pairdesk.sandbox.exchange.Side.SELL,
        terms.limit(),
        terms.quantity(),
        lifetime,
        terms.postOnly() ? OrderOptions.POST_ONLY : OrderOptions.NONE);
  }

  private static SubmitOutcome refused(Refusal reason) {
    return switch (reason) {
      case INSUFFICIENT_FUNDS ->
          new SubmitOutcome.Rejected(
              RejectCode.INSUFFICIENT_BALANCE, "not enough balance / allowance");
      case FILL_OR_KILL_UNFILLED ->
          new SubmitOutcome.Rejected(RejectCode.NOT_FILLABLE, reason.name());
      case POST_ONLY_CROSSES ->
          new SubmitOutcome.Rejected(RejectCode.POST_ONLY_CROSSES, reason.name());
      case PRICE_OFF_GRID -> new SubmitOutcome.Rejected(RejectCode.BAD_PRICE, reason.name());
      case QUANTITY_OFF_LOT -> new SubmitOutcome.Rejected(RejectCode.BAD_SIZE, reason.name());
      case MARKET_NOT_TRADING ->
          new SubmitOutcome.Rejected(RejectCode.MARKET_CLOSED, reason.name());
      // it arrived before: look
      case DUPLICATE_ORDER_ID, DUPLICATE_CLIENT_ID -> new SubmitOutcome.Unknown("Duplicated.");
      case UNKNOWN_MARKET,
          UNKNOWN_ACCOUNT,
          SHARD_PAUSED,
          EXPIRES_IN_THE_PAST,
          REDUCE_ONLY_NOT_IMMEDIATE,
          ORDER_GROUP_UNKNOWN,
          ORDER_GROUP_TRIGGERED,
          ORDER_NOT_LIVE ->
          new SubmitOutcome.Rejected(RejectCode.OTHER, reason.name());
    };
  }

  @Override
  public boolean isFenced(ClientOrderId order) {
    return false;
  }

  @Override
  public CancelOutcome cancel(OrderRef order) {
    return switch (exchange.cancel(Scenery.POLYMARKET, order.venueKey(), CancelReason.USER)) {
      case Cancellation.Cancelled _ -> new CancelOutcome.Requested();
      case Cancellation.NotLive _ -> new CancelOutcome.NotLive("already canceled or matched");
    };
  }

  @Override
  public void cancelAll() {
    exchange.cancelAll(Scenery.POLYMARKET, _ -> true, CancelReason.USER);
  }

  @Override
  public OrderLookup lookUp(OrderRef order, Instant asOf, Instant seenUntil, boolean fence) {
    Optional<Order> listed =
        exchange
            .order(Scenery.POLYMARKET, order.venueKey())
            .filter(found -> lists(found) && !found.createdAt().isAfter(seenUntil));
    if (listed.isEmpty()) {
      return new OrderLookup.Absent(asOf);
    }
    List<Fill> ours =
        fills(exchange.trades(Scenery.POLYMARKET)).stream()
            .filter(fill -> fill.key().venueOrder().equals(order.venueKey()))
            .map(fill -> fill.withOrder(order.id()))
            .toList();
    return new OrderLookup.Found(
        order.venueKey(), state(listed.get()), listed.get().progress().filled(), ours);
  }

  @Override
  public OrderLookup glance(OrderRef order, Instant asOf, Instant seenUntil) {
    return lookUp(order, asOf, seenUntil, false);
  }

  @Override
  public AccountSnapshot account(Instant fillsSince, Instant readAt) {
    AccountView view = exchange.account(Scenery.POLYMARKET);
    List<OrderUpdate> open =
        exchange.orders(Scenery.POLYMARKET).stream()
            .filter(Order::isOpen)
            .map(PolymarketHouse::update)
            .toList();
    List<Trade> trades =
        exchange.trades(Scenery.POLYMARKET).stream()
            .filter(trade -> !trade.at().isBefore(fillsSince))
            .toList();
    var holdings = new ArrayList<AccountSnapshot.Holding>();
    view.positions().forEach(position -> holdings.addAll(holdings(position)));
    return new AccountSnapshot(
        VenueId.POLYMARKET,
        readAt,
        List.of(
            new AccountSnapshot.Cash(
                0, view.cash().getOrDefault(0, pairdesk.engine.money.Usd.ZERO), 1)),
        holdings,
        open,
        fills(trades),
        Words.payouts(exchange.settlements(Scenery.POLYMARKET)),
        EnumSet.allOf(AccountSnapshot.Part.class));
  }

  private List<AccountSnapshot.Holding> holdings(Position position) {
    var holdings = new ArrayList<AccountSnapshot.Holding>();
    for (Outcome outcome : Outcome.values()) {
      Quantity shares = position.of(outcome);
      if (!shares.isZero()) {
        var instrument = new Instrument(position.market(), outcome);
        holdings.add(new AccountSnapshot.Holding(instrument, shares, pays(instrument)));
      }
    }
    return holdings;
  }

  private @Nullable Price pays(Instrument instrument) {
    return exchange
        .market(instrument.market())
        .filter(state -> state.phase() == MarketPhase.FINALIZED)
        .map(state -> state.value())
        .map(yes -> instrument.outcome() == Outcome.YES ? yes : yes.complement())
        .orElse(null);
  }

  @Override
  public VenueStatus.Health health() {
    VenueModes.Polymarket mode = exchange.modes().polymarket();
    return switch (mode) {
      case NORMAL -> VenueStatus.Health.UP;
      case RESTARTING -> VenueStatus.Health.RESTARTING;
      case POST_ONLY -> VenueStatus.Health.POST_ONLY;
      case CANCEL_ONLY -> VenueStatus.Health.CANCEL_ONLY;
      case DISABLED -> VenueStatus.Health.DISABLED;
    };
  }

  @Override
  public List<Fill> fills(ExchangeEvent event) {
    return switch (event) {
      case ExchangeEvent.Traded(var trade) -> fills(List.of(trade));
      case ExchangeEvent.TradeAdvanced(var trade) -> fills(List.of(trade));
      case ExchangeEvent.LevelChanged _,
          ExchangeEvent.OrderChanged _,
          ExchangeEvent.Filled _,
          ExchangeEvent.PositionChanged _,
          ExchangeEvent.MarketChanged _,
          ExchangeEvent.GroupChanged _ ->
          List.of();
    };
  }

  private static List<Fill> fills(List<Trade> trades) {
    return trades.stream()
        .flatMap(trade ->
            trade
                .fills()
                .filter(fill -> fill.account().equals(Scenery.POLYMARKET))
                .map(fill -> fill(fill, trade.status())))
        .toList();
  }

  @Override
  public Optional<OrderUpdate> update(ExchangeEvent event) {
    return event instanceof ExchangeEvent.OrderChanged(var order, _)
            && order.account().equals(Scenery.POLYMARKET)
            && lists(order)
            && !isArriving(order)
        ? Optional.of(update(order))
        : Optional.empty();
  }

  /** What takes is not told before it has met somebody. */
  private static boolean isArriving(Order order) {
    return !order.terms().lifetime().rests()
        && order.isOpen()
        && order.progress().filled().isZero();
  }

  private static OrderUpdate update(Order order) {
    return new OrderUpdate(
        VenueId.POLYMARKET,
        null,
        order.id(),
        state(order),
        order.progress().filled(),
        "",
        order.updatedAt());
  }

  private static Fill fill(pairdesk.sandbox.exchange.Fill fill, TradeStatus status) {
    MarketId market = fill.deal().market();
    return new Fill(
        new Fill.Key(VenueId.POLYMARKET.code(), fill.tradeId(), fill.orderId()),
        (ClientOrderId) null,
        new Instrument(market, fill.deal().outcome()),
        fill.deal().side() == pairdesk.sandbox.exchange.Side.BUY ? Side.BUY : Side.SELL,
        fill.deal().quantity(),
        fill.deal().price(),
        fill.fee(),
        fill.taker() ? Fill.Liquidity.TAKER : Fill.Liquidity.MAKER,
        status(status),
        fill.at());
  }

  static FillStatus status(TradeStatus status) {
    return switch (status) {
      case MATCHED, MINED, RETRYING -> FillStatus.PROVISIONAL;
      case CONFIRMED -> FillStatus.FINAL;
      case FAILED -> FillStatus.VOIDED;
    };
  }

  private static OrderState state(Order order) {
    Quantity filled = order.progress().filled();
    return switch (order.progress().status()) {
      case OPEN -> filled.isZero() ? OrderState.LIVE : OrderState.PARTLY;
      case FILLED -> OrderState.FILLED;
      case CANCELLED -> OrderState.CANCELLED;
    };
  }
}
