package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.Optional;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Bytes32;
import pairdesk.sandbox.wire.polymarket.signing.OrderFields;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/**
 * One entry of {@code POST /order} or {@code /orders}.
 *
 * @param signature hexadecimal
 * @param expiration seconds since 1970, zero for none; not signed
 * @param owner the API key's id
 */
record OrderRequest(
    OrderFields order,
    String signature,
    long expiration,
    String owner,
    Type type,
    boolean postOnly) {

  enum Type {
    GTC,
    GTD,
    FOK,
    FAK;

    boolean rests() {
      return this == GTC || this == GTD;
    }
  }

  /**
   * @throws HttpRefusal when something is missing or malformed, or signed by an older version
   */
  static OrderRequest parse(JsonNode body) {
    JsonNode order = body.path("order");
    if (!order.isObject()) {
      throw malformed();
    }
    if (isVersionOne(order)) {
      throw HttpRefusal.badRequest("order_version_mismatch");
    }
    try {
      return new OrderRequest(
          fields(order),
          hex(text(order, "signature")),
          Long.parseLong(order.path("expiration").asText("0")),
          text(body, "owner"),
          Type.valueOf(text(body, "orderType")),
          flag(body, "postOnly"));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static OrderFields fields(JsonNode order) {
    return new OrderFields(
        salt(order.path("salt")),
        new Address(text(order, "maker")),
        new Address(text(order, "signer")),
        integer(order, "tokenId"),
        integer(order, "makerAmount"),
        integer(order, "takerAmount"),
        side(text(order, "side")),
        signatureType(order.path("signatureType")),
        integer(order, "timestamp"),
        new Bytes32(text(order, "metadata")),
        new Bytes32(text(order, "builder")));
  }

  /** Version 1 signed nonce and fee rate, and knew no timestamp. */
  private static boolean isVersionOne(JsonNode order) {
    return order.has("nonce") || order.has("feeRateBps") || !order.has("timestamp");
  }

  private static String hex(String text) {
    return Words.hex(Words.bytes(text));
  }

  private static BigInteger salt(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.bigIntegerValue();
    }
    return digits(node.asText());
  }

  private static int side(String side) {
    return switch (side) {
      case "BUY" -> OrderFields.BUY;
      case "SELL" -> OrderFields.SELL;
      default -> throw HttpRefusal.badRequest("Invalid side");
    };
  }

  private static int signatureType(JsonNode node) {
    if (!node.isInt() || node.intValue() < 0 || node.intValue() > 3) {
      throw malformed();
    }
    return node.intValue();
  }

  private static BigInteger integer(JsonNode node, String name) {
    return digits(text(node, name));
  }

  private static BigInteger digits(String text) {
    if (!text.matches("[0-9]{1,78}")) {
      throw malformed();
    }
    return Optional.of(new BigInteger(text))
        .filter(number -> number.bitLength() <= 256)
        .orElseThrow(OrderRequest::malformed);
  }

  private static boolean flag(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw malformed();
    }
    return value.asBoolean();
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw malformed();
    }
    return value.textValue();
  }

  private static HttpRefusal malformed() {
    return HttpRefusal.badRequest("Invalid order payload");
  }
}
