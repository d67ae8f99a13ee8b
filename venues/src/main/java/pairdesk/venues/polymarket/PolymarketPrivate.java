package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.TokenBucket;
import pairdesk.venues.net.Toll;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.WireOrder;
import pairdesk.venues.polymarket.PolymarketWire.WireTrade;

/** The private side of the CLOB: every call is signed with the account's API credentials. */
final class PolymarketPrivate {
  private final HttpApi clob;
  private final PolymarketSigner signer;
  private final ApiCredentials credentials;
  private final Duration limit;
  private final Budgets budgets;

  PolymarketPrivate(
      Transport transport,
      PolymarketSettings settings,
      PolymarketSigner signer,
      ApiCredentials credentials,
      Chance chance) {
    this.signer = signer;
    this.credentials = credentials;
    this.limit = settings.limits().readLimit();
    this.budgets = Budgets.of(chance);
    this.clob =
        new HttpApi(
            transport,
            settings.endpoints().clob(),
            (call, path) ->
                signer.requestHeaders(
                    credentials, chance.clock().instant(), call.method(), path, call.body()),
            chance);
  }

  /**
   * What the venue allows one signer at the lowest tier, and the edge allows an address.
   *
   * @param ledger orders, trades: 500 in 10 s
   * @param balances 200 in 10 s
   */
  private record Budgets(
      TokenBucket orders, TokenBucket cancels, TokenBucket ledger, TokenBucket balances) {
    static Budgets of(Chance chance) {
      return new Budgets(
          new TokenBucket(chance.clock(), 60, 40),
          new TokenBucket(chance.clock(), 120, 80),
          new TokenBucket(chance.clock(), 80, 40),
          new TokenBucket(chance.clock(), 40, 15));
    }
  }

  ApiCredentials credentials() {
    return credentials;
  }

  PolymarketSigner signer() {
    return signer;
  }

  Duration clockOffset() {
    return clob.clockOffset();
  }

  /**
   * Sends an order once.
   *
   * @param leaveWithin after this nothing may leave any more
   */
  HttpOutcome post(String order, Priority priority, Duration leaveWithin, Duration deadline) {
    return clob.send(
        HttpCall.post("/order", order, new Toll(budgets.orders, 1, priority)),
        leaveWithin,
        deadline);
  }

  HttpOutcome cancel(String orderId, Duration deadline) {
    String body = "{\"orderID\":\"" + orderId + "\"}";
    return clob.send(
        HttpCall.delete("/order", body, new Toll(budgets.cancels, 1, Priority.CANCEL)), deadline);
  }

  HttpOutcome cancelAll(Duration deadline) {
    return clob.send(
        HttpCall.delete("/cancel-all", null, new Toll(budgets.cancels, 1, Priority.CANCEL)),
        deadline);
  }

  HttpOutcome heartbeat(String lastId, Duration deadline) {
    String body = "{\"heartbeat_id\":\"" + lastId + "\"}";
    return clob.send(
        HttpCall.post("/v1/heartbeats", body, new Toll(budgets.cancels, 1, Priority.CANCEL)),
        deadline);
  }

  /** One order by its id; empty when the venue does not know it. */
  Optional<WireOrder> order(String id, Duration deadline) {
    HttpCall call = HttpCall.get("/data/order/" + id, ledgerToll());
    Answered answer = clob.read(call, deadline);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    String text = PolymarketRest.success(answer, call).strip();
    return text.isEmpty() || text.equals("null")
        ? Optional.empty()
        : Optional.of(PolymarketCodec.order(Fields.parse(text)));
  }

  /** Every open order, or those of one token. */
  List<WireOrder> openOrders(Map<String, String> query, Duration deadline) {
    return PolymarketRest.pages(
        target -> ledger(target, deadline), "/data/orders", query, PolymarketCodec::order);
  }

  /** Every trade of ours since the moment, in whole seconds, that the query selects. */
  List<WireTrade> trades(Instant since, Map<String, String> query, Duration deadline) {
    var asked = new TreeMap<>(query);
    asked.put("after", Long.toString(Math.max(0, since.getEpochSecond())));
    return PolymarketRest.pages(
        target -> ledger(target, deadline), "/data/trades", asked, PolymarketCodec::trade);
  }

  Usd cash() {
    return Usd.ofE6(balance(Map.of("asset_type", "COLLATERAL")));
  }

  Quantity shares(String tokenId) {
    return Quantity.ofE6(balance(Map.of("asset_type", "CONDITIONAL", "token_id", tokenId)));
  }

  private long balance(Map<String, String> asset) {
    var query = new TreeMap<>(asset);
    query.put("signature_type", Integer.toString(signer.wallet().type().code()));
    var call =
        HttpCall.get(
            "/balance-allowance" + PolymarketRest.query(query),
            new Toll(budgets.balances, 1, Priority.READ));
    Fields answer = Fields.parse(PolymarketRest.success(clob.read(call, limit), call));
    return answer.exact("balance", Long::valueOf);
  }

  /** Whether the venue lets this account only close what it has. */
  boolean isClosedOnly() {
    var call = HttpCall.get("/auth/ban-status/closed-only", ledgerToll());
    return Fields.parse(PolymarketRest.success(clob.read(call, limit), call)).flag("closed_only");
  }

  private String ledger(String target, Duration deadline) {
    HttpCall call = HttpCall.get(target, ledgerToll());
    return PolymarketRest.success(clob.read(call, deadline), call);
  }

  private Toll ledgerToll() {
    return new Toll(budgets.ledger, 1, Priority.READ);
  }

  /**
   * Asks the venue for the credentials of this key: new ones, or the existing ones when there are.
   *
   * @throws VenueException when it gives none
   */
  static ApiCredentials login(
      Transport transport, PolymarketSettings settings, PolymarketSigner signer, Chance chance) {
    var api =
        new HttpApi(
            transport,
            settings.endpoints().clob(),
            (call, path) -> signer.loginHeaders(chance.clock().instant(), 0),
            chance);
    var toll = new Toll(new TokenBucket(chance.clock(), 10, 5), 1, Priority.READ);
    var derive = HttpCall.get("/auth/derive-api-key", toll);
    Answered derived = api.read(derive, settings.limits().readLimit());
    if (derived.isSuccess()) {
      return PolymarketCodec.credentials(derived.body());
    }
    var create = new HttpCall("POST", "/auth/api-key", null, toll);
    return switch (api.send(create, settings.limits().readLimit())) {
      case Answered created when created.isSuccess() -> PolymarketCodec.credentials(created.body());
      case Answered refused ->
          throw new VenueException(
              "no API credentials: HTTP " + refused.status() + " " + refused.body());
      case HttpOutcome.NotSent notSent -> throw new VenueException(notSent.reason());
      case HttpOutcome.Unknown unknown -> throw new VenueException(unknown.reason());
    };
  }
}
