package pairdesk.venues.polymarket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.polymarket.PolymarketWire.BookTerms;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;
import pairdesk.venues.polymarket.PolymarketWire.WireLevel;

/**
 * The venue's hash of a book: SHA-1 of its compact JSON, members in this order, the hash empty. Not
 * documented; found on recorded books of 2026.
 */
final class BookHash {
  private BookHash() {}

  static String of(WireBook book) {
    return sha1(text(book));
  }

  static String text(WireBook book) {
    var json = new StringBuilder(64 * (book.bids().size() + book.asks().size()) + 400);
    json.append("{\"market\":\"").append(book.market());
    json.append("\",\"asset_id\":\"").append(book.tokenId());
    json.append("\",\"timestamp\":\"").append(book.at().toEpochMilli());
    json.append("\",\"hash\":\"\",\"bids\":");
    levels(json, book.bids());
    json.append(",\"asks\":");
    levels(json, book.asks());
    terms(json, book.terms());
    return json.append('}').toString();
  }

  private static void levels(StringBuilder json, List<WireLevel> levels) {
    json.append('[');
    for (int i = 0; i < levels.size(); i++) {
      json.append(i == 0 ? "{\"price\":\"" : ",{\"price\":\"").append(levels.get(i).priceText());
      json.append("\",\"size\":\"").append(levels.get(i).sizeText()).append("\"}");
    }
    json.append(']');
  }

  private static void terms(StringBuilder json, BookTerms terms) {
    member(json, "min_order_size", terms.minimumSize());
    member(json, "tick_size", terms.tick());
    if (terms.negRisk() != null) {
      json.append(",\"neg_risk\":").append(terms.negRisk());
    }
    member(json, "last_trade_price", terms.lastTradePrice());
  }

  private static void member(StringBuilder json, String name, @Nullable String value) {
    if (value != null) {
      json.append(",\"").append(name).append("\":\"").append(value).append('"');
    }
  }

  private static String sha1(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-1 is part of every Java platform", e);
    }
  }
}
