package pairdesk.venues.net;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The seal of a request by a shared secret: HMAC-SHA256 in URL-safe base64, with its padding. */
public final class RequestHmac {
  private static final String ALGORITHM = "HmacSHA256";

  private RequestHmac() {}

  /**
   * @param secret base64 of either alphabet, with or without padding
   * @param seconds of the epoch
   * @param path without the query, which is not sealed
   * @param body the very text that is sent
   * @throws IllegalArgumentException when the secret is no base64
   */
  public static String of(
      Secret secret, String seconds, String method, String path, @Nullable String body) {
    String sealed = seconds + method + path + (body == null ? "" : body);
    byte[] key = Base64.getUrlDecoder().decode(urlSafe(secret.reveal()));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getUrlEncoder()
          .encodeToString(mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
    }
  }

  private static String urlSafe(String base64) {
    return base64.replace('+', '-').replace('/', '_').replace("=", "");
  }
}
