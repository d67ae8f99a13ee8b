package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.wire.WireReply;

/** The exchange's own state, and the account's limits. */
final class ExchangeRoutes {
  /** Kalshi's shards and what they are called. */
  static final List<Shard> SHARDS =
      List.of(
          new Shard(0, "Default"),
          new Shard(1, "Combos"),
          new Shard(2, "Crypto & Commodities"),
          new Shard(3, "Tennis/Baseball/Basketball"));

  private final Exchange exchange;
  private final Limits limits;

  record Shard(int index, String description) {}

  ExchangeRoutes(Exchange exchange, Limits limits) {
    this.exchange = exchange;
    this.limits = limits;
  }

  void enter(Gateway gateway) {
    gateway.open("/exchange/status", _ -> status());
    gateway.open("/exchange/schedule", _ -> schedule());
    gateway.read("/exchange/user_data_timestamp", _ -> userData());
    gateway.read("/account/limits", _ -> limits());
    gateway.read("/account/endpoint_costs", _ -> costs());
  }

  private WireReply status() {
    ArrayNode shards = Replies.array();
    boolean anyTrades = false;
    for (Shard shard : SHARDS) {
      boolean trades = !exchange.modes().isPaused(shard.index());
      anyTrades |= trades;
      shards.add(
          Replies.object()
              .put("exchange_index", shard.index())
              .put("description", shard.description())
              .put("exchange_active", true)
              .put("trading_active", trades)
              .put("intra_exchange_transfers_active", true));
    }
    ObjectNode body =
        Replies.object()
            .put("exchange_active", true)
            .put("trading_active", anyTrades)
            .put("intra_exchange_transfers_active", true);
    body.set("exchange_index_statuses", shards);
    return Replies.json(200, body);
  }

  private static WireReply schedule() {
    ObjectNode schedule = Replies.object();
    schedule.set("standard_hours", Replies.array());
    schedule.set("maintenance_windows", Replies.array());
    return Replies.json(200, Replies.object().set("schedule", schedule));
  }

  private WireReply userData() {
    return Replies.json(
        200, Replies.object().put("as_of_time", Fixed.time(exchange.clock().instant())));
  }

  private WireReply limits() {
    ObjectNode body = Replies.object().put("usage_tier", limits.tier());
    body.set("read", budget(limits.read()));
    body.set("write", budget(limits.write()));
    body.set("grants", Replies.array());
    return Replies.json(200, body);
  }

  private static JsonNode budget(Limits.Budget budget) {
    return Replies.object()
        .put("refill_rate", budget.perSecond())
        .put("bucket_capacity", budget.capacity());
  }

  private static WireReply costs() {
    ArrayNode costs = Replies.array();
    costs.add(cost("DELETE", "/portfolio/events/orders/:order_id"));
    costs.add(cost("DELETE", "/portfolio/events/orders"));
    costs.add(cost("GET", "/portfolio/orders/:order_id"));
    ObjectNode body = Replies.object().put("default_cost", 10);
    body.set("endpoint_costs", costs);
    return Replies.json(200, body);
  }

  private static JsonNode cost(String method, String path) {
    return Replies.object().put("method", method).put("path", Gateway.PREFIX + path).put("cost", 2);
  }
}
