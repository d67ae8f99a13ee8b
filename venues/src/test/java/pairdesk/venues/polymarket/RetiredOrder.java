package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static pairdesk.venues.polymarket.Eip712.address;
import static pairdesk.venues.polymarket.Eip712.keccak;
import static pairdesk.venues.polymarket.Eip712.text;
import static pairdesk.venues.polymarket.Eip712.uint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.order.Side;

/** An order of version 1, put together from the parts that our own orders are made of. */
final class RetiredOrder {
  private static final String TYPE =
      "Order(uint256 salt,address maker,address signer,address taker,uint256 tokenId,"
          + "uint256 makerAmount,uint256 takerAmount,uint256 expiration,uint256 nonce,"
          + "uint256 feeRateBps,uint8 side,uint8 signatureType)";
  private static final String NOBODY = "0x" + "0".repeat(40);

  private RetiredOrder() {}

  static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    JsonNode expected = vector.get("expected");
    ClobOrder.Amounts amounts = OrderVectors.amounts(input);
    assertEquals(expected.get("makerAmount").asLong(), amounts.makerE6());
    assertEquals(expected.get("takerAmount").asLong(), amounts.takerE6());
    PolymarketSigner signer = Vectors.signer(input);
    byte[] struct = struct(input, OrderVectors.order(input, amounts, signer));
    byte[] domain = domain(input, expected.get("verifyingContract").textValue());
    byte[] digest = Eip712.digest(domain, struct);
    assertEquals(expected.get("orderTypeHash").textValue(), Eip712.hex(text(TYPE)));
    assertEquals(expected.get("domainSeparator").textValue(), Eip712.hex(domain));
    assertEquals(expected.get("structHash").textValue(), Eip712.hex(struct));
    assertEquals(expected.get("orderHash").textValue(), Eip712.hex(digest));
    EthereumKey key = EthereumKey.parse(input.get("privateKey").textValue());
    String signature = Eip712.hex(key.sign(digest));
    assertEquals(expected.get("signature").textValue(), signature);
    String body = body(input, OrderVectors.order(input, amounts, signer), signature);
    assertEquals(expected.get("bodyJson").textValue(), body);
    assertEquals(
        Vectors.texts(expected.get("l2").get("headers")),
        signer.requestHeaders(
            Vectors.credentials(input),
            Instant.ofEpochMilli(input.get("clockMs").longValue()),
            "POST",
            "/order",
            body));
  }

  private static String body(JsonNode input, ClobOrder order, String signature) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("deferExec", input.get("deferExec").booleanValue())
            .put("postOnly", input.get("postOnly").booleanValue());
    body.putObject("order")
        .put("salt", order.stamp().salt())
        .put("maker", order.wallet().maker())
        .put("signer", order.wallet().signer())
        .put("taker", taker(input))
        .put("tokenId", order.tokenId().toString())
        .put("makerAmount", Long.toString(order.amounts().makerE6()))
        .put("takerAmount", Long.toString(order.amounts().takerE6()))
        .put("side", order.side().name())
        .put("expiration", orZero(input.get("expiration")).toString())
        .put("nonce", orZero(input.get("nonce")).toString())
        .put("feeRateBps", orZero(input.get("feeRateBps")).toString())
        .put("signatureType", order.wallet().type().code())
        .put("signature", signature);
    return body.put("owner", Vectors.credentials(input).key())
        .put("orderType", input.get("orderType").textValue())
        .toString();
  }

  private static String taker(JsonNode input) {
    return input.get("taker").isNull() ? NOBODY : input.get("taker").textValue();
  }

  private static byte[] struct(JsonNode input, ClobOrder order) {
    return keccak(
        text(TYPE),
        uint(order.stamp().salt()),
        address(order.wallet().maker()),
        address(order.wallet().signer()),
        address(taker(input)),
        uint(order.tokenId()),
        uint(order.amounts().makerE6()),
        uint(order.amounts().takerE6()),
        uint(orZero(input.get("expiration"))),
        uint(orZero(input.get("nonce"))),
        uint(orZero(input.get("feeRateBps"))),
        uint(order.side() == Side.BUY ? 0 : 1),
        uint(order.wallet().type().code()));
  }

  private static byte[] domain(JsonNode input, String contract) {
    return keccak(
        text("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
        text("Polymarket CTF Exchange"),
        text("1"),
        uint(input.get("chainId").asLong()),
        address(contract));
  }

  private static BigInteger orZero(@Nullable JsonNode number) {
    return number == null || number.isNull()
        ? BigInteger.ZERO
        : BigInteger.valueOf(number.asLong());
  }
}
