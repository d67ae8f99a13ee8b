package pairdesk.engine.venue;

import pairdesk.engine.order.OrderIntent;

/**
 * An order ready to be sent: signed where the venue wants that, stored with the intent row before
 * the first byte leaves. Sending it again means the same bytes or nothing.
 *
 * @param venueKey what the venue will know it by: Kalshi: our client id; Polymarket: the digest
 * @param body the exact request body; never logged
 */
public record PreparedOrder(OrderIntent intent, String venueKey, String body) {
  @Override
  public String toString() {
    return "PreparedOrder[" + intent.id() + ", " + venueKey + "]";
  }
}
