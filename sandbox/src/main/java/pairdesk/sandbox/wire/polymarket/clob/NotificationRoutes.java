package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** {@code /notifications}: unread ones, until they are dropped. */
final class NotificationRoutes {
  private final Venue venue;
  private final Access access;
  private final Notices notices;

  NotificationRoutes(Venue venue, Access access, Notices notices) {
    this.venue = venue;
    this.access = access;
    this.notices = notices;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/notifications", this::list);
    endpoints.delete("/notifications", this::drop);
  }

  private WireReply list(WireRequest request) {
    ArrayNode answer = Json.array();
    notices.of(trader(request)).forEach(answer::add);
    return Replies.json(answer);
  }

  private WireReply drop(WireRequest request) {
    Optional<Trader> trader = trader(request);
    List<String> ids = Query.list(request, "ids");
    if (ids.isEmpty()) {
      throw HttpRefusal.badRequest("Invalid payload");
    }
    notices.dismiss(trader, Set.copyOf(ids));
    return Replies.json(TextNode.valueOf("OK"));
  }

  private Optional<Trader> trader(WireRequest request) {
    return venue.trader(access.key(request).owner());
  }
}
