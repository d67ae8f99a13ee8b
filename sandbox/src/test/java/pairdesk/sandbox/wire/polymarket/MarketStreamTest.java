package pairdesk.sandbox.wire.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.wire.polymarket.Signer.Draft;

class MarketStreamTest {
  private static final String YES = Lab.RAIN.ids().yesToken();
  private static final String NO = Lab.RAIN.ids().noToken();

  private final Lab lab = new Lab();
  private final StreamClient stream = new StreamClient(lab, "/ws/market");

  @AfterEach
  void close() {
    stream.close();
    lab.close();
  }

  @Test
  void opensWithAnArrayOfBooksBestLevelLast() throws InterruptedException {
    subscribe(YES, NO, "77");
    JsonNode books = stream.json();
    assertEquals(2, books.size());
    JsonNode yes = books.get(0);
    assertEquals(YES, yes.get("asset_id").asText());
    assertEquals("book", yes.get("event_type").asText());
    assertEquals("0.48", yes.at("/bids/1/price").asText());
    assertEquals("0.5", yes.at("/asks/1/price").asText());
    assertEquals("0.01", yes.get("tick_size").asText());
    assertEquals("", yes.get("last_trade_price").asText());
    assertEquals("0.52", books.at("/1/asks/1/price").asText());
    JsonNode rest = StreamClient.parse(lab.get("/book?token_id=" + YES).body());
    assertEquals(rest.get("hash"), yes.get("hash"));
    assertEquals(rest.get("timestamp"), yes.get("timestamp"));
  }

  @Test
  void saysNothingOfUnknownTokensAndAnswersPing() throws InterruptedException {
    subscribe("77");
    assertEquals("[]", stream.next());
    stream.send("PING");
    assertEquals("PONG", stream.next());
  }

  @Test
  void tellsBothTokensOfOneChange() throws InterruptedException {
    subscribe(YES, NO);
    stream.json();
    lab.order(lab.signer.order(Draft.buy(YES, 2_350_000, 5_000_000, "GTC")));
    JsonNode change = stream.event("price_change");
    assertEquals(Lab.RAIN.ids().condition(), change.get("market").asText());
    JsonNode yes = change.at("/price_changes/0");
    JsonNode no = change.at("/price_changes/1");
    assertEquals(
        List.of(YES, "0.47", "5", "BUY", "0.48", "0.5"),
        texts(yes, "asset_id", "price", "size", "side", "best_bid", "best_ask"));
    assertEquals(
        List.of(NO, "0.53", "5", "SELL", "0.5", "0.52"),
        texts(no, "asset_id", "price", "size", "side", "best_bid", "best_ask"));
  }

  @Test
  void tellsATradeAndThenWholeBooks() throws InterruptedException {
    subscribe(YES, NO);
    stream.json();
    lab.order(lab.signer.order(Draft.buy(YES, 5_000_000, 10_000_000, "GTC")));
    JsonNode trade = stream.event("last_trade_price");
    assertEquals(
        List.of(YES, "0.5", "10", "BUY", "0"),
        texts(trade, "asset_id", "price", "size", "side", "fee_rate_bps"));
    JsonNode book = stream.event("book");
    assertFalse(book.has("tick_size"));
    assertFalse(book.has("last_trade_price"));
    JsonNode rest = StreamClient.parse(lab.get("/book?token_id=" + YES).body());
    assertEquals(rest.get("hash"), book.get("hash"));
    assertEquals("0.500", rest.get("last_trade_price").asText());
    assertEquals("90", rest.at("/asks/1/size").asText());
  }

  @Test
  void keepsTheHashesInStepWithTheChanges() throws InterruptedException {
    long seed = 20_261_120;
    var random = new Random(seed);
    subscribe(YES, NO);
    var mirrors = new ArrayList<Mirror>();
    stream.json().forEach(book -> mirrors.add(new Mirror(book)));
    for (int round = 0; round < 50; round++) {
      int middle = 30 + random.nextInt(40);
      lab.exchange.quote(Lab.RAIN.id(), levels(random, middle, -1), levels(random, middle, 1));
    }
    lab.exchange.quote(Lab.RAIN.id(), List.of(Lab.level(11)), List.of(Lab.level(89)));
    boolean done = false;
    while (!done) {
      JsonNode change = stream.event("price_change");
      for (Mirror mirror : mirrors) {
        mirror.apply(change);
        assertEquals(mirror.told(change), mirror.hash(change), "seed " + seed);
      }
      done = mirrors.getFirst().isDown("0.11", "0.89");
    }
  }

