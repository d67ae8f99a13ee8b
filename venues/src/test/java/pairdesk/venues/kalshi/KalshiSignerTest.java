package pairdesk.venues.kalshi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.MovingClock;
import pairdesk.venues.net.Secret;

class KalshiSignerTest {
  private static final String PATH = "/trade-api/v2/portfolio/balance";
  private static final String ORDERS = "/trade-api/v2/portfolio/events/orders";
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

  @Test
  void theTimeIsTheVenues() {
    var ahead = new KalshiSigner(credentials(), CLOCK, () -> Duration.ofMillis(-700));
    assertEquals("1781159347679", ahead.headers("GET", PATH).get("KALSHI-ACCESS-TIMESTAMP"));
  }

  @Test
  void signsTheNextOrdersAheadAndUsesEachOnceWhileYoung() throws GeneralSecurityException {
    var clock = new MovingClock("2026-11-20T10:00:00Z");
    var signer = new KalshiSigner(credentials(), clock, () -> Duration.ZERO);
    signer.signAhead("POST", ORDERS);
    signer.signNext();
    long signedAt = clock.millis();
    clock.move(Duration.ofMillis(400));
    assertNotEquals(signedAt, time(signer, "GET", ORDERS), "another call");
    Map<String, String> used = signer.headers("POST", ORDERS);
    assertEquals(Long.toString(signedAt), used.get("KALSHI-ACCESS-TIMESTAMP"));
    assertTrue(verifies(Keys.RSA.getPublic(), used, signedAt + "POST" + ORDERS));
    var signatures = new HashSet<String>();
    signatures.add(signature(used));
    for (int left = KalshiSignedAhead.STOCK - 1; left > 0; left--) {
      Map<String, String> next = signer.headers("POST", ORDERS);
      assertEquals(Long.toString(signedAt), next.get("KALSHI-ACCESS-TIMESTAMP"));
      assertTrue(signatures.add(signature(next)), "once only");
    }
    assertEquals(clock.millis(), time(signer, "POST", ORDERS), "none is left");

    signer.signNext();
    clock.move(Duration.ofMillis(1_600));
    assertEquals(clock.millis(), time(signer, "POST", ORDERS), "too old");
    signer.signNext();
    clock.move(Duration.ofMillis(-100));
    assertEquals(clock.millis(), time(signer, "POST", ORDERS), "the clock was set back");

    signer.signNext();
    signer.refused();
    clock.move(Duration.ofMillis(1));
    assertEquals(clock.millis(), time(signer, "POST", ORDERS), "never after a refusal");
  }

  @Test
  void nativeAndJdkSignaturesAreWorthTheSame() throws GeneralSecurityException {
    byte[] text = "1781159348379POST/x".getBytes(UTF_8);
    for (KeyPair pair : new KeyPair[] {Keys.RSA, Keys.ED25519}) {
      var fastest = KalshiSignatures.fastest(pair.getPrivate());
      System.err.println(pair.getPrivate().getAlgorithm() + " native: " + fastest.isNative());
      for (var signatures :
          new KalshiSignatures[] {fastest, KalshiSignatures.byJdk(pair.getPrivate())}) {
        for (int i = 0; i < 3; i++) {
          assertTrue(verifies(pair.getPublic(), text, signatures.sign(text)));
        }
      }
    }
  }

  @Test
  void whatIsSignedAheadIsRenewedBeforeItIsOld() {
    var clock = new MovingClock("2026-11-20T10:00:00Z");
    var signer = new KalshiSigner(credentials(), clock, () -> Duration.ZERO);
    signer.signAhead("POST", ORDERS);
    for (int i = 0; i < 5; i++) {
      signer.signNext();
      clock.move(Duration.ofMillis(400));
    }
    assertEquals(400, clock.millis() - time(signer, "POST", ORDERS), "signed at the last turn");
  }

  private static String signature(Map<String, String> headers) {
    return Objects.requireNonNull(headers.get("KALSHI-ACCESS-SIGNATURE"));
  }

  private static long time(KalshiSigner signer, String method, String path) {
    return Long.parseLong(
        Objects.requireNonNull(signer.headers(method, path).get("KALSHI-ACCESS-TIMESTAMP")));
  }

  private static KalshiSettings.Credentials credentials() {
    return new KalshiSettings.Credentials("key-1", Keys.pkcs8(Keys.RSA));
  }

  private static Secret broken() {
    return Secret.of(
        "-----BEGIN RSA PRIVATE KEY-----\nTm90IGEga2V5\n-----END RSA PRIVATE KEY-----");
  }

  private static Map<String, String> headers(Secret pem) {
    var signer =
        new KalshiSigner(new KalshiSettings.Credentials("key-1", pem), CLOCK, () -> Duration.ZERO);
    return signer.headers("GET", PATH);
  }

  private static boolean verifies(PublicKey key, Map<String, String> headers, String text)
      throws GeneralSecurityException {
    String encoded = Objects.requireNonNull(headers.get("KALSHI-ACCESS-SIGNATURE"));
    return verifies(key, text.getBytes(UTF_8), Base64.getDecoder().decode(encoded));
  }

  private static boolean verifies(PublicKey key, byte[] text, byte[] signed)
      throws GeneralSecurityException {
    boolean rsa = key.getAlgorithm().equals("RSA");
    Signature signature = Signature.getInstance(rsa ? "RSASSA-PSS" : "Ed25519");
    if (rsa) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    }
    signature.initVerify(key);
    signature.update(text);
    return signature.verify(signed);
  }
}
