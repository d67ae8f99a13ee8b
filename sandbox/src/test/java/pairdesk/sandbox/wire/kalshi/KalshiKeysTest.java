package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.kalshi.Limits.Budget;

/** Keys of both kinds, what they may do, and whose tokens they use. */
class KalshiKeysTest {
  private static final String BALANCE = "/portfolio/balance";

  private final KalshiRig rig = new KalshiRig();

  @AfterEach
  void close() {
    rig.close();
  }

  private JsonNode generated(String type, String scopes) {
    var answer =
        rig.post(
            "/api_keys/generate",
            """
            {"name":"second","key_type":"%s","scopes":%s}
            """
                .formatted(type, scopes));
    assertEquals(201, answer.status(), () -> answer.body().toString());
    return answer.body();
  }

  private static PrivateKey ed25519(String pem) throws GeneralSecurityException {
    byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*?-----", ""));
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static Request signed(KalshiRig rig, String keyId, PrivateKey key, String target)
      throws GeneralSecurityException {
    String timestamp = String.valueOf(Instant.now().toEpochMilli());
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(key);
    signer.update((timestamp + "GET/trade-api/v2" + target).getBytes(StandardCharsets.UTF_8));
    return new Request.Builder()
        .url(rig.front.restUrl() + target)
        .header("KALSHI-ACCESS-KEY", keyId)
        .header("KALSHI-ACCESS-TIMESTAMP", timestamp)
        .header("KALSHI-ACCESS-SIGNATURE", Base64.getEncoder().encodeToString(signer.sign()))
        .build();
  }

  @Test
  void anEd25519KeySigns() throws GeneralSecurityException {
    JsonNode made = generated("ed25519", "[\"read\",\"write\"]");
    PrivateKey key = ed25519(made.path("private_key").asText());
    String id = made.path("api_key_id").asText();
    assertEquals(200, rig.call(signed(rig, id, key, BALANCE)).status());
    Request other = signed(rig, id, key, "/portfolio/fills");
    Request moved = other.newBuilder().url(rig.front.restUrl() + BALANCE).build();
    assertEquals(
        "INCORRECT_API_KEY_SIGNATURE",
        rig.call(moved).body().path("error").path("details").asText());
  }

  @Test
  void anUploadedKeySigns() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String pem =
        "-----BEGIN PUBLIC KEY-----\\n"
            + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\\n-----END PUBLIC KEY-----";
    var added = rig.post("/api_keys", "{\"name\":\"mine\",\"public_key\":\"" + pem + "\"}");
    assertEquals(201, added.status());
    String id = added.body().path("api_key_id").asText();
    assertEquals(200, rig.call(signed(rig, id, pair.getPrivate(), BALANCE)).status());
    assertEquals(204, rig.delete("/api_keys/" + id).status());
    assertEquals(401, rig.call(signed(rig, id, pair.getPrivate(), BALANCE)).status());
  }

  @Test
  void scopesNarrowAKey() throws GeneralSecurityException {
    JsonNode made = generated("ed25519", "[\"read::portfolio_balance\"]");
    PrivateKey key = ed25519(made.path("private_key").asText());
    String id = made.path("api_key_id").asText();
    assertEquals(200, rig.call(signed(rig, id, key, BALANCE)).status());
    assertEquals(403, rig.call(signed(rig, id, key, "/portfolio/orders")).status());
  }

  @Test
  void rsaKeysComeAsPkcs1() {
    assertTrue(
        generated("rsa", "[\"read\"]")
            .path("private_key")
            .asText()
            .startsWith("-----BEGIN RSA PRIVATE KEY-----"));
  }

  @Test
  void refusesUnknownScopesAndWritingWithoutReading() {
    String body = "{\"name\":\"x\",\"scopes\":[\"%s\"]}";
    assertEquals(400, rig.post("/api_keys/generate", body.formatted("everything")).status());
    assertEquals(400, rig.post("/api_keys/generate", body.formatted("write")).status());
    assertEquals(400, rig.post("/api_keys", "{\"name\":\"x\",\"public_key\":\"no\"}").status());
  }

  @Test
  void eachKeyHasItsOwnTokens() throws GeneralSecurityException {
    var few = new Limits("few", new Budget(1, 20), new Budget(1, 1_000));
    try (var tight = new KalshiRig(few)) {
      JsonNode made =
          tight.post("/api_keys/generate", "{\"name\":\"x\",\"key_type\":\"ed25519\"}").body();
      PrivateKey key = ed25519(made.path("private_key").asText());
      tight.get(BALANCE);
      tight.get(BALANCE);
      assertEquals(429, tight.get(BALANCE).status());
      String id = made.path("api_key_id").asText();
      assertEquals(200, tight.call(signed(tight, id, key, BALANCE)).status());
    }
  }
}
