package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.whole.Control;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
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
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.sandbox.demo.Patience;

/**
 * A sandbox whose participants stand still, and our clients of both venues as the desk has them.
 */
final class VenueStage implements AutoCloseable {
  private static final Instant FAR = Instant.parse("2099-01-01T00:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Sandbox sandbox;
  private final Control control;
  private final List<VenueLink> venues;
  private final Iterator<Control.TruePair> unused;
  private final AtomicInteger ids = new AtomicInteger();

  private VenueStage(Sandbox sandbox) {
    this.sandbox = sandbox;
    this.control = new Control(sandbox.controlUrl());
    control.post("book", "{'flow':'stop'}");
    var read =
        assertInstanceOf(
            Configuration.Result.Read.class,
            Configuration.read(Variables.of(sandbox.environment())));
    this.venues = Venues.open(read.settings(), Clock.systemUTC(), new Random(1));
    this.unused = control.samePairs().iterator();
    venues.forEach(VenueStage::awaitAdmission);
  }

  /** Clients log in when they are first asked. */
  private static void awaitAdmission(VenueLink venue) {
    Patience.untilTrue(
        venue.id().label() + " to admit us", LIMIT, () -> venue.account().eligibility().mayTrade());
  }

  static VenueStage open() throws IOException {
    return new VenueStage(Sandbox.start(SandboxOptions.seeded(5), Clock.systemUTC()));
  }

  Control control() {
    return control;
  }

  List<VenueLink> venues() {
    return venues;
  }

  /** The same venues, whose orders leave on connections that wait for them. */
  List<VenueLink> venuesByWire() {
    return venues.stream()
        .map(venue ->
            new VenueLink(
                venue.catalog(),
                venue.feed(),
                new WarmOrders(venue.orders()),
                venue.account(),
                venue.accountFeed(),
                venue.redeemer(),
                venue.books(),
                venue.closes()))
        .toList();
  }

  /** A market of this venue that no test has used: 100 shares at 0.50 on both sides of 0.48. */
  Spot spot(VenueLink venue) {
    Control.TruePair pair = unused.next();
    MarketId id =
        venue.id().equals(VenueId.KALSHI)
            ? MarketId.kalshi(pair.kalshi())
            : new MarketId(venue.id(), pair.polymarket());
    var spot = new Spot(venue, venue.catalog().read(id).orElseThrow());
    spot.quote();
    return spot;
  }

  @Override
  public void close() {
    venues.forEach(venue -> venue.closes().run());
    control.close();
    sandbox.close();
  }

  /** One market and what can be done there. */
  final class Spot implements GatewaySpot {
    private final VenueLink venue;
    private final Market market;
    private final Instant since = Instant.now().minusSeconds(30);

    private Spot(VenueLink venue, Market market) {
      this.venue = venue;
      this.market = market;
    }

    private void quote() {
      control.post(
          "book",
          ("{'venue':'%s','market':'%s','bids':[{'price':'0.48','quantity':'100'}],"
                  + "'asks':[{'price':'0.50','quantity':'100'}]}")
              .formatted(venue.id().code(), market.id().code()));
    }

    @Override
    public void closeMarket() {
      control.post(
          "market",
          "{'venue':'%s','market':'%s','action':'close'}"
              .formatted(venue.id().code(), market.id().code()));
    }

    /** What happens to the next order sent to this venue. */
    void nextOrder(String action) {
      rule("'method':'POST','path':'orders?$','times':1", action);
    }

    /** What happens to everything that is read of the account. */
    void everyRead(String action) {
      rule("'method':'GET'", action);
    }

    private void rule(String when, String action) {
      control.post(
          "rules",
          "{'when':{'venue':'%s',%s},'do':{%s}}".formatted(venue.id().code(), when, action));
    }

    @Override
    public PreparedOrder order(Side side, String quantity, String limit, TimeInForce life) {
      Instrument instrument = market.id().yes();
      var intent =
          new OrderIntent(
              new ClientOrderId("contract-" + ids.incrementAndGet()),
              new OrderIntent.Origin(new ExecutionId("x1"), 0, 1, Purpose.ENTRY, null),
              instrument,
              new OrderIntent.Terms(
                  side, Quantity.parse(quantity), Price.parse(limit), life, false, null),
              new Approval("v1", 1, Usd.ofDollars(1_000_000), FAR));
      return venue.orders().prepare(intent, market);
    }

    @Override
    public SubmitOutcome submit(PreparedOrder order) {
      return venue.orders().submit(order, LIMIT);
    }

    @Override
    public CancelOutcome cancel(PreparedOrder order, String venueOrderId) {
      return venue.orders().cancel(ref(order, venueOrderId), LIMIT);
    }

    @Override
    public OrderLookup lookup(PreparedOrder order) {
      return venue.orders().lookup(ref(order, null), LIMIT);
    }

    private OrderRef ref(PreparedOrder order, @Nullable String venueOrderId) {
      return new OrderRef(
          order.intent().id(), order.intent().instrument(), order.venueKey(), venueOrderId, since);
    }

    @Override
    public Usd cash() {
      return account().cash().stream().map(AccountSnapshot.Cash::total).reduce(Usd.ZERO, Usd::plus);
    }

    AccountSnapshot account() {
      return venue.account().read(since);
    }

    @Override
    public boolean isOpen(String venueOrderId) {
      return account().openOrders().stream()
          .anyMatch(order -> venueOrderId.equals(order.venueOrderId()));
    }

    @Override
    public List<Fill> fillsOf(String venueOrderId) {
      return account().fills().stream()
          .filter(fill -> fill.key().venueOrder().equals(venueOrderId))
          .toList();
    }

    @Override
    public Quantity held() {
      return account().holdings().stream()
          .filter(holding -> holding.instrument().equals(market.id().yes()))
          .map(AccountSnapshot.Holding::quantity)
          .reduce(Quantity.ZERO, Quantity::plus);
    }

    @Override
    public void awaitSettled() {
      Patience.untilTrue(
          "settlement",
          Duration.ofSeconds(30),
          () -> account().fills().stream().allMatch(fill -> fill.status() == FillStatus.FINAL));
    }
  }
}
