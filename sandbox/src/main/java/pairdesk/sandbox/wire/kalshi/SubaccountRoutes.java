package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.TreeMap;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** The account has its primary subaccount alone: its balances, its netting, no transfers. */
final class SubaccountRoutes {
  private static final String SUBACCOUNTS = "/portfolio/subaccounts";

  private final Exchange exchange;
  private final AccountId account;

  SubaccountRoutes(Exchange exchange, AccountId account) {
    this.exchange = exchange;
    this.account = account;
  }

  void enter(Gateway gateway) {
    gateway.read(SUBACCOUNTS + "/balances", _ -> balances());
    gateway.read(SUBACCOUNTS + "/transfers", SubaccountRoutes::transfers);
    gateway.read(SUBACCOUNTS + "/netting", _ -> netting());
    gateway.write(HandlerType.PUT, SUBACCOUNTS + "/netting", SubaccountRoutes::setNetting);
    gateway.write(HandlerType.POST, SUBACCOUNTS, _ -> noFurther());
    gateway.write(HandlerType.POST, SUBACCOUNTS + "/transfer", _ -> noFurther());
    gateway.write(HandlerType.POST, SUBACCOUNTS + "/positions/transfer", _ -> noFurther());
  }

  private static WireReply noFurther() {
    throw Refused.nested(403, Problem.of("forbidden", "the account has no further subaccounts"));
  }

  private WireReply balances() {
    long now = exchange.clock().instant().getEpochSecond();
    ArrayNode balances = Replies.array();
    new TreeMap<Integer, Usd>(exchange.account(account).cash())
        .forEach((shard, cash) ->
            balances.add(
                primary(shard).put("balance", Fixed.balance(cash)).put("updated_ts", now)));
    return Replies.json(200, Replies.object().set("subaccount_balances", balances));
  }

  private static ObjectNode primary(int shard) {
    return Replies.object().put("subaccount_number", 0).put("exchange_index", shard);
  }

  private static WireReply transfers(WireRequest request) {
    Page page = Page.of(request, "GetSubaccountTransfers", 100, 1_000);
    return Replies.json(200, page.write("transfers", List.<JsonNode>of(), item -> item));
  }

  private WireReply netting() {
    ArrayNode configs = Replies.array();
    for (int shard : exchange.account(account).cash().keySet()) {
      configs.add(primary(shard).put("enabled", true));
    }
    return Replies.json(200, Replies.object().set("netting_configs", configs));
  }

  private static WireReply setNetting(WireRequest request) {
    Body body = Body.of(request, "UpdateSubaccountNettingRequest");
    if (body.number("subaccount_number").orElse(0L) != 0) {
      return noFurther();
    }
    if (!body.flag("enabled")) {
      throw Refused.parameter("netting cannot be switched off here");
    }
    return WireReply.empty(200);
  }
}
