package pairdesk.sandbox.wire.polymarket.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.polymarket.Vectors;

class OrderSignatureTest {

  @Test
  void recoversTheKeyOfEverySignedOrderAndItsId() {
    List<JsonNode> signed =
        Stream.of("orders-v2.json", "orders-v3.json")
            .flatMap(file -> Vectors.polymarket(file).stream())
            .toList();
    for (JsonNode vector : signed) {
      String id = vector.get("id").asText();
      OrderFields order = order(vector);
      ExchangeDomain domain =
          ExchangeDomain.of(
              vector.get("domainVersion").asInt(), vector.at("/input/negRisk").asBoolean());
      byte[] signature = Words.bytes(vector.at("/expected/signature").asText());
      Address owner = new Address(vector.at("/input/signerAddress").asText());

      assertEquals(vector.at("/expected/orderHash").asText(), domain.orderId(order), id);
      assertEquals(Optional.of(owner), OrderSignature.signer(order, domain, signature), id);
      assertTrue(Wallets.of(owner).makers(order.signatureType()).contains(order.maker()), id);
    }
  }

  @Test
  void refusesASignatureMadeForTheOtherExchange() {
    for (JsonNode vector : Vectors.polymarket("orders-v2.json")) {
      ExchangeDomain other = ExchangeDomain.of(2, !vector.at("/input/negRisk").asBoolean());
      byte[] signature = Words.bytes(vector.at("/expected/signature").asText());
      Address owner = new Address(vector.at("/input/signerAddress").asText());
      assertNotEquals(Optional.of(owner), OrderSignature.signer(order(vector), other, signature));
    }
  }

  @Test
  void refusesASignatureOfTheWrongLength() {
    for (JsonNode vector : Vectors.polymarket("orders-v2.json").subList(0, 5)) {
      byte[] cut = new byte[64];
      assertEquals(
          Optional.empty(), OrderSignature.signer(order(vector), ExchangeDomain.of(2, false), cut));
    }
  }

  private static OrderFields order(JsonNode vector) {
    JsonNode message = vector.at("/expected/typedData/message");
    return new OrderFields(
        new BigInteger(message.get("salt").asText()),
        new Address(message.get("maker").asText()),
        new Address(message.get("signer").asText()),
        new BigInteger(message.get("tokenId").asText()),
        new BigInteger(message.get("makerAmount").asText()),
        new BigInteger(message.get("takerAmount").asText()),
        message.get("side").asInt(),
        message.get("signatureType").asInt(),
        new BigInteger(message.get("timestamp").asText()),
        new Bytes32(message.get("metadata").asText()),
        new Bytes32(message.get("builder").asText()));
  }
}
