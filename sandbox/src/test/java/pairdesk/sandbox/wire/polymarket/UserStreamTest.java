package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.exchange.TradeStatus;
import pairdesk.sandbox.exchange.TradeStep;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;
import pairdesk.sandbox.wire.polymarket.signing.Address;

class UserStreamTest {
  private static final String YES = Lab.RAIN.ids().yesToken();

  private final Lab lab = new Lab();
  private final StreamClient stream = new StreamClient(lab, "/ws/user");

  @AfterEach
  void close() {
    stream.close();
    lab.close();
  }

  @Test
  void tellsTheLifeOfARestingOrder() throws InterruptedException {
    subscribe();
    String id = place(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    JsonNode placed = stream.json();
    assertEquals(
        List.of("order", id, "PLACEMENT", "LIVE", "10", "0", "0.47", "BUY", "GTC"),
        texts(
            placed,
            "event_type",
            "id",
            "type",
            "status",
            "original_size",
            "size_matched",
            "price",
            "side",
            "order_type"));
    assertEquals(lab.signer.maker(), placed.get("maker_address").asText());
    assertTrue(placed.get("associate_trades").isNull());

    lab.exchange.quote(Lab.RAIN.id(), List.of(), List.of(Lab.level(47)));
    JsonNode update = stream.json(f -> f.path("type").asText().equals("UPDATE"));
    assertEquals(List.of("10", "MATCHED"), texts(update, "size_matched", "status"));
    assertEquals(1, update.get("associate_trades").size());
    JsonNode trade = stream.event("trade");
    assertEquals(
        List.of("MAKER", "SELL", "MATCHED"), texts(trade, "trader_side", "side", "status"));
    assertEquals(id, trade.at("/maker_orders/0/order_id").asText());
    assertEquals("10", trade.at("/maker_orders/0/matched_amount").asText());
    assertEquals(update.at("/associate_trades/0"), trade.get("id"));
  }

  @Test
  void tellsACancel() throws InterruptedException {
    subscribe();
    String id = place(Draft.buy(YES, 4_700_000, 10_000_000, "GTC"));
    lab.signed("DELETE", "/order", "{\"orderID\":\"" + id + "\"}");
    JsonNode cancelled = stream.json(f -> f.path("type").asText().equals("CANCELLATION"));
    assertEquals(List.of(id, "CANCELED"), texts(cancelled, "id", "status"));
  }

  @Test
  void tellsOfAnOrderThatWasKilledBeforeItMetTheBook() throws InterruptedException {
    subscribe();
    Lab.Answer refused =
        lab.order(lab.signer.order(Draft.buy(YES, 180_000_000, 300_000_000, "FOK")));
    assertEquals(400, refused.status());
    JsonNode killed = stream.json();
    assertEquals(
        List.of(
            "order",
            "CANCELLATION",
            "CANCELED_order couldn't be fully filled. FOK orders are fully filled or killed.",
            "300",
            "",
            "0.6",
            ""),
        texts(
            killed,
            "event_type",
            "type",
            "status",
            "original_size",
            "size_matched",
            "price",
            "outcome"));
  }

  @Test
  void tellsHowATradeSettlesAndFails() throws InterruptedException {
    lab.exchange.setUsualSettlement(
        List.of(
            new TradeStep(TradeStatus.RETRYING, Duration.ofSeconds(100)),
            new TradeStep(TradeStatus.FAILED, Duration.ofSeconds(100))));
    subscribe();
    place(Draft.buy(YES, 5_000_000, 10_000_000, "GTC"));
    JsonNode matched = stream.event("trade");
    assertEquals(
        List.of("MATCHED", "TAKER", "10", "0.5", ""),
        texts(matched, "status", "trader_side", "size", "price", "transaction_hash"));
    lab.clock.shift(Duration.ofSeconds(1));
    lab.exchange.advance();
    assertEquals("RETRYING", stream.event("trade").get("status").asText());
    lab.clock.shift(Duration.ofSeconds(2));
    lab.exchange.advance();
    JsonNode failed = stream.event("trade");
    assertEquals(List.of("FAILED", ""), texts(failed, "status", "transaction_hash"));
    assertEquals(matched.get("id"), failed.get("id"));
  }

  @Test
  void endsAConnectionWithWrongCredentials() throws InterruptedException {
    stream.send(
        "{\"auth\":{\"apiKey\":\"x\",\"secret\":\"y\",\"passphrase\":\"z\"},\"type\":\"user\"}");
    assertTrue(stream.hasEnded());
  }

  private void subscribe() throws InterruptedException {
    var key = lab.front.grantKey(new Address(lab.signer.owner()));
    stream.send(
        "{\"auth\":{\"apiKey\":\"%s\",\"secret\":\"%s\",\"passphrase\":\"%s\"},\"type\":\"user\"}"
            .formatted(key.id(), key.secret(), key.passphrase()));
    stream.send("PING");
    assertEquals("PONG", stream.next());
  }

  private String place(Draft draft) {
    Lab.Answer answer = lab.order(lab.signer.order(draft));
    assertEquals(200, answer.status(), answer.body());
    return StreamClient.parse(answer.body()).get("orderID").asText();
  }

  private static List<String> texts(JsonNode node, String... names) {
    return List.of(names).stream().map(name -> node.get(name).asText()).toList();
  }
}
