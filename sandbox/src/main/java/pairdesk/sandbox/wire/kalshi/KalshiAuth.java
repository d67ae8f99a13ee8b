package pairdesk.sandbox.wire.kalshi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** Checks the three headers of a signed request. */
final class KalshiAuth {
  /** Five seconds are accepted, thirty refused; the limit between them is not known. */
  private static final Duration WINDOW = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(KalshiAuth.class);
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final KeyRing keys;

  KalshiAuth(KeyRing keys) {
    this.keys = keys;
  }

  /**
   * The key that signed the request.
   *
   * @throws Refused with the venue's words when it is not signed as it should be
   */
  ApiKey signer(WireRequest request) {
    String signature = request.header("KALSHI-ACCESS-SIGNATURE").orElse("");
    String timestamp = request.header("KALSHI-ACCESS-TIMESTAMP").orElse("");
    if (signature.isEmpty()) {
      throw refused("signature_is_missing_from_headers", "signature is missing from headers");
    }
    Optional<ApiKey> key = request.header("KALSHI-ACCESS-KEY").flatMap(keys::find);
    if (key.isEmpty()) {
      throw unauthenticated("NOT_FOUND");
    }
    if (!isCurrent(timestamp, request.arrivedAt())) {
      throw refused("header_timestamp_expired", "header timestamp expired");
    }
    if (!verifies(key.get().key(), timestamp + request.method() + request.path(), signature)) {
      throw unauthenticated("INCORRECT_API_KEY_SIGNATURE");
    }
    return key.get();
  }

  private static Refused refused(String code, String message) {
    return Refused.nested(401, new Problem(code, message, null));
  }

  private static Refused unauthenticated(String details) {
    return Refused.nested(
        401, new Problem("authentication_error", "authentication_error", details));
  }

  private static boolean isCurrent(String timestamp, Instant arrivedAt) {
    if (!timestamp.matches("\\d{1,15}")) {
      return false;
    }
    Instant signed = Instant.ofEpochMilli(Long.parseLong(timestamp));
    return Duration.between(signed, arrivedAt).abs().compareTo(WINDOW) <= 0;
  }

  private static boolean verifies(PublicKey key, String message, String base64) {
    try {
      Signature verifier = verifier(key);
      verifier.initVerify(key);
      verifier.update(message.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(Base64.getDecoder().decode(base64));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      LOG.atDebug().addKeyValue("cause", e.getMessage()).log("unreadable signature");
      return false;
    }
  }

  private static Signature verifier(PublicKey key) throws GeneralSecurityException {
    if (!key.getAlgorithm().equals(Pem.RSA)) {
      return Signature.getInstance(Pem.ED25519);
    }
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(PSS);
    return verifier;
  }
}
