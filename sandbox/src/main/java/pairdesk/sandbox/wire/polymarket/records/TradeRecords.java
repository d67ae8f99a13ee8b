package pairdesk.sandbox.wire.polymarket.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Listings;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/**
 * Trades as the venue tells them: the top level is the taker's side, each maker is an entry of
 * {@code maker_orders}, whose token may be the other outcome.
 */
public final class TradeRecords {
  private final Listings listings;
  private final Origins origins;

  public TradeRecords(Listings listings, Origins origins) {
    this.listings = listings;
    this.origins = origins;
  }

  /** The venue's id of a trade. */
  public static String id(String exchangeId) {
    return UUID.nameUUIDFromBytes(("trade " + exchangeId).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  static ArrayNode ids(List<String> exchangeIds) {
    return Json.texts(exchangeIds.stream().map(TradeRecords::id).toList());
  }

  /** Of the transaction that settles the trade; empty before there is one. */
  public static String transactionHash(Trade trade) {
    return switch (trade.status()) {
      case MINED, CONFIRMED -> plannedTransaction(trade);
      case MATCHED, RETRYING, FAILED -> "";
    };
  }

  /** The hash that the trade's transaction will have. */
  public static String plannedTransaction(Trade trade) {
    return Words.hex(Words.keccak("transaction " + trade.id()));
  }

  /** Whether this wallet took part in the trade. */
  public boolean concerns(Trade trade, String wallet) {
    return trade
        .fills()
        .anyMatch(fill -> origins.of(fill.orderId()).maker().hex().equalsIgnoreCase(wallet));
  }

  /** As {@code GET /data/trades} lists it. */
  public ObjectNode rest(Trade trade, AccountId viewer) {
    Fill taker = trade.taker();
    ObjectNode json = core(trade);
    json.put("match_time", seconds(trade.at().getEpochSecond()))
        .put("last_update", seconds(trade.updatedAt().getEpochSecond()))
        .put("outcome", token(taker).label())
        .put("bucket_index", 0)
        .put("owner", origins.of(taker.orderId()).owner())
        .put("maker_address", origins.of(taker.orderId()).maker().toString())
        .put("transaction_hash", transactionHash(trade))
        .put("trader_side", role(trade, viewer));
    json.set("maker_orders", makerOrders(trade));
    return json;
  }

  /** As the user channel tells it. */
  public ObjectNode frame(Trade trade, AccountId viewer) {
    ObjectNode head = Json.object().put("event_type", "trade").put("type", "TRADE");
    return Json.join(head, rest(trade, viewer))
        .put("trade_owner", origins.of(trade.taker().orderId()).owner())
        .put("timestamp", Long.toString(trade.updatedAt().toEpochMilli()));
  }

  private ObjectNode core(Trade trade) {
    Fill taker = trade.taker();
    return Json.object()
        .put("id", id(trade.id()))
        .put("taker_order_id", Origins.orderId(taker.orderId()))
        .put("market", trade.market().code())
        .put("asset_id", token(taker).id())
        .put("side", taker.deal().side().name())
        .put("size", taker.deal().quantity().toString())
        .put("fee_rate_bps", "0")
        .put("price", BookImage.price(taker.deal().price()))
        .put("status", trade.status().name());
  }

  private ArrayNode makerOrders(Trade trade) {
    ArrayNode makers = Json.array();
    for (Fill maker : trade.makers()) {
      Origins.Origin origin = origins.of(maker.orderId());
      makers
          .addObject()
          .put("order_id", Origins.orderId(maker.orderId()))
          .put("owner", origin.owner())
          .put("maker_address", origin.maker().toString())
          .put("matched_amount", maker.deal().quantity().toString())
          .put("price", BookImage.price(maker.deal().price()))
          .put("fee_rate_bps", "0")
          .put("asset_id", token(maker).id())
          .put("outcome", token(maker).label())
          .put("outcome_index", token(maker).index())
          .put("side", maker.deal().side().name());
    }
    return makers;
  }

  private static String role(Trade trade, AccountId viewer) {
    return trade.taker().account().equals(viewer) ? "TAKER" : "MAKER";
  }

  private Token token(Fill fill) {
    return listings.token(fill.deal().market(), fill.deal().outcome());
  }

  private static String seconds(long epoch) {
    return Long.toString(epoch);
  }
}
