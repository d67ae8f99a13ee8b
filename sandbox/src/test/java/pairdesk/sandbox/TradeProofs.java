package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.SandboxRig.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import okhttp3.Request;
import pairdesk.sandbox.SandboxRig.Answer;

/** What happens to orders and trades, seen at the venues' interfaces. */
final class TradeProofs {
  private final SandboxRig rig;
  private final PolymarketCalls polymarket;

  TradeProofs(SandboxRig rig) {
    this.rig = rig;
    this.polymarket = PolymarketCalls.of(rig);
  }

  Map<String, Proof> all() {
    var proofs = new HashMap<>(orders());
    proofs.putAll(legs());
    return proofs;
  }

  private Map<String, Proof> orders() {
    return Map.of(
        "O1", fault -> racing(fault, "racing", 404),
        "O2", this::cancelAnswerLost,
        "O4", fault -> racing(fault, "late", 200),
        "O5", this::overfilled,
        "O6", fault -> cancelled(fault, "dated", "EXPIRED"),
        "O7", fault -> gone(fault, 10),
        "O8", fault -> gone(fault, 11),
        "O10", this::atTheWebsite,
        "O11", fault -> cancelled(fault, "unwanted", "HALTED"),
        "O14", this::neverEnds);
  }

  private Map<String, Proof> legs() {
    return Map.of(
        "T7", fault -> book(fault, "[]", "[]"),
        "T8", fault -> book(fault, "[[\"0.0100\",\"5000.00\"]]", "[[\"0.0100\",\"5000.00\"]]"),
        "T9", this::priceLeaves,
        "T11", fault -> settles(fault, "FAILED"),
        "T12", fault -> settles(fault, "MATCHED"),
        "R14", this::boughtButNotThere,
        "T17", this::otherVenueDown);
  }

  private JsonNode read(String target) {
    return rig.answer(rig.kalshi("GET", target, "")).json();
  }

  private Request cancel(String id) {
    return rig.kalshi(
        "DELETE", "/portfolio/events/orders/" + id + "?market_ticker=" + rig.pair(0, "kalshi"), "");
  }

  private JsonNode fills(String order) {
    return read("/portfolio/fills?order_id=" + order).path("fills");
  }

  private String status(String order) {
    return read("/portfolio/orders/" + order).path("order").path("status").asText();
  }

  private void racing(Runnable fault, String client, int answer) throws IOException {
    String id = rig.placed(client);
    fault.run();
    assertEquals(answer, rig.answer(cancel(id)).status());
    await("the fill is told", () -> fills(id).size() == 1);
  }

  private void cancelAnswerLost(Runnable fault) throws IOException {
    String id = rig.placed(rig.nextId());
    fault.run();
    rig.assertLost(cancel(id));
    await("the order is cancelled", () -> status(id).equals("canceled"));
    assertEquals(404, rig.answer(cancel(id)).status());
  }

  private void overfilled(Runnable fault) throws IOException {
    String id = rig.placed("small");
    fault.run();
    JsonNode order = read("/portfolio/orders/" + id).path("order");
    assertEquals("1.00", order.path("initial_count_fp").asText());
    assertEquals("2.00", order.path("fill_count_fp").asText());
  }

  private void cancelled(Runnable fault, String client, String reason) throws IOException {
    String id = rig.placed(client);
    fault.run();
    await("the order is cancelled", () -> status(id).equals("canceled"));
    assertEquals(reason, rig.truthOf(client).path("cancel_reason").asText());
  }

  /** What rests in this pair's market is gone. */
  private void gone(Runnable fault, int pair) throws IOException {
    Answer placed = rig.call(rig.order(rig.nextId(), rig.pair(pair, "kalshi")));
    assertEquals(201, placed.status(), placed.body());
    String id = placed.json().path("order_id").asText();
    fault.run();
    await("the order is cancelled", () -> status(id).equals("canceled"));
  }

  private void atTheWebsite(Runnable fault) {
    String ticker = rig.pair(4, "kalshi");
    fault.run();
    JsonNode orders = read("/portfolio/orders?status=resting&ticker=" + ticker).path("orders");
    assertEquals("3.00", orders.path(0).path("initial_count_fp").asText());
    assertEquals("no", orders.path(0).path("outcome_side").asText());
  }

  private void neverEnds(Runnable fault) throws IOException {
    String id = rig.placed(rig.nextId());
    rig.answer(cancel(id));
    await("the order is cancelled", () -> status(id).equals("canceled"));
    fault.run();
    assertEquals("resting", status(id));
  }

  private JsonNode book() {
    return read("/markets/" + rig.pair(12, "kalshi") + "/orderbook").path("orderbook_fp");
  }

  private void book(Runnable fault, String yes, String no) {
    fault.run();
    assertEquals(yes, book().path("yes_dollars").toString());
    assertEquals(no, book().path("no_dollars").toString());
  }

  private void priceLeaves(Runnable fault) throws IOException {
    fault.run();
    rig.placed(rig.nextId());
    await(
        "the price is another",
        () -> book().path("yes_dollars").path(0).path(0).asText().equals("0.7000"));
  }

  /** Buys what is offered for this, as a person at the website would. */
  private void buy() {
    rig.set(
        "book",
        """
        {"venue":"polymarket","market":"pair:2","bids":[],
         "asks":[{"price":"0.50","quantity":"1000"}]}
        """);
    rig.set(
        "order",
        """
        {"venue":"polymarket","market":"pair:2","action":"place","outcome":"yes","side":"buy",
         "price":"0.50","quantity":"10"}
        """);
  }

  private String lastTrade() {
    JsonNode trades = polymarket.signed("GET", "/data/trades", "").json().path("data");
    return trades.path(0).path("status").asText();
  }

  private void settles(Runnable fault, String status) {
    fault.run();
    buy();
    await("the trade is " + status, () -> lastTrade().endsWith(status));
  }

  private void boughtButNotThere(Runnable fault) {
    fault.run();
    buy();
    JsonNode market = polymarket.read("/clob-markets/" + rig.pair(2, "polymarket")).json();
    String token = market.path("t").path(0).path("t").asText();
    JsonNode balance =
        polymarket
            .signed(
                "GET",
                "/balance-allowance?asset_type=CONDITIONAL&signature_type=3&token_id=" + token,
                "")
            .json();
    assertEquals("0", balance.path("balance").asText());
    assertTrue(lastTrade().endsWith("MATCHED"));
  }

  private void otherVenueDown(Runnable fault) {
    fault.run();
    assertTrue(read("/exchange/status").path("exchange_active").asBoolean());
    polymarket.signed("POST", "/order", "{}");
    await("Kalshi is down", this::kalshiIsDown);
  }

  private boolean kalshiIsDown() {
    try {
      return rig.call(rig.kalshi("GET", "/exchange/status", "")).status() != 200;
    } catch (IOException expected) {
      return true;
    }
  }
}
