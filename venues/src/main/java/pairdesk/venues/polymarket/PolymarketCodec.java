package pairdesk.venues.polymarket;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.Maker;
import pairdesk.venues.polymarket.PolymarketWire.Page;
import pairdesk.venues.polymarket.PolymarketWire.Posted;
import pairdesk.venues.polymarket.PolymarketWire.Taker;
import pairdesk.venues.polymarket.PolymarketWire.WireOrder;
import pairdesk.venues.polymarket.PolymarketWire.WireTrade;

/** Texts of the private API to wire records and back. */
final class PolymarketCodec {
  private static final String LAST_CURSOR = "LTE=";

  private PolymarketCodec() {}

  /**
   * How an order is posted; not signed.
   *
   * @param expiration seconds of the epoch; 0 is none
   */
  record Posting(String orderType, boolean postOnly, long expiration) {}

  /** The body of {@code POST /order}, its members in the order of the official client. */
  private record OrderBody(
      boolean deferExec, boolean postOnly, SignedOrder order, String owner, String orderType) {}

  private record SignedOrder(
      long salt,
      String maker,
      String signer,
      String tokenId,
      String makerAmount,
      String takerAmount,
      String side,
      int signatureType,
      String timestamp,
      String expiration,
      String metadata,
      String builder,
      String signature) {}

  static String orderBody(PolymarketSigner.Signed signed, String owner, Posting posting) {
    ClobOrder order = signed.order();
    var body =
        new SignedOrder(
            order.stamp().salt(),
            order.wallet().maker(),
            order.wallet().signer(),
            order.tokenId().toString(),
            Long.toString(order.amounts().makerE6()),
            Long.toString(order.amounts().takerE6()),
            order.side().name(),
            order.wallet().type().code(),
            Long.toString(order.stamp().timestampMillis()),
            Long.toString(posting.expiration()),
            order.stamp().metadata(),
            order.stamp().builder(),
            signed.signature());
    return Json.write(new OrderBody(false, posting.postOnly(), body, owner, posting.orderType()));
  }

  static Posted posted(String text) {
    Json answer = Json.parse("order answer", text);
    return new Posted(
        answer.flag("success"),
        answer.textOrEmpty("errorMsg"),
        answer.textOrEmpty("orderID"),
        answer.textOrEmpty("status"),
        amount(answer, "makingAmount"),
        amount(answer, "takingAmount"));
  }

  /** The venue's own words for an error; empty when the body is not its error JSON. */
  static String errorText(String body) {
    if (!body.stripLeading().startsWith("{")) {
      return "";
    }
    try {
      Json answer = Json.parse("error", body);
      String error = answer.textOrEmpty("error");
      return error.isEmpty() ? answer.textOrEmpty("errorMsg") : error;
    } catch (VenueException e) {
      return "";
    }
  }

  static <T> Page<T> page(String where, String text, Function<Json, T> item) {
    Json page = Json.parse(where, text);
    List<T> items = page.at("data").elements().stream().map(item).toList();
    String next = page.text("next_cursor");
    return new Page<>(items, next.equals(LAST_CURSOR) || next.isEmpty() ? null : next);
  }

  /** An order of a list, of a read, or of the private stream. */
  static WireOrder order(Json order) {
    return new WireOrder(
        order.text("id"),
        unprefixed(order.text("status"), "ORDER_STATUS_"),
        order.text("asset_id"),
        order.text("market"),
        quantity(order, "original_size"),
        amount(order, "size_matched"),
        order.textOrEmpty("type"),
        moment(order, "timestamp", "created_at"));
  }

  static WireTrade trade(Json trade) {
    String role = trade.text("trader_side");
    if (!role.equals("TAKER") && !role.equals("MAKER")) {
      throw new VenueException("trade.trader_side: not known: " + role);
    }
    return new WireTrade(
        trade.text("id"),
        unprefixed(trade.text("status"), "TRADE_STATUS_"),
        role.equals("TAKER"),
        trade.text("market"),
        new Taker(
            trade.text("taker_order_id"),
            trade.text("asset_id"),
            side(trade, "side"),
            quantity(trade, "size"),
            price(trade, "price")),
        trade.at("maker_orders").elements().stream().map(PolymarketCodec::maker).toList(),
        moment(trade, "match_time", "timestamp"));
  }

  private static Maker maker(Json maker) {
    return new Maker(
        maker.text("order_id"),
        maker.textOrEmpty("owner"),
        maker.textOrEmpty("maker_address"),
        maker.text("asset_id"),
        maker.find("side").isPresent() ? side(maker, "side") : null,
        quantity(maker, "matched_amount"),
        price(maker, "price"));
  }

  static Side side(Json json, String name) {
    return switch (json.text(name).toUpperCase(Locale.ROOT)) {
      case "BUY" -> Side.BUY;
      case "SELL" -> Side.SELL;
      case String other ->
          throw new VenueException(json.where() + "." + name + ": not a side: " + other);
    };
  }

  static Price price(Json json, String name) {
    return exact(json, name, Price::parse);
  }

  static Quantity quantity(Json json, String name) {
    return exact(json, name, Quantity::parse);
  }

  /** A quantity whose text is empty, or missing, when nothing was exchanged. */
  private static Quantity amount(Json json, String name) {
    return json.textOrEmpty(name).isEmpty() ? Quantity.ZERO : quantity(json, name);
  }

  private static <T> T exact(Json json, String name, Function<String, T> parse) {
    String text = json.decimal(name);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw new VenueException(json.where() + "." + name + ": " + e.getMessage(), e);
    }
  }

  /** A token id is a decimal number of up to 256 bits. */
  static BigInteger tokenId(String text) {
    if (!text.matches("[0-9]{1,78}")) {
      throw new IllegalArgumentException("not a token id: " + text);
    }
    return new BigInteger(text);
  }

  /** The first of the members that says a time: seconds or milliseconds, by their length. */
  static Instant moment(Json json, String... names) {
    for (String name : names) {
      if (json.find(name).map(Json::asDecimal).filter(text -> !text.isEmpty()).isPresent()) {
        long number = json.integer(name);
        return number < 100_000_000_000L
            ? Instant.ofEpochSecond(number)
            : Instant.ofEpochMilli(number);
      }
    }
    throw new VenueException(json.where() + ": no time in " + String.join(", ", names));
  }

  private static String unprefixed(String status, String prefix) {
    return status.startsWith(prefix) ? status.substring(prefix.length()) : status;
  }
}
