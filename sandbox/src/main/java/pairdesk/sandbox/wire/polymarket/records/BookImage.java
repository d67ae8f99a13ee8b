package pairdesk.sandbox.wire.polymarket.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Token;

/**
 * The book of one token at one moment.
 *
 * @param bids best first
 * @param asks best first
 * @param lastPrice of the market's last trade, whichever of its tokens was traded; zero before
 */
public record BookImage(
    Token token,
    List<Level> bids,
    List<Level> asks,
    Price lastPrice,
    Tick tick,
    Instant changedAt) {

  public BookImage {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
  }

  /** As {@code GET /book} answers. */
  public ObjectNode rest() {
    ObjectNode book = unhashed();
    return book.put("hash", BookHash.of(book));
  }

  public String hash() {
    return BookHash.of(unhashed());
  }

  /** The frame that opens a subscription. */
  public ObjectNode opening() {
    ObjectNode head = head().put("timestamp", timestamp()).put("hash", hash());
    return Json.join(head, sides())
        .put("tick_size", tick.text())
        .put("event_type", "book")
        .put("last_trade_price", lastPriceText());
  }

  /** The frame that follows a trade. */
  public ObjectNode afterTrade() {
    return Json.join(head(), sides())
        .put("hash", hash())
        .put("timestamp", timestamp())
        .put("event_type", "book");
  }

  public String bestBid() {
    return bids.isEmpty() ? "0" : price(bids.getFirst().price());
  }

  public String bestAsk() {
    return asks.isEmpty() ? "1" : price(asks.getFirst().price());
  }

  public String timestamp() {
    return Long.toString(changedAt.toEpochMilli());
  }

  /** Without trailing zeros: 0.5. */
  public static String price(Price price) {
    return Decimals.format(price.e4(), 4, 0);
  }

  private ObjectNode head() {
    return Json.object()
        .put("market", token.listing().ids().condition())
        .put("asset_id", token.id());
  }

  private ObjectNode unhashed() {
    return Json.join(head().put("timestamp", timestamp()).put("hash", ""), sides())
        .put("min_order_size", token.listing().trading().minimumSize().toString())
        .put("tick_size", tick.text())
        .put("neg_risk", token.listing().event().negRisk())
        .put("last_trade_price", lastPriceText());
  }

  private ObjectNode sides() {
    ObjectNode sides = Json.object();
    sides.set("bids", bestLast(bids));
    sides.set("asks", bestLast(asks));
    return sides;
  }

  private static ArrayNode bestLast(List<Level> levels) {
    ArrayNode array = Json.array();
    for (Level level : levels.reversed()) {
      array.addObject().put("price", price(level.price())).put("size", level.quantity().toString());
    }
    return array;
  }

  /** At least three decimals, nothing before the first trade. */
  private String lastPriceText() {
    return lastPrice.e4() == 0 ? "" : Decimals.format(lastPrice.e4(), 4, 3);
  }
}
