package pairdesk.bot.sim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.venue.AccountSnapshot;
import pairdesk.engine.venue.CancelOutcome;
import pairdesk.engine.venue.Capabilities;
import pairdesk.engine.venue.OrderLookup;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.SubmitOutcome;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.Order;

/**
 * One venue as its adapter shows it to the engine, with the venue's own words already translated.
 * Every call happens at the venue, at the moment at which a request arrives there.
 */
interface House {
  VenueId id();

  Capabilities capabilities();

  /**
   * Signs or serialises.
   *
   * @param signature counts up when the same order is signed again
   */
  SentOrder prepare(OrderIntent intent, int signature);

  SubmitOutcome place(SentOrder order);

  /** Whether it is refused should it arrive from now on. */
  boolean isFenced(ClientOrderId order);

  /** Whether the venue ever shows it; what it killed at once was refused, and is not listed. */
  boolean lists(Order order);

  CancelOutcome cancel(OrderRef order);

  void cancelAll();

  /**
   * @param seenUntil orders of later than this are not listed yet
   * @param fence whether an order that is not there is kept from arriving
   */
  OrderLookup lookUp(OrderRef order, Instant asOf, Instant seenUntil, boolean fence);

  /** While the order's own call may still be answered. */
  OrderLookup glance(OrderRef order, Instant asOf, Instant seenUntil);

  AccountSnapshot account(Instant fillsSince, Instant readAt);

  /** How the order path answers now. */
  VenueStatus.Health health();

  /** What an event of ours is told as on the private stream. */
  List<Fill> fills(ExchangeEvent event);

  Optional<OrderUpdate> update(ExchangeEvent event);
}
