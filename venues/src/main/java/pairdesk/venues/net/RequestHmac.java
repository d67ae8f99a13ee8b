package pairdesk.venues.net;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The seal of requests by a shared secret: HMAC-SHA256 in URL-safe base64, with its padding. Keeps
 * what it has prepared for one request for the next. Safe for many threads.
 */
public final class RequestHmac {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final Queue<Mac> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param secret base64 of either alphabet, with or without padding
   * @throws IllegalArgumentException when the secret is no base64
   */
  public RequestHmac(Secret secret) {
    this.key =
        new SecretKeySpec(Base64.getUrlDecoder().decode(urlSafe(secret.reveal())), ALGORITHM);
  }

  /**
   * @param seconds of the epoch
   * @param path without the query, which is not sealed
   * @param body the very text that is sent
   */
  public String of(String seconds, String method, String path, @Nullable String body) {
    String sealed = seconds + method + path + (body == null ? "" : body);
    Mac waiting = idle.poll();
    Mac mac = waiting == null ? ready() : waiting;
    byte[] seal = mac.doFinal(sealed.getBytes(StandardCharsets.UTF_8));
    idle.add(mac);
    return Base64.getUrlEncoder().encodeToString(seal);
  }

  private Mac ready() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", e);
    }
  }

  private static String urlSafe(String base64) {
    return base64.replace('+', '-').replace('/', '_').replace("=", "");
  }
}