  @Test
  void tellsAFinerTick() throws InterruptedException {
    subscribe(YES);
    stream.json();
    lab.exchange.setGrid(Lab.RAIN.id(), PriceGrid.uniform(10));
    JsonNode change = stream.event("tick_size_change");
    assertEquals(
        List.of(YES, "0.01", "0.001"), texts(change, "asset_id", "old_tick_size", "new_tick_size"));
    assertEquals("{\"minimum_tick_size\":0.001}", lab.get("/tick-size?token_id=" + YES).body());
  }

  @Test
  void emptiesTheBookAndNamesTheWinnerToThoseWhoAsked() throws InterruptedException {
    stream.send(
        "{\"assets_ids\":[\"" + YES + "\"],\"type\":\"market\",\"custom_feature_enabled\":true}");
    stream.json();
    lab.exchange.resolve(Lab.RAIN.id(), Price.ZERO);
    JsonNode empty = stream.event("price_change");
    assertEquals("0", empty.at("/price_changes/0/size").asText());
    JsonNode resolved = stream.event("market_resolved");
    assertEquals(
        List.of(Lab.RAIN.ids().id(), NO, "No"),
        texts(resolved, "id", "winning_asset_id", "winning_outcome"));
    subscribe(YES);
    assertEquals("[]", stream.next());
  }

  @Test
  void stopsTellingWhatIsUnsubscribed() throws InterruptedException {
    subscribe(YES);
    stream.json();
    stream.send("{\"operation\":\"unsubscribe\",\"assets_ids\":[\"" + YES + "\"]}");
    stream.send(
        "{\"operation\":\"subscribe\",\"assets_ids\":[\"" + Lab.GROUP.ids().yesToken() + "\"]}");
    assertTrue(stream.json().isArray());
    lab.exchange.quote(Lab.RAIN.id(), List.of(Lab.level(40)), List.of());
    lab.exchange.quote(Lab.GROUP.id(), List.of(Lab.level(40)), List.of());
    assertEquals(Lab.GROUP.ids().condition(), stream.event("price_change").get("market").asText());
  }

  private void subscribe(String... assets) {
    stream.send("{\"assets_ids\":[\"" + String.join("\",\"", assets) + "\"],\"type\":\"market\"}");
  }

  private static List<String> texts(JsonNode node, String... names) {
    return List.of(names).stream().map(name -> node.get(name).asText()).toList();
  }

  private static List<Level> levels(Random random, int middle, int direction) {
    var levels = new ArrayList<Level>();
    for (int i = 1; i <= 5; i++) {
      levels.add(
          new Level(
              Price.ofCents(middle + direction * i),
              Quantity.ofE6((1 + random.nextInt(5)) * 10_500_000L)));
    }
    return levels;
  }

  /** A client's book of one token, kept from frames alone and hashed by the published recipe. */
  private static final class Mirror {
    private static final Comparator<String> BY_PRICE = Comparator.comparing(BigDecimal::new);

    private final String market;
    private final String asset;
    private final Map<String, String> bids = new TreeMap<>(BY_PRICE);
    private final Map<String, String> asks = new TreeMap<>(BY_PRICE.reversed());

    Mirror(JsonNode book) {
      market = book.get("market").asText();
      asset = book.get("asset_id").asText();
      book.get("bids").forEach(l -> bids.put(l.get("price").asText(), l.get("size").asText()));
      book.get("asks").forEach(l -> asks.put(l.get("price").asText(), l.get("size").asText()));
    }

    void apply(JsonNode message) {
      for (JsonNode change : message.get("price_changes")) {
        if (change.get("asset_id").asText().equals(asset)) {
          var side = change.get("side").asText().equals("BUY") ? bids : asks;
          if (change.get("size").asText().equals("0")) {
            side.remove(change.get("price").asText());
          } else {
            side.put(change.get("price").asText(), change.get("size").asText());
          }
        }
      }
    }

    boolean isDown(String bid, String ask) {
      return bids.keySet().equals(Set.of(bid)) && asks.keySet().equals(Set.of(ask));
    }

    String told(JsonNode message) {
      String hash = "";
      for (JsonNode change : message.get("price_changes")) {
        hash = change.get("asset_id").asText().equals(asset) ? change.get("hash").asText() : hash;
      }
      return hash;
    }

    String hash(JsonNode message) {
      ObjectNode book = JsonNodeFactory.instance.objectNode();
      book.put("market", market)
          .put("asset_id", asset)
          .put("timestamp", message.get("timestamp").asText())
          .put("hash", "");
      book.set("bids", side(bids));
      book.set("asks", side(asks));
      book.put("min_order_size", "5")
          .put("tick_size", "0.01")
          .put("neg_risk", false)
          .put("last_trade_price", "");
      try {
        return HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-1")
                    .digest(book.toString().getBytes(StandardCharsets.UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    private static ArrayNode side(Map<String, String> levels) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      levels.forEach((price, size) -> array.addObject().put("price", price).put("size", size));
      return array;
    }
  }
}
