package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.wire.WireHandler;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** What is older than the live window. The sandbox is younger than that: nothing is. */
final class HistoryRoutes {
  private static final Duration LIVE = Duration.ofDays(90);
  private static final Duration LIVE_ORDERS = Duration.ofDays(14);

  private final Exchange exchange;

  HistoryRoutes(Exchange exchange) {
    this.exchange = exchange;
  }

  void enter(Gateway gateway) {
    gateway.open("/historical/cutoff", _ -> cutoff());
    gateway.open("/historical/markets", empty("markets"));
    gateway.open("/historical/markets/{ticker}", HistoryRoutes::unknown);
    gateway.open("/historical/markets/{ticker}/candlesticks", HistoryRoutes::unknown);
    gateway.open("/historical/trades", empty("trades"));
    gateway.read("/historical/fills", empty("fills"));
    gateway.read("/historical/orders", empty("orders"));
    gateway.read("/historical/positions", empty("market_positions"));
  }

  private static WireReply unknown(WireRequest request) {
    throw Refused.notFound();
  }

  private WireReply cutoff() {
    Instant now = exchange.clock().instant();
    String old = Fixed.time(now.minus(LIVE));
    return Replies.json(
        200,
        Replies.object()
            .put("market_settled_ts", old)
            .put("trades_created_ts", old)
            .put("orders_updated_ts", Fixed.time(now.minus(LIVE_ORDERS)))
            .put("market_positions_last_updated_ts", old));
  }

  private static WireHandler empty(String name) {
    return request -> {
      Page page = Page.of(request, "GetHistorical", 100, 1_000);
      return Replies.json(200, page.write(name, List.<JsonNode>of(), item -> item));
    };
  }
}
