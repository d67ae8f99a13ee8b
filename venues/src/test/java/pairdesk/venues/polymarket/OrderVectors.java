package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Side;
import pairdesk.venues.polymarket.ClobOrder.Amounts;
import pairdesk.venues.polymarket.ClobOrder.Stamp;

/** The parts of a case of a signed order, limit or market, version 2 or 3. */
final class OrderVectors {
  private OrderVectors() {}

  /** From price and size to the posted text and its headers. */
  static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    JsonNode expected = vector.get("expected");
    Amounts amounts = amounts(input);
    assertEquals(expected.get("makerAmount").asLong(), amounts.makerE6());
    assertEquals(expected.get("takerAmount").asLong(), amounts.takerE6());
    PolymarketSigner signer = Vectors.signer(input);
    PolymarketSigner.Signed signed =
        signer.sign(order(input, amounts, signer), input.get("negRisk").booleanValue());
    checkHashes(vector, signed);
    checkBody(vector, signer, signed);
  }

  static ClobOrder order(JsonNode input, Amounts amounts, PolymarketSigner signer) {
    return new ClobOrder(
        signer.wallet(),
        new BigInteger(input.get("tokenId").textValue()),
        Side.valueOf(input.get("side").textValue()),
        amounts,
        new Stamp(
            input.get("salt").asLong(),
            input.get("clockMs").longValue(),
            Vectors.orZero(input.get("metadata")),
            Vectors.orZero(input.get("builderCode"))));
  }

  static void checkHashes(JsonNode vector, PolymarketSigner.Signed signed) {
    JsonNode expected = vector.get("expected");
    JsonNode domain = expected.get("typedData").get("domain");
    var hash =
        new OrderHash(
            domain.get("version").textValue(),
            domain.get("chainId").asLong(),
            domain.get("verifyingContract").textValue());
    byte[] struct = hash.struct(signed.order());
    byte[] domainSeparator = Eip712.bytes32(expected.get("domainSeparator").textValue());
    assertEquals(
        expected.get("orderTypeHash").textValue(), Eip712.hex(Eip712.text(OrderHash.TYPE)));
    assertEquals(expected.get("structHash").textValue(), Eip712.hex(struct));
    assertEquals(Eip712.hex(Eip712.digest(domainSeparator, struct)), signed.id());
    if (expected.has("orderHash")) {
      assertEquals(expected.get("orderHash").textValue(), signed.id());
    }
    assertEquals(expected.get("signature").textValue(), signed.signature());
  }

  /**
   * The posted text and the headers that it is signed with. We never defer an order: in the one
   * case that does, that word alone is exchanged.
   */
  private static void checkBody(
      JsonNode vector, PolymarketSigner signer, PolymarketSigner.Signed signed) {
    JsonNode input = vector.get("input");
    JsonNode expected = vector.get("expected");
    var posting =
        new PolymarketCodec.Posting(
            input.get("orderType").textValue(),
            input.get("postOnly").booleanValue(),
            input.get("expiration").isNull() ? 0 : input.get("expiration").asLong());
    ApiCredentials credentials = Vectors.credentials(input);
    String body = PolymarketCodec.orderBody(signed, credentials.key(), posting);
    if (input.get("deferExec").booleanValue()) {
      body = body.replace("\"deferExec\":false", "\"deferExec\":true");
    }
    assertEquals(expected.get("bodyJson").textValue(), body);
    assertEquals(
        Vectors.texts(expected.get("l2").get("headers")),
        signer.requestHeaders(
            credentials,
            Instant.ofEpochMilli(input.get("clockMs").longValue()),
            "POST",
            "/order",
            body));
  }

  /** As the official client reads a person's numbers: prices onto the tick, sizes to cents. */
  static Amounts amounts(JsonNode input) {
    boolean limit = "limit".equals(input.get("orderKind").textValue());
    String tick = input.get("tickSize").textValue();
    Side side = Side.valueOf(input.get("side").textValue());
    Price price = onTick(input.get("price").textValue(), tick, limit);
    String amount = cut(input.get(limit ? "size" : "amount").textValue());
    return limit || side == Side.SELL
        ? PolymarketAmounts.shares(side, price, Quantity.parse(amount))
        : PolymarketAmounts.dollars(price, Usd.parse(amount), Price.parse(tick).e4());
  }

  /** The nearest price for a limit order; for a market order the one below. */
  static Price onTick(String price, String tick, boolean limit) {
    return Price.parse(
        new BigDecimal(price)
            .setScale(
                new BigDecimal(tick).scale(), limit ? RoundingMode.HALF_UP : RoundingMode.DOWN)
            .toPlainString());
  }

  private static String cut(String decimal) {
    return new BigDecimal(decimal).setScale(6, RoundingMode.DOWN).toPlainString();
  }
}
