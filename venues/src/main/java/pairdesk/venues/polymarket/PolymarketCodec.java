package pairdesk.venues.polymarket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Secret;
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
  private static final JsonMapper WRITER = new JsonMapper();

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
    return write(new OrderBody(false, posting.postOnly(), body, owner, posting.orderType()));
  }

  private record UserSubscription(Auth auth, String type) {
    private record Auth(String apiKey, String secret, String passphrase) {}
  }

  /** The first message of the private stream. It holds the secret itself: never logged. */
  static String userSubscription(ApiCredentials credentials) {
    return write(
        new UserSubscription(
            new UserSubscription.Auth(
                credentials.key(),
                credentials.secret().reveal(),
                credentials.passphrase().reveal()),
            "user"));
  }

  static Posted posted(Fields answer) {
    return new Posted(
        answer.flag("success"),
        answer.textOrEmpty("errorMsg"),
        answer.textOrEmpty("orderID"),
        answer.textOrEmpty("status"),
        amount(answer, "makingAmount"),
        amount(answer, "takingAmount"));
  }

  static ApiCredentials credentials(String text) {
    Fields answer = Fields.parse(text);
    return new ApiCredentials(
        answer.text("apiKey"),
        answer.exact("secret", Secret::of),
        answer.exact("passphrase", Secret::of));
  }

  /** The venue's own words for an error; empty when the body is not its error JSON. */
  static String errorText(String body) {
    if (!body.stripLeading().startsWith("{")) {
      return "";
    }
    try {
      Fields answer = Fields.parse(body);
      String error = answer.textOrEmpty("error");
      return error.isEmpty() ? answer.textOrEmpty("errorMsg") : error;
    } catch (VenueException e) {
      return "";
    }
  }

  static <T> Page<T> page(String text, Function<Fields, T> item) {
    Fields page = Fields.parse(text);
    List<T> items = page.list("data").stream().map(item).toList();
    String next = page.text("next_cursor");
    return new Page<>(items, next.equals(LAST_CURSOR) || next.isEmpty() ? null : next);
  }

  /** An order of a list, of a read, or of the private stream. */
  static WireOrder order(Fields order) {
    return new WireOrder(
        order.text("id"),
        unprefixed(order.text("status"), "ORDER_STATUS_"),
        order.text("asset_id"),
        order.text("market"),
        order.quantity("original_size"),
        matched(order),
        order.textOrEmpty("type"),
        moment(order, "timestamp", "created_at"));
  }

  /** Empty in the message that a FOK order was killed; never left out. */
  private static Quantity matched(Fields order) {
    return order.text("size_matched").isEmpty() ? Quantity.ZERO : order.quantity("size_matched");
  }

  static WireTrade trade(Fields trade) {
    String role = trade.text("trader_side");
    if (!role.equals("TAKER") && !role.equals("MAKER")) {
      throw trade.bad("trader_side", "want TAKER or MAKER");
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
            trade.quantity("size"),
            trade.price("price")),
        trade.list("maker_orders").stream().map(PolymarketCodec::maker).toList(),
        moment(trade, "match_time", "timestamp"));
  }

  private static Maker maker(Fields maker) {
    return new Maker(
        maker.text("order_id"),
        maker.textOrEmpty("owner"),
        maker.textOrEmpty("maker_address"),
        maker.text("asset_id"),
        maker.has("side") ? side(maker, "side") : null,
        maker.quantity("matched_amount"),
        maker.price("price"));
  }

  static Side side(Fields json, String name) {
    return switch (json.text(name).toUpperCase(Locale.ROOT)) {
      case "BUY" -> Side.BUY;
      case "SELL" -> Side.SELL;
      case String _ -> throw json.bad(name, "want BUY or SELL");
    };
  }

  /** A quantity of an answer whose text is empty, or missing, when nothing was exchanged. */
  private static Quantity amount(Fields json, String name) {
    return json.textOrEmpty(name).isEmpty() ? Quantity.ZERO : json.quantity(name);
  }

  /** Dollars as a JSON number or a text; finer than a micro-dollar is a failed read. */
  static Usd usd(Fields json, String name) {
    try {
      return Usd.parse(json.decimalOrEmpty(name));
    } catch (IllegalArgumentException e) {
      throw new VenueException("field " + name + ": " + e.getMessage(), e);
    }
  }

  /** A token id is a decimal number of up to 256 bits. */
  static BigInteger tokenId(String text) {
    if (!text.matches("[0-9]{1,78}")) {
      throw new IllegalArgumentException("not a token id: " + text);
    }
    return new BigInteger(text);
  }

  /** The first of the fields that is there says a time: seconds or milliseconds, by its length. */
  static Instant moment(Fields json, String... names) {
    for (String name : names) {
      String text = json.decimalOrEmpty(name);
      if (text.matches("[0-9]{9,16}")) {
        long number = Long.parseLong(text);
        return text.length() < 12 ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      }
      if (!text.isEmpty()) {
        throw json.bad(name, "want a time in digits");
      }
    }
    throw json.bad(String.join(" or ", names), "want a time in digits");
  }

  private static String write(Object ours) {
    try {
      return WRITER.writeValueAsString(ours);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("our own record is no JSON", e);
    }
  }

  private static String unprefixed(String status, String prefix) {
    return status.startsWith(prefix) ? status.substring(prefix.length()) : status;
  }
}
