package pairdesk.engine.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * Derives our order ids: the same account, execution, leg, purpose and attempt give the same id in
 * every process, so that a restarted one finds its orders and a venue that refuses known ids
 * refuses the second copy.
 *
 * <p>Example: {@code pd} and 32 characters of base-32, 160 bits of a SHA-256.
 */
public final class ClientOrderIds {
  private static final Pattern OURS = Pattern.compile("pd[a-z2-7]{32}");
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BYTES = 20;
  private static final MessageDigest EMPTY_SHA_256 = emptySha256();

  private ClientOrderIds() {}

  /**
   * @param account label of the account that this database belongs to
   */
  public static ClientOrderId derive(String account, OrderIntent.Origin origin) {
    String key =
        String.join(
            "\n",
            account,
            origin.execution().value(),
            Integer.toString(origin.leg()),
            origin.purpose().name(),
            Integer.toString(origin.attempt()));
    return new ClientOrderId("pd" + base32(sha256(key)));
  }

  /** Whether an id that a venue reports looks like one that we derive. */
  public static boolean isOurs(ClientOrderId id) {
    return OURS.matcher(id.value()).matches();
  }

  private static byte[] sha256(String text) {
    try {
      var digest = (MessageDigest) EMPTY_SHA_256.clone();
      return digest.digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("a SHA-256 that has begun can be copied", e);
    }
  }

  /** Copied for each id: to ask the platform for one takes longer than the digest. */
  private static MessageDigest emptySha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Five bits a character; 20 bytes are exactly 32 characters. */
  private static String base32(byte[] digest) {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < BYTES; i++) {
      buffer = (buffer << 8) | (digest[i] & 0xff);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(ALPHABET.charAt((buffer >> bits) & 31));
      }
      buffer &= (1 << bits) - 1;
    }
    return text.toString();
  }
}
