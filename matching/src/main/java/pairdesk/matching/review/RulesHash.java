package pairdesk.matching.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import pairdesk.engine.market.Listing;

/** The fingerprint of what a person was shown: changes when either rule text does. */
public final class RulesHash {
  private RulesHash() {}

  /** SHA-256 in hex over both rule texts, each after its length in bytes. */
  public static String of(Listing left, Listing right) {
    MessageDigest digest = sha256();
    for (Listing side : new Listing[] {left, right}) {
      byte[] rules = side.texts().rules().getBytes(StandardCharsets.UTF_8);
      digest.update((rules.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(rules);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
