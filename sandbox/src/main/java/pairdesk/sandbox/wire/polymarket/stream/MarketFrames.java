package pairdesk.sandbox.wire.polymarket.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.ExchangeEvent.LevelChanged;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.records.Tick;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;

/** Frames of the market channel. */
final class MarketFrames {
  private MarketFrames() {}

  /**
   * Each change once for each token.
   *
   * @param books both tokens' books after all of the changes, YES first
   */
  static ObjectNode priceChange(List<LevelChanged> changes, List<BookImage> books) {
    ObjectNode frame = Json.object().put("market", changes.getFirst().market().code());
    ArrayNode entries = frame.putArray("price_changes");
    List<String> hashes = books.stream().map(BookImage::hash).toList();
    for (LevelChanged change : changes) {
      for (int i = 0; i < books.size(); i++) {
        entries.add(entry(change, books.get(i), hashes.get(i)));
      }
    }
    return frame.put("timestamp", books.getFirst().timestamp()).put("event_type", "price_change");
  }

  private static ObjectNode entry(LevelChanged change, BookImage book, String hash) {
    boolean yes = book.token().outcome() == Outcome.YES;
    Price price = yes ? change.price() : change.price().complement();
    return Json.object()
        .put("asset_id", book.token().id())
        .put("price", BookImage.price(price))
        .put("size", change.after().toString())
        .put("side", (yes ? change.side() : change.side().opposite()).name())
        .put("hash", hash)
        .put("best_bid", book.bestBid())
        .put("best_ask", book.bestAsk());
  }

  static ObjectNode lastTrade(Trade trade, Token token) {
    Deal deal = trade.taker().deal();
    return Json.object()
        .put("market", trade.market().code())
        .put("asset_id", token.id())
        .put("price", BookImage.price(deal.price()))
        .put("size", deal.quantity().toString())
        .put("fee_rate_bps", "0")
        .put("side", deal.side().name())
        .put("timestamp", millis(trade.at()))
        .put("event_type", "last_trade_price")
        .put("transaction_hash", TradeRecords.plannedTransaction(trade));
  }

  static ObjectNode tickSize(Token token, Tick before, Tick after, Instant at) {
    return head(token)
        .put("old_tick_size", before.text())
        .put("new_tick_size", after.text())
        .put("timestamp", millis(at))
        .put("event_type", "tick_size_change");
  }

  static ObjectNode bestBidAsk(BookImage book) {
    return head(book.token())
        .put("best_bid", book.bestBid())
        .put("best_ask", book.bestAsk())
        .put("spread", spread(book))
        .put("timestamp", book.timestamp())
        .put("event_type", "best_bid_ask");
  }

  /**
   * @param yesPays what a YES share pays; a half-and-half answer has no winner
   */
  static ObjectNode resolved(PolymarketListing listing, Price yesPays, Instant at) {
    ObjectNode frame =
        Json.object().put("id", listing.ids().id()).put("market", listing.ids().condition());
    frame.set("assets_ids", Json.texts(List.of(listing.ids().yesToken(), listing.ids().noToken())));
    if (yesPays.equals(Price.ONE) || yesPays.equals(Price.ZERO)) {
      Token winner = new Token(listing, yesPays.equals(Price.ONE) ? Outcome.YES : Outcome.NO);
      frame.put("winning_asset_id", winner.id()).put("winning_outcome", winner.label());
    } else {
      frame.put("winning_asset_id", "").put("winning_outcome", "");
    }
    frame
        .putNull("event_message")
        .put("timestamp", millis(at))
        .put("event_type", "market_resolved");
    frame.set("tags", Json.texts(listing.event().tags()));
    return frame;
  }

  private static ObjectNode head(Token token) {
    return Json.object().put("market", token.market().code()).put("asset_id", token.id());
  }

  private static String spread(BookImage book) {
    int bid = best(book.bids(), Price.ZERO).e4();
    int ask = best(book.asks(), Price.ONE).e4();
    return Decimals.format(ask - bid, 4, 0);
  }

  private static Price best(List<Level> levels, Price otherwise) {
    return levels.isEmpty() ? otherwise : levels.getFirst().price();
  }

  private static String millis(Instant at) {
    return Long.toString(at.toEpochMilli());
  }
}
