package pairdesk.bot.halt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.PreparedOrder;
import pairdesk.engine.venue.SubmitOutcome;

/** A venue whose lists of open orders are written down beforehand; the last one stays. */
final class ScriptedVenue implements OrderGateway, AccountReader {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  /** A list that breaks off. */
  static final int INCOMPLETE = -1;

  private final VenueId venue;
  private final Deque<Integer> lists = new ArrayDeque<>();
  private final Map<String, OrderLookup> orders = new HashMap<>();
  private @Nullable CountDownLatch hanging;
  private int cancels;

  ScriptedVenue(VenueId venue, Integer... lists) {
    this.venue = venue;
    this.lists.addAll(List.of(lists));
  }

  /** Takes calls and never answers. */
  static ScriptedVenue silent(VenueId venue) {
    var silent = new ScriptedVenue(venue, 0);
    silent.hanging = new CountDownLatch(1);
    return silent;
  }

  void knows(String id, OrderLookup answer) {
    orders.put(id, answer);
  }

  Site site() {
    return new Site(this, this);
  }

  synchronized int cancels() {
    return cancels;
  }

  @Override
  public VenueId venue() {
    return venue;
  }

  @Override
  public CancelOutcome cancelAll(Duration deadline) {
    CountDownLatch latch = hanging;
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CancelOutcome.Unknown("interrupted");
      }
    }
    synchronized (this) {
      cancels++;
    }
    return new CancelOutcome.Requested();
  }

  @Override
  public synchronized AccountSnapshot read(Instant fillsSince) {
    int open = lists.size() > 1 ? lists.removeFirst() : lists.getFirst();
    List<OrderUpdate> resting =
        IntStream.range(0, Math.max(0, open))
            .mapToObj(
                i -> new OrderUpdate(venue, null, "v" + i, OrderState.LIVE, Quantity.ZERO, "", NOW))
            .toList();
    return new AccountSnapshot(
        venue,
        NOW,
        List.of(),
        List.of(),
        resting,
        List.of(),
        List.of(),
        open == INCOMPLETE ? Set.of() : Set.of(AccountSnapshot.Part.OPEN_ORDERS));
  }

  @Override
  public OrderLookup lookup(OrderRef order, Duration deadline) {
    return orders.getOrDefault(order.id().value(), new OrderLookup.Absent(NOW));
  }

  @Override
  public Capabilities capabilities() {
    throw new UnsupportedOperationException();
  }

  @Override
  public PreparedOrder prepare(OrderIntent intent, Market market) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SubmitOutcome submit(PreparedOrder order, Duration deadline) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CancelOutcome cancel(OrderRef order, Duration deadline) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Duration clockOffset() {
    return Duration.ZERO;
  }

  @Override
  public Eligibility eligibility() {
    return new Eligibility(true, "");
  }
}
