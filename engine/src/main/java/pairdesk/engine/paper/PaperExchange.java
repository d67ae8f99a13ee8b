package pairdesk.engine.paper;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.RejectCode;
import pairdesk.engine.venue.SubmitOutcome;

/**
 * One venue on paper: takes orders like the venue's gateway and fills them on the books of the real
 * venue, never more than they display, never at a better price, and never without {@link
 * FillEvidence}.
 *
 * <p>Its memory is the process's: after a restart it knows no order, so what it does not know was
 * not placed beyond what was recorded. It stands for a venue, which many threads talk to at once,
 * and so has a lock, unlike the rest of the engine; reports are told outside of it, on the thread
 * that caused them.
 */
public final class PaperExchange implements OrderGateway {
  /** Fills are final at once: there is no settlement that could fail on paper. */
  public static final Capabilities CAPABILITIES =
      new Capabilities(false, true, Duration.ZERO, Duration.ZERO);

  private final VenueId venue;
  private final PaperSettings settings;
  private final World world;
  private final PaperMatcher matcher;

  /**
   * What the paper account comes from.
   *
   * @param cash what it was opened with
   * @param fills at this venue since, oldest first
   * @param payouts of this venue's markets since
   */
  public record Opening(Usd cash, List<Fill> fills, List<AccountSnapshot.Payout> payouts) {
    public Opening {
      fills = List.copyOf(fills);
      payouts = List.copyOf(payouts);
    }
  }

  /**
   * What it is connected to.
   *
   * @param markets what is known of a market now
   * @param pause lets the latency pass on the calling thread
   * @param reports told of fills, moves and payouts; before the answer to the order that caused
   *     them
   */
  public record World(
      Function<MarketId, Optional<Market>> markets,
      InstantSource clock,
      Consumer<Duration> pause,
      Consumer<PaperReport> reports) {}

  public PaperExchange(VenueId venue, Opening opening, PaperSettings settings, World world) {
    this.venue = venue;
    this.settings = settings;
    this.world = world;
    this.matcher = new PaperMatcher(settings, new PaperAccount(venue, opening));
  }

  @Override
  public VenueId venue() {
    return venue;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    PaperChecks.form(intent.terms(), market.terms());
    return new PreparedOrder(intent, intent.id().value(), "paper");
  }

  /** The book that counts is the one after the latency. */
  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    world.pause().accept(settings.latency());
    OrderIntent intent = order.intent();
    Optional<Market> market = world.markets().apply(intent.instrument().market());
    if (market.isEmpty()) {
      return new SubmitOutcome.Rejected(
          RejectCode.MARKET_CLOSED, intent.instrument().market() + " is not known");
    }
    return told(() -> matcher.submit(intent, market.get(), world.clock().instant()));
  }

  @Override
  public CancelOutcome cancel(OrderRef order, Duration deadline) {
    return told(() -> matcher.cancel(order.id(), world.clock().instant()));
  }

  @Override
  public CancelOutcome cancelAll(Duration deadline) {
    return told(() -> {
      matcher.cancelAll(world.clock().instant());
      return new CancelOutcome.Requested();
    });
  }

  @Override
  public OrderLookup lookup(OrderRef order, Duration deadline) {
    return told(() -> matcher.lookup(order.id(), world.clock().instant()));
  }

  /** The real venue's book of this instrument, as its feed reports it. */
  public void bookChanged(Book book) {
    told(() -> {
      matcher.bookChanged(book, world.clock().instant());
      return book;
    });
  }

  /** The book cannot be trusted until the next one: nothing is filled on it. */
  public void bookStale(Instrument instrument) {
    told(() -> {
      matcher.bookStale(instrument);
      return instrument;
    });
  }

  /** News of a market: a pause, its end, its answer. */
  public void marketChanged(Market market) {
    told(() -> {
      matcher.marketChanged(market, world.clock().instant());
      return market;
    });
  }

  /** Works under the lock, then tells what came of it. */
  private <T> T told(Supplier<T> work) {
    T result;
    List<PaperReport> reports;
    synchronized (matcher) {
      result = work.get();
      reports = matcher.takeReports();
    }
    reports.forEach(world.reports());
    return result;
  }
}
