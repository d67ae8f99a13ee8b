package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.AccountView;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Keeps the free cash spread over the shards as the account wishes, after each change. */
final class AllocationRoutes {
  private static final String ALLOCATION = "/portfolio/target_balance_allocation";
  private static final long CENTICENT_E6 = 100;

  private final Exchange exchange;
  private final AccountId account;
  private volatile Wanted wanted = new Wanted(Map.of(), "sum");

  /**
   * @param percents of the free cash by shard
   * @param reservation what happens to the cash of resting orders, as text; it is not moved
   */
  private record Wanted(Map<Integer, Integer> percents, String reservation) {}

  AllocationRoutes(Exchange exchange, AccountId account) {
    this.exchange = exchange;
    this.account = account;
    exchange.listen(this::on);
  }

  void enter(Gateway gateway) {
    gateway.read(ALLOCATION, _ -> shown());
    gateway.write(HandlerType.POST, ALLOCATION, this::set);
  }

  private WireReply shown() {
    ArrayNode allocations = Replies.array();
    wanted
        .percents()
        .forEach((shard, percent) ->
            allocations.add(Replies.object().put("exchange_index", shard).put("percent", percent)));
    ObjectNode body = Replies.object();
    body.set("allocations", allocations);
    return Replies.json(200, body.put("resting_margin_reservation", wanted.reservation()));
  }

  private WireReply set(WireRequest request) {
    Body body = Body.of(request, "SetTargetBalanceAllocationRequest");
    var percents = new TreeMap<Integer, Integer>();
    for (Body item : body.list("allocations", "TargetBalanceAllocationInput")) {
      percents.put(whole(item, "exchange_index"), whole(item, "percent"));
    }
    int sum = percents.values().stream().mapToInt(Integer::intValue).sum();
    if (!percents.isEmpty() && sum != 100) {
      throw Refused.parameter("percents must add up to 100");
    }
    String reservation = body.text("resting_margin_reservation").orElse("sum");
    if (!List.of("max", "sum", "none").contains(reservation)) {
      throw Refused.parameter("resting_margin_reservation is not known");
    }
    wanted = new Wanted(percents, reservation);
    exchange.locked(this::spread);
    return Replies.json(200, Replies.object());
  }

  private static int whole(Body item, String field) {
    return Math.toIntExact(
        item.number(field).orElseThrow(() -> Refused.parameter(field + " is required")));
  }

  private void on(ExchangeEvent event) {
    if (event instanceof ExchangeEvent.PositionChanged change && change.account().equals(account)) {
      spread();
    }
  }

  /** From shards with more than their part to shards with less. */
  private void spread() {
    AccountView view = exchange.account(account);
    Usd total =
        view.cash().keySet().stream().map(view::free).reduce(Usd.ZERO, Usd::plus).max(Usd.ZERO);
    for (int rich : view.cash().keySet()) {
      wanted.percents().keySet().forEach(poor -> move(rich, poor, total));
    }
  }

  private void move(int from, int to, Usd total) {
    AccountView view = exchange.account(account);
    Usd spare = view.free(from).minus(part(from, total));
    Usd missing = part(to, total).minus(view.free(to));
    long amount = Math.min(spare.e6(), missing.e6()) / CENTICENT_E6 * CENTICENT_E6;
    if (amount > 0) {
      exchange.transfer(account, from, to, Usd.ofE6(amount));
    }
  }

  private Usd part(int shard, Usd total) {
    return Usd.ofE6(total.e6() / 100 * wanted.percents().getOrDefault(shard, 0));
  }
}
