package pairdesk.sandbox.wire.polymarket.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.polymarket.Vectors;
import pairdesk.sandbox.wire.polymarket.signing.Address;

class AuthenticatorTest {
  private static final Address OWNER = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
  private static final Instant NOW = Instant.ofEpochSecond(1_795_132_800);

  @Test
  void acceptsEveryRecordedKeyRequest() {
    int accepted = 0;
    for (JsonNode vector : Vectors.polymarket("l1-auth.json")) {
      if (vector.at("/input/chainId").asInt() != 137 || vector.at("/input").has("address")) {
        continue;
      }
      Instant sent = Instant.ofEpochSecond(vector.at("/input/timestamp").asLong());
      var authenticator = new Authenticator(new ApiKeys(1));
      Map<String, String> headers = headers(vector.at("/expected/headers"));
      assertTrue(authenticator.level1(of(headers), sent).isPresent(), vector.get("id").asText());
      headers.put("POLY_NONCE", "77123");
      assertFalse(authenticator.level1(of(headers), sent).isPresent(), vector.get("id").asText());
      accepted++;
    }
    assertTrue(accepted > 0);
  }

  @Test
  void refusesAKeyRequestOfAnotherChainOrInTheNameOfAWallet() {
    for (JsonNode vector : Vectors.polymarket("l1-auth.json")) {
      if (vector.at("/input/chainId").asInt() == 137 && !vector.at("/input").has("address")) {
        continue;
      }
      Instant sent = Instant.ofEpochSecond(vector.at("/input/timestamp").asLong());
      var authenticator = new Authenticator(new ApiKeys(1));
      assertFalse(
          authenticator.level1(of(headers(vector.at("/expected/headers"))), sent).isPresent());
    }
  }

  @Test
  void signsEveryRecordedRequestAlike() {
    for (JsonNode vector : Vectors.polymarket("l2-hmac.json")) {
      assertEquals(
          vector.at("/expected/headers/POLY_SIGNATURE").asText(),
          Hmac.sign(
              vector.at("/input/apiCreds/secret").asText(),
              vector.at("/expected/signedString").asText()),
          vector.get("id").asText());
    }
  }

  @Test
  void acceptsAPrivateRequestOnceAndOnlyAsSigned() {
    var keys = new ApiKeys(1);
    ApiKey key = keys.grant(OWNER, BigInteger.ZERO);
    var authenticator = new Authenticator(keys);
    Map<String, String> headers = signed(key, NOW, "POST/order{}");

    assertEquals(Optional.of(key), authenticator.level2(of(headers), call("POST", "/order", "{}")));
    assertEquals(
        Optional.empty(), authenticator.level2(of(headers), call("POST", "/order", "{ }")));
    assertEquals(
        Optional.empty(), authenticator.level2(of(headers), call("DELETE", "/order", "{}")));
  }

  @Test
  void refusesForeignAddressPassphraseAndOldTimestamp() {
    var keys = new ApiKeys(1);
    ApiKey key = keys.grant(OWNER, BigInteger.ZERO);
    var authenticator = new Authenticator(keys);

    var foreign = signed(key, NOW, "GET/data/orders");
    foreign.put("POLY_ADDRESS", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    var wrongPassphrase = signed(key, NOW, "GET/data/orders");
    wrongPassphrase.put("POLY_PASSPHRASE", "f00d");
    var old = signed(key, NOW.minusSeconds(61), "GET/data/orders");
    for (var headers : List.of(foreign, wrongPassphrase, old)) {
      assertEquals(
          Optional.empty(), authenticator.level2(of(headers), call("GET", "/data/orders", "")));
    }
  }

  @Test
  void givesTheSameKeyAgainForTheSameSeed() {
    ApiKey first = new ApiKeys(7).grant(OWNER, BigInteger.ONE);
    assertEquals(first, new ApiKeys(7).grant(OWNER, BigInteger.ONE));
    assertFalse(first.equals(new ApiKeys(8).grant(OWNER, BigInteger.ONE)));
    assertFalse(first.equals(new ApiKeys(7).grant(OWNER, BigInteger.TWO)));
  }

  private static Authenticator.Call call(String method, String path, String body) {
    return new Authenticator.Call(method, path, body, NOW);
  }

  private static Map<String, String> signed(ApiKey key, Instant at, String what) {
    String timestamp = Long.toString(at.getEpochSecond());
    var headers = new HashMap<String, String>();
    headers.put("POLY_ADDRESS", key.owner().toString());
    headers.put("POLY_API_KEY", key.id());
    headers.put("POLY_PASSPHRASE", key.passphrase());
    headers.put("POLY_TIMESTAMP", timestamp);
    headers.put("POLY_SIGNATURE", Hmac.sign(key.secret(), timestamp + what));
    return headers;
  }

  private static Map<String, String> headers(JsonNode node) {
    var headers = new HashMap<String, String>();
    node.propertyStream().forEach(p -> headers.put(p.getKey(), p.getValue().asText()));
    return headers;
  }

  private static Headers of(Map<String, String> headers) {
    return name -> Optional.ofNullable(headers.get(name));
  }
}
