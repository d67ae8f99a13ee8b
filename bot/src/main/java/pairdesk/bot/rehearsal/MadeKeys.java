package pairdesk.bot.rehearsal;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import pairdesk.venues.net.Secret;

/** Keys that open nothing. */
public final class MadeKeys {
  public static final String POLYMARKET = "46".repeat(32);
  public static final String API_SECRET = "bWFkZSB1cCBmb3IgYSBiZW5jaG1hcms=";
  public static final KeyPair KALSHI = pair();

  private MadeKeys() {}

  static Secret kalshiPem() {
    String body = Base64.getMimeEncoder().encodeToString(KALSHI.getPrivate().getEncoded());
    return Secret.of("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2_048);
      return keys.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("RSA is part of every Java platform", e);
    }
  }
}
