package pairdesk.venues.polymarket.chain;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpSigner;

/** Headers that say who asks the relayer. */
record RelayerHeaders(RelayerAccess access, InstantSource clock) implements HttpSigner {
  private static final String HMAC = "HmacSHA256";

  @Override
  public Map<String, String> headers(HttpCall call, String path) {
    return switch (access) {
      case RelayerAccess.Builder builder ->
          headers(builder, clock.instant(), call.method(), path, call.body());
      case RelayerAccess.RelayerKey key ->
          Map.of("RELAYER_API_KEY", key.key().reveal(), "RELAYER_API_KEY_ADDRESS", key.owner());
    };
  }

  /**
   * @param path without the query, which is not signed
   * @param body the very text that is sent
   */
  static Map<String, String> headers(
      RelayerAccess.Builder builder,
      Instant now,
      String method,
      String path,
      @Nullable String body) {
    String seconds = Long.toString(now.getEpochSecond());
    String signed = seconds + method + path + (body == null ? "" : body);
    return Map.of(
        "POLY_BUILDER_API_KEY", builder.key(),
        "POLY_BUILDER_PASSPHRASE", builder.passphrase().reveal(),
        "POLY_BUILDER_SIGNATURE", hmac(builder.secret().reveal(), signed),
        "POLY_BUILDER_TIMESTAMP", seconds);
  }

  private static String hmac(String secret, String signed) {
    String urlSafe = secret.replace('+', '-').replace('/', '_').replace("=", "");
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(urlSafe), HMAC));
      return Base64.getUrlEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
    }
  }
}
