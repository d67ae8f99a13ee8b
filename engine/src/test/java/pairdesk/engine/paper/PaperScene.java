package pairdesk.engine.paper;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Approval;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.Purpose;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;
import pairdesk.engine.sample.SampleMarkets;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/** A paper exchange of one Kalshi market, its clock, and all that it told. */
final class PaperScene {
  static final MarketId MARKET = MarketId.kalshi("KXRAIN");
  static final Instrument YES = MARKET.yes();
  static final Usd CASH = Usd.ofDollars(1_000);
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final List<PaperReport> reports = new ArrayList<>();
  private final PaperExchange exchange;
  private Instant now = SampleMarkets.NOW;
  private Market market = SampleMarkets.kalshi(MARKET);
  private Runnable duringLatency = () -> {};
  private long version;
  private int ids;

  PaperScene() {
    this(List.of());
  }

  private PaperScene(List<Fill> fills) {
    this.exchange =
        new PaperExchange(
            MARKET.venue(),
            new PaperExchange.Opening(CASH, fills, List.of()),
            PaperSettings.DEFAULTS,
            new PaperExchange.World(
                id -> Optional.of(market).filter(m -> m.id().equals(id)),
                () -> now,
                this::latency,
                reports::add));
  }

  /** One that has bought these shares for next to nothing before. */
  static PaperScene owning(Instrument instrument, int shares) {
    return new PaperScene(
        List.of(
            new Fill(
                new Fill.Key(MARKET.venue().code(), "before", "before"),
                new ClientOrderId("before"),
                instrument,
                Side.BUY,
                Quantity.ofShares(shares),
                Price.ofE4(1),
                Usd.ZERO,
                Fill.Liquidity.TAKER,
                FillStatus.FINAL,
                SampleMarkets.NOW)));
  }

  private void latency(Duration span) {
    now = now.plus(span);
    duringLatency.run();
  }

  /** Happens while the next orders are on their way. */
  PaperScene duringLatency(Runnable what) {
    duringLatency = what;
    return this;
  }

  PaperScene market(Market next) {
    market = next;
    return this;
  }

  PaperScene pass(Duration span) {
    now = now.plus(span);
    return this;
  }

  Instant now() {
    return now;
  }

  /** The book of YES and its mirror, confirmed now. */
  PaperScene book(String bids, String asks) {
    return shown(
        new Book(YES, SampleMarkets.ladder(bids), SampleMarkets.ladder(asks), ++version, now, now));
  }

  PaperScene shown(Book book) {
    exchange.bookChanged(book);
    exchange.bookChanged(book.mirrored());
    return this;
  }

  PaperExchange exchange() {
    return exchange;
  }

  PreparedOrder order(Instrument instrument, OrderIntent.Terms terms) {
    var intent =
        new OrderIntent(
            new ClientOrderId("order-" + ++ids),
            new OrderIntent.Origin(new ExecutionId("x1"), 0, ids, Purpose.ENTRY, null),
            instrument,
            terms,
            new Approval("v1", 1, Usd.ZERO, now.plus(LIMIT)));
    return exchange.prepare(intent, market);
  }

  PreparedOrder order(Side side, String shares, String limit, TimeInForce life) {
    return order(YES, terms(side, shares, limit, life, null));
  }

  static OrderIntent.Terms terms(
      Side side, String shares, String limit, TimeInForce life, @Nullable Instant expiry) {
    return new OrderIntent.Terms(
        side, Quantity.parse(shares), Price.parse(limit), life, false, expiry);
  }

  SubmitOutcome submit(PreparedOrder order) {
    return exchange.submit(order, LIMIT);
  }

  SubmitOutcome buy(String shares, String limit) {
    return submit(order(Side.BUY, shares, limit, TimeInForce.IOC));
  }

  /** An order that was accepted and may still fill. */
  PreparedOrder resting(Side side, String shares, String limit) {
    PreparedOrder order = order(side, shares, limit, TimeInForce.GTC);
    assertInstanceOf(SubmitOutcome.Accepted.class, submit(order));
    return order;
  }

  OrderLookup lookup(PreparedOrder order) {
    return exchange.lookup(ref(order), LIMIT);
  }

  OrderLookup.Found found(PreparedOrder order) {
    return assertInstanceOf(OrderLookup.Found.class, lookup(order));
  }

  OrderRef ref(PreparedOrder order) {
    return new OrderRef(
        order.intent().id(), order.intent().instrument(), order.venueKey(), null, now);
  }

  static RejectCode refused(SubmitOutcome outcome) {
    return assertInstanceOf(SubmitOutcome.Rejected.class, outcome).code();
  }

  List<PaperReport.Filled> filled() {
    return reports.stream()
        .filter(PaperReport.Filled.class::isInstance)
        .map(PaperReport.Filled.class::cast)
        .toList();
  }

  /** Each fill as {@code "10 at 0.40 TOUCH"}. */
  List<String> fills() {
    return filled().stream()
        .map(f -> "%s at %s %s".formatted(f.fill().quantity(), f.fill().price(), f.evidence()))
        .toList();
  }

  List<Fill> allFills() {
    return filled().stream().map(PaperReport.Filled::fill).toList();
  }

  List<AccountSnapshot.Payout> payouts() {
    return reports.stream()
        .filter(PaperReport.Paid.class::isInstance)
        .map(report -> ((PaperReport.Paid) report).payout())
        .toList();
  }

  /** The last word about any order. */
  OrderUpdate lastMove() {
    return reports.stream()
        .filter(PaperReport.Moved.class::isInstance)
        .map(report -> ((PaperReport.Moved) report).update())
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
