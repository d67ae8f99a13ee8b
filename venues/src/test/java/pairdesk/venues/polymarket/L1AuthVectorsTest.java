package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class L1AuthVectorsTest {
  @Test
  void logsInByteForByte() {
    Vectors.checkAll("l1-auth", L1AuthVectorsTest::check);
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    PolymarketSigner signer = Vectors.signer(input);
    Instant at = Instant.ofEpochSecond(input.get("timestamp").longValue());
    long nonce = input.get("nonce").longValue();
    Map<String, String> expected = Vectors.texts(vector.get("expected").get("headers"));
    if (!input.has("address")) {
      assertEquals(expected, signer.loginHeaders(at, nonce));
      return;
    }
    // One case logs in for an address that is not the key's, which no account of ours may: the
    // credentials belong to the key. Ours are then of the key.
    assertNotEquals(expected.get("POLY_ADDRESS"), signer.address());
    assertEquals(signer.address(), signer.loginHeaders(at, nonce).get("POLY_ADDRESS"));
    byte[] digest = Eip712.bytes32(vector.get("expected").get("digest").textValue());
    EthereumKey key = EthereumKey.parse(input.get("privateKey").textValue());
    assertEquals(expected.get("POLY_SIGNATURE"), Eip712.hex(key.sign(digest)));
  }
}
