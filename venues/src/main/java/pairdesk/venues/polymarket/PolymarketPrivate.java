package pairdesk.venues.polymarket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Sending;
import pairdesk.venues.polymarket.PolymarketWire.WireOrder;
import pairdesk.venues.polymarket.PolymarketWire.WireTrade;

/** Orders, trades and money of our account, as the CLOB keeps them. */
final class PolymarketPrivate {
  private final PolymarketLink link;

  PolymarketPrivate(PolymarketLink link) {
    this.link = link;
  }

  PolymarketAccess access() {
    return link.access();
  }

  PolymarketSigner signer() {
    return link.signer();
  }

  /** Reads something small, for the sake of the connection that it uses. */
  void touch() {
    link.touch();
  }

  /** Of the connections on which orders leave at once. */
  void keepWarm() {
    link.keepWarm();
  }

  Duration clockOffset() {
    return link.clockOffset();
  }

  /** How long so many entries would wait for the budget of orders. */
  Duration untilRoom(int orders) {
    return link.budgets().order(1, Priority.ENTRY).until(orders);
  }

  /**
   * Sends an order once.
   *
   * @param leaveWithin after this nothing may leave any more
   */
  Sending post(String order, Priority priority, Duration leaveWithin, Duration deadline) {
    var call = HttpCall.post("/order", order, link.budgets().order(1, priority));
    return link.begin(call, leaveWithin, deadline);
  }

  HttpOutcome cancel(String orderId, Duration deadline) {
    String body = "{\"orderID\":\"" + orderId + "\"}";
    return link.send(HttpCall.delete("/order", body, link.budgets().cancel(1)), deadline);
  }

  HttpOutcome cancelAll(Duration deadline) {
    return link.send(HttpCall.delete("/cancel-all", null, link.budgets().cancel(1)), deadline);
  }

  HttpOutcome heartbeat(String lastId, Duration deadline) {
    String body = "{\"heartbeat_id\":\"" + lastId + "\"}";
    return link.send(HttpCall.post("/v1/heartbeats", body, link.budgets().cancel(1)), deadline);
  }

  /** One order by its id; empty when the venue does not know it. */
  Optional<WireOrder> order(String id, Duration deadline) {
    HttpCall call = HttpCall.get("/data/order/" + id, link.budgets().ledgerRead());
    Answered answer = link.read(call, deadline);
    if (answer.status() == 404) {
      return Optional.empty();
    }
    String text = PolymarketRest.success(answer, call).strip();
    return text.isEmpty() || text.equals("null")
        ? Optional.empty()
        : Optional.of(PolymarketCodec.order(Fields.parse(text)));
  }

  /** Every open order, or those that the query selects. */
  List<WireOrder> openOrders(Map<String, String> query, Duration deadline) {
    return PolymarketRest.pages(
        target -> link.ledger(target, deadline), "/data/orders", query, PolymarketCodec::order);
  }

  /** Every trade of ours since the moment, in whole seconds, that the query selects. */
  List<WireTrade> trades(Instant since, Map<String, String> query, Duration deadline) {
    var asked = new TreeMap<>(query);
    asked.put("after", Long.toString(Math.max(0, since.getEpochSecond())));
    return PolymarketRest.pages(
        target -> link.ledger(target, deadline), "/data/trades", asked, PolymarketCodec::trade);
  }

  Usd cash() {
    return Usd.ofE6(balance(collateral()));
  }

  Quantity shares(String tokenId) {
    return Quantity.ofE6(balance(Map.of("asset_type", assetType(tokenId), "token_id", tokenId)));
  }

  /**
   * What the exchanges may take of our dollars, by the contract's address: without an allowance
   * every purchase is refused.
   */
  Map<String, Allowance> allowances() {
    return Allowance.all(balanceRecord(collateral()));
  }

  /** Asks the venue to read our dollars on the chain again. */
  void readCashAgain() {
    link.read("/balance-allowance/update" + query(collateral()), link.budgets().balanceRead());
  }

  private static Map<String, String> collateral() {
    return Map.of("asset_type", "COLLATERAL");
  }

  private static String assetType(String tokenId) {
    return PositionId.isOne(PolymarketCodec.tokenId(tokenId)) ? "CONDITIONAL-V2" : "CONDITIONAL";
  }

  private long balance(Map<String, String> asset) {
    return balanceRecord(asset).exact("balance", Long::valueOf);
  }

  private Fields balanceRecord(Map<String, String> asset) {
    return Fields.parse(
        link.read("/balance-allowance" + query(asset), link.budgets().balanceRead()));
  }

  private String query(Map<String, String> asset) {
    var query = new TreeMap<>(asset);
    query.put("signature_type", link.signatureType());
    return PolymarketRest.query(query);
  }

  /** Whether the venue lets this account only close what it has. */
  boolean isClosedOnly() {
    return link.record("/auth/ban-status/closed-only", Map.of()).flag("closed_only");
  }
}
