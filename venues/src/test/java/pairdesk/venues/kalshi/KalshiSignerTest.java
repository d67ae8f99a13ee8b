package pairdesk.venues.kalshi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Secret;

class KalshiSignerTest {
  private static final String PATH = "/trade-api/v2/portfolio/balance";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(1781159348379L));

  @Test
  void signsTimeMethodAndPathWithEveryFormOfRsaKey() throws GeneralSecurityException {
    for (Secret pem : new Secret[] {Keys.pkcs1(Keys.RSA), Keys.pkcs8(Keys.RSA)}) {
      Map<String, String> headers = headers(pem);
      assertEquals("key-1", headers.get("KALSHI-ACCESS-KEY"));
      assertEquals("1781159348379", headers.get("KALSHI-ACCESS-TIMESTAMP"));
      assertTrue(verifies(Keys.RSA.getPublic(), headers, "1781159348379GET" + PATH));
      assertFalse(verifies(Keys.RSA.getPublic(), headers, "1781159348379POST" + PATH));
    }
  }

  @Test
  void signsWithEd25519() throws GeneralSecurityException {
    Map<String, String> headers = headers(Keys.pkcs8(Keys.ED25519));
    assertTrue(verifies(Keys.ED25519.getPublic(), headers, "1781159348379GET" + PATH));
  }

  @Test
  void refusesOtherKeysWithoutShowingThem() {
    Secret curve = Keys.pkcs8(Keys.generate("EC"));
    for (Secret bad : new Secret[] {curve, Secret.of("canary"), broken()}) {
      var refused = assertThrows(IllegalArgumentException.class, () -> headers(bad));
      String inside = bad.reveal().lines().skip(1).findFirst().orElse("canary");
      assertFalse(String.valueOf(refused.getMessage()).contains(inside), refused.getMessage());
    }
  }

  private static Secret broken() {
    return Secret.of(
        "-----BEGIN RSA PRIVATE KEY-----\nTm90IGEga2V5\n-----END RSA PRIVATE KEY-----");
  }

  private static Map<String, String> headers(Secret pem) {
    var signer = new KalshiSigner(new KalshiSettings.Credentials("key-1", pem), CLOCK);
    return signer.headers("GET", PATH);
  }

  private static boolean verifies(PublicKey key, Map<String, String> headers, String text)
      throws GeneralSecurityException {
    boolean rsa = key.getAlgorithm().equals("RSA");
    Signature signature = Signature.getInstance(rsa ? "RSASSA-PSS" : "Ed25519");
    if (rsa) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    signature.initVerify(key);
    signature.update(text.getBytes(UTF_8));
    String encoded = Objects.requireNonNull(headers.get("KALSHI-ACCESS-SIGNATURE"));
    return signature.verify(Base64.getDecoder().decode(encoded));
  }
}
