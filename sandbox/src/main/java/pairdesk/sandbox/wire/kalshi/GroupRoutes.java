package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Exchange.GroupAction;
import pairdesk.sandbox.exchange.OrderGroup;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Order groups. */
final class GroupRoutes {
  private static final String GROUPS = "/portfolio/order_groups";

  private final Exchange exchange;
  private final AccountId account;

  GroupRoutes(Exchange exchange, AccountId account) {
    this.exchange = exchange;
    this.account = account;
  }

  void enter(Gateway gateway) {
    gateway.read(GROUPS, _ -> all());
    gateway.read(GROUPS + "/{id}", this::one);
    gateway.write(HandlerType.POST, GROUPS + "/create", this::create);
    gateway.write(HandlerType.PUT, GROUPS + "/{id}/limit", this::limit);
    gateway.write(HandlerType.PUT, GROUPS + "/{id}/reset", r -> act(r, GroupAction.RESET));
    gateway.write(HandlerType.PUT, GROUPS + "/{id}/trigger", r -> act(r, GroupAction.TRIGGER));
    gateway.write(HandlerType.DELETE, GROUPS + "/{id}", r -> act(r, GroupAction.DELETE));
  }

  private WireReply all() {
    ArrayNode groups = Replies.array();
    exchange.groups(account).forEach(g -> groups.add(json(g).put("id", g.key().id())));
    return Replies.json(200, Replies.object().set("order_groups", groups));
  }

  private WireReply one(WireRequest request) {
    OrderGroup group =
        exchange.groups(account).stream()
            .filter(g -> g.key().id().equals(request.pathParam("id")))
            .findFirst()
            .orElseThrow(Refused::notFound);
    ArrayNode orders = Replies.array();
    group.orders().forEach(orders::add);
    return Replies.json(200, json(group).<ObjectNode>set("orders", orders));
  }

  private static ObjectNode json(OrderGroup group) {
    return Replies.object()
        .put("contracts_limit_fp", Fixed.count(group.limit()))
        .put("is_auto_cancel_enabled", !group.triggered())
        .put("exchange_index", group.key().shard());
  }

  private WireReply create(WireRequest request) {
    Body body = Body.of(request, "CreateOrderGroupRequest");
    int shard = Math.toIntExact(body.number("exchange_index").orElse(0L));
    OrderGroup group = exchange.createGroup(account, shard, limit(body));
    return Replies.json(
        201,
        Replies.object()
            .put("order_group_id", group.key().id())
            .put("subaccount", 0)
            .put("exchange_index", shard));
  }

  private static Quantity limit(Body body) {
    return body.text("contracts_limit_fp").isPresent()
        ? body.count("contracts_limit_fp")
        : body.number("contracts_limit")
            .filter(n -> n >= 1 && n <= 1_000_000)
            .map(Quantity::ofShares)
            .orElseThrow(() -> Refused.parameter("contracts_limit must be between 1 and 1000000"));
  }

  private WireReply limit(WireRequest request) {
    Quantity limit = limit(Body.of(request, "UpdateOrderGroupLimitRequest"));
    return known(exchange.limitGroup(account, request.pathParam("id"), limit));
  }

  private WireReply act(WireRequest request, GroupAction action) {
    return known(exchange.group(account, request.pathParam("id"), action));
  }

  private static WireReply known(boolean known) {
    if (!known) {
      throw Refused.notFound();
    }
    return Replies.json(200, Replies.object());
  }
}
