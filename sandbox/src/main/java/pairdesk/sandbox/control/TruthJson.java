package pairdesk.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.Catalogue.TruePair;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.AccountView;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.exchange.Settlement;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestLog;

/** The truth as JSON: amounts are exact integers as text, their unit is in the name. */
final class TruthJson {

  private TruthJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static <T> ArrayNode list(Collection<T> items, Function<T, ObjectNode> json) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> array.add(json.apply(item)));
    return array;
  }

  static String e6(Usd amount) {
    return Long.toString(amount.e6());
  }

  static String e6(Quantity quantity) {
    return Long.toString(quantity.e6());
  }

  static ObjectNode account(Exchange exchange, AccountId id) {
    AccountView view = exchange.account(id);
    ObjectNode node = object();
    node.set("cash_e6", byShard(view.cash()));
    node.set("reserved_e6", byShard(view.reserved()));
    node.put("pending_cash_e6", e6(view.pendingCash()));
    node.set("positions", list(view.positions(), position -> position(exchange, position)));
    node.set("orders", list(exchange.orders(id), TruthJson::order));
    node.set("fills", list(exchange.fills(id), TruthJson::fill));
    node.set("trades", list(exchange.trades(id), TruthJson::trade));
    node.set("settlements", list(exchange.settlements(id), TruthJson::settlement));
    return node;
  }

  private static ObjectNode byShard(Map<Integer, Usd> amounts) {
    ObjectNode node = object();
    amounts.keySet().stream()
        .sorted()
        .forEach(
            shard -> node.put(String.valueOf(shard), e6(amounts.getOrDefault(shard, Usd.ZERO))));
    return node;
  }

  /** With what a share of YES pays, once that is known. */
  private static ObjectNode position(Exchange exchange, Position position) {
    ObjectNode node = position(position);
    exchange
        .market(position.market())
        .map(MarketState::value)
        .ifPresent(value -> node.put("yes_pays_e4", String.valueOf(value.e4())));
    return node;
  }

  private static ObjectNode position(Position position) {
    return object()
        .put("market", position.market().code())
        .put("yes_e6", Long.toString(position.yes().e6()))
        .put("no_e6", Long.toString(position.no().e6()))
        .put("pending_yes_e6", Long.toString(position.pendingYes().e6()))
        .put("pending_no_e6", Long.toString(position.pendingNo().e6()))
        .put("fees_e6", e6(position.figures().fees()));
  }

  private static ObjectNode order(Order order) {
    ObjectNode node =
        object()
            .put("id", order.id())
            .put("client_id", order.clientId())
            .put("market", order.terms().market().code())
            .put("outcome", order.terms().outcome().name())
            .put("side", order.terms().side().name())
            .put("price_e4", String.valueOf(order.terms().price().e4()))
            .put("quantity_e6", Long.toString(order.terms().quantity().e6()))
            .put("status", order.progress().status().name())
            .put("filled_e6", Long.toString(order.progress().filled().e6()))
            .put("remaining_e6", Long.toString(order.progress().remaining().e6()))
            .put("created_at", order.createdAt().toString());
    var reason = order.progress().reason();
    return reason == null ? node : node.put("cancel_reason", reason.name());
  }

  private static ObjectNode fill(Fill fill) {
    return object()
        .put("trade_id", fill.tradeId())
        .put("order_id", fill.orderId())
        .put("market", fill.deal().market().code())
        .put("outcome", fill.deal().outcome().name())
        .put("side", fill.deal().side().name())
        .put("price_e4", String.valueOf(fill.deal().price().e4()))
        .put("quantity_e6", Long.toString(fill.deal().quantity().e6()))
        .put("fee_e6", e6(fill.fee()))
        .put("taker", fill.taker())
        .put("at", fill.at().toString());
  }

  private static ObjectNode trade(Trade trade) {
    return object()
        .put("id", trade.id())
        .put("market", trade.market().code())
        .put("status", trade.status().name())
        .put("updated_at", trade.updatedAt().toString());
  }

  private static ObjectNode settlement(Settlement settlement) {
    return position(settlement.position())
        .put("yes_pays_e4", String.valueOf(settlement.yesPaid().e4()))
        .put("payout_e6", e6(settlement.payout()))
        .put("at", settlement.at().toString());
  }

  static ObjectNode pair(TruePair pair) {
    return object()
        .put("kalshi", pair.kalshi().ticker())
        .put("kalshi_title", pair.kalshi().texts().title())
        .put("polymarket", pair.polymarket().ids().condition())
        .put("polymarket_id", pair.polymarket().ids().id())
        .put("polymarket_question", pair.polymarket().texts().question())
        .put("relation", pair.relation().name());
  }

  static ObjectNode missing(Map.Entry<RequestLog.Missing, Integer> missing) {
    return object()
        .put("venue", missing.getKey().venue().code())
        .put("method", missing.getKey().method())
        .put("path", missing.getKey().path())
        .put("times", missing.getValue());
  }

  static ObjectNode request(RequestLog.Entry entry) {
    ObjectNode node =
        object()
            .put("venue", entry.venue().code())
            .put("method", entry.request().method())
            .put("path", entry.request().path())
            .put("body", entry.request().body())
            .put("arrived_at", entry.request().arrivedAt().toString());
    if (entry.fault() != null) {
      node.put("fault", entry.fault().toString());
    }
    node.set(
        "executions",
        list(
            entry.executions(),
            e ->
                object()
                    .put("at", e.at().toString())
                    .put("status", e.status())
                    .put("body", e.body())));
    return node;
  }

  static ObjectNode tally(Faults.Tally tally) {
    return object()
        .put("fault", tally.fault())
        .put("matches", tally.matches())
        .put("played", tally.played());
  }

  static ObjectNode step(Play.Progress progress) {
    ObjectNode node = object().put("switch", progress.step().name());
    Instant doneAt = progress.doneAt();
    if (doneAt != null) {
      node.put("done_at", doneAt.toString());
    }
    return progress.problem() == null ? node : node.put("problem", progress.problem());
  }

  static ObjectNode book(BookView book) {
    ObjectNode node =
        object()
            .put("market", book.market().code())
            .put("revision", book.revision())
            .put("changed_at", book.changedAt().toString());
    node.set("bids", levels(book.bids()));
    node.set("asks", levels(book.asks()));
    return node;
  }

  private static ArrayNode levels(List<Level> levels) {
    return list(
        levels,
        level ->
            object()
                .put("price_e4", String.valueOf(level.price().e4()))
                .put("quantity_e6", Long.toString(level.quantity().e6())));
  }
}
