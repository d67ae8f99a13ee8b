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
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** Checks the three headers of a signed request. */
final class KalshiAuth {
  /** Five seconds are accepted, thirty refused; the limit between them is not known. */
  private static final Duration WINDOW = Duration.ofSeconds(15);

  private static final Logger LOG = LoggerFactory.getLogger(KalshiAuth.class);
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final String keyId;
  private final PublicKey key;

  KalshiAuth(String keyId, PublicKey key) {
    this.keyId = keyId;
    this.key = key;
  }

  /** The refusal, or nothing when the request is signed as it should be. */
  Optional<WireReply> refusal(WireRequest request) {
    String signature = request.header("KALSHI-ACCESS-SIGNATURE").orElse("");
    String timestamp = request.header("KALSHI-ACCESS-TIMESTAMP").orElse("");
    if (signature.isEmpty()) {
      return refused(
          new Problem(
              "signature_is_missing_from_headers", "signature is missing from headers", null));
    }
    if (!request.header("KALSHI-ACCESS-KEY").orElse("").equals(keyId)) {
      return refused(new Problem("authentication_error", "authentication_error", "NOT_FOUND"));
    }
    if (!isCurrent(timestamp, request.arrivedAt())) {
      return refused(new Problem("header_timestamp_expired", "header timestamp expired", null));
    }
    return verifies(timestamp + request.method() + request.path(), signature)
        ? Optional.empty()
        : refused(
            new Problem(
                "authentication_error", "authentication_error", "INCORRECT_API_KEY_SIGNATURE"));
  }

  private static Optional<WireReply> refused(Problem problem) {
    return Optional.of(Replies.nested(401, problem));
  }

  private static boolean isCurrent(String timestamp, Instant arrivedAt) {
    if (!timestamp.matches("\\d{1,15}")) {
      return false;
    }
    Instant signed = Instant.ofEpochMilli(Long.parseLong(timestamp));
    return Duration.between(signed, arrivedAt).abs().compareTo(WINDOW) <= 0;
  }

  private boolean verifies(String message, String base64) {
    try {
      Signature verifier = Signature.getInstance("RSASSA-PSS");
      verifier.setParameter(PSS);
      verifier.initVerify(key);
      verifier.update(message.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(Base64.getDecoder().decode(base64));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      LOG.atDebug().addKeyValue("cause", e.getMessage()).log("unreadable signature");
      return false;
    }
  }
}
