package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.AccountView;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Position;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** The account's cash by shard, and what resting orders reserve of it. */
final class BalanceRoutes {
  private final Exchange exchange;
  private final AccountId account;

  BalanceRoutes(Exchange exchange, AccountId account) {
    this.exchange = exchange;
    this.account = account;
  }

  void enter(Gateway gateway) {
    gateway.read("/portfolio/balance", this::balance);
    gateway.read("/portfolio/summary/total_resting_order_value", _ -> restingValue());
  }

  private WireReply balance(WireRequest request) {
    AccountView view = exchange.account(account);
    var shown = new TreeMap<>(view.cash());
    shown
        .keySet()
        .removeIf(shard -> !new Filters(request).allows("exchange_index", shard.toString()));
    Usd total = sum(shown);
    ObjectNode body =
        Replies.object()
            .put("balance", Fixed.cents(total))
            .put("balance_dollars", Fixed.balance(total));
    body.set("balance_breakdown", byShard(shown));
    return Replies.json(
        200,
        body.put("portfolio_value", Fixed.cents(value(view)))
            .put("updated_ts", exchange.clock().instant().getEpochSecond()));
  }

  private static Usd sum(Map<Integer, Usd> amounts) {
    return amounts.values().stream().reduce(Usd.ZERO, Usd::plus);
  }

  private static ArrayNode byShard(Map<Integer, Usd> amounts) {
    ArrayNode shards = Replies.array();
    new TreeMap<>(amounts)
        .forEach((shard, amount) ->
            shards.add(
                Replies.object()
                    .put("exchange_index", shard)
                    .put("balance", Fixed.balance(amount))));
    return shards;
  }

  /** Positions at the last price. */
  private Usd value(AccountView view) {
    Usd sum = Usd.ZERO;
    for (Position position : view.positions()) {
      var last = exchange.market(position.market()).map(m -> m.figures().lastPrice()).orElseThrow();
      sum =
          sum.plus(Usd.of(last, position.yes(), Rounding.DOWN))
              .plus(Usd.of(last.complement(), position.no(), Rounding.DOWN));
    }
    return sum;
  }

  private WireReply restingValue() {
    var reserved = exchange.account(account).reserved();
    ObjectNode body = Replies.object().put("total_resting_order_value", Fixed.cents(sum(reserved)));
    body.set("resting_order_value_breakdown", byShard(reserved));
    return Replies.json(200, body);
  }
}
