package pairdesk.sandbox.wire.kalshi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Keys as text. */
final class Pem {
  static final String RSA = "RSA";
  static final String ED25519 = "Ed25519";

  private Pem() {}

  /** As the venue hands it out: PKCS#1 for RSA, PKCS#8 for Ed25519. */
  static String ofPrivate(PrivateKey key) {
    return key.getAlgorithm().equals(RSA)
        ? text("RSA PRIVATE KEY", pkcs1(key))
        : text("PRIVATE KEY", key.getEncoded());
  }

  private static byte[] pkcs1(PrivateKey key) {
    try {
      return PrivateKeyInfo.getInstance(key.getEncoded())
          .parsePrivateKey()
          .toASN1Primitive()
          .getEncoded();
    } catch (IOException e) {
      throw new IllegalStateException("a key of this JDK can always be encoded", e);
    }
  }

  private static String text(String label, byte[] encoded) {
    String base64 =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(encoded);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
  }

  /** Empty unless the text is an RSA or an Ed25519 key between {@code PUBLIC KEY} lines. */
  static Optional<PublicKey> publicKey(String pem) {
    return publicKey(pem, RSA).or(() -> publicKey(pem, ED25519));
  }

  private static Optional<PublicKey> publicKey(String pem, String algorithm) {
    if (!pem.strip().startsWith("-----BEGIN PUBLIC KEY-----")) {
      return Optional.empty();
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*?-----", ""));
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
