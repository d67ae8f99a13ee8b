package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.KalshiModes;
import pairdesk.sandbox.wire.WireReply;

/** The exchange's own state, its hours, and the account's limits. */
final class ExchangeRoutes {
  /** Kalshi's shards and what they are called. */
  static final List<Shard> SHARDS =
      List.of(
          new Shard(0, "Default"),
          new Shard(1, "Combos"),
          new Shard(2, "Crypto & Commodities"),
          new Shard(3, "Tennis/Baseball/Basketball"));

  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

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

  private KalshiModes modes() {
    return exchange.modes().kalshi();
  }

  private WireReply status() {
    ArrayNode shards = Replies.array();
    boolean active = !modes().isHalted();
    boolean anyTrades = false;
    for (Shard shard : SHARDS) {
      boolean trades = !modes().isPaused(shard.index());
      anyTrades |= trades;
      shards.add(
          state(active, trades)
              .put("exchange_index", shard.index())
              .put("description", shard.description()));
    }
    ObjectNode body = state(active, anyTrades);
    body.set("exchange_index_statuses", shards);
    modes().resumesAt().ifPresent(at -> body.put("exchange_estimated_resume_time", Fixed.time(at)));
    return Replies.json(200, body);
  }

  private static ObjectNode state(boolean active, boolean trades) {
    return Replies.object()
        .put("exchange_active", active)
        .put("trading_active", trades)
        .put("intra_exchange_transfers_active", active);
  }

  /** Open around the clock but for what is planned; times of the day are Eastern. */
  private WireReply schedule() {
    ObjectNode week =
        Replies.object()
            .put("start_time", "2026-01-01T05:00:00Z")
            .put("end_time", "2030-01-01T05:00:00Z");
    for (String day : DAYS) {
      week.set(
          day,
          Replies.array()
              .add(Replies.object().put("open_time", "00:00").put("close_time", "00:00")));
    }
    ArrayNode windows = Replies.array();
    for (KalshiModes.Maintenance planned : modes().planned()) {
      windows.add(
          Replies.object()
              .put("start_datetime", Fixed.time(planned.from()))
              .put("end_datetime", Fixed.time(planned.to())));
    }
    ObjectNode schedule = Replies.object();
    schedule.set("standard_hours", Replies.array().add(week));
    schedule.set("maintenance_windows", windows);
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
