package pairdesk.sandbox.wire.polymarket.signing;

import java.util.Locale;

/**
 * One word of the chain.
 *
 * @param hex 0x and 64 hexadecimal digits in lower case
 */
public record Bytes32(String hex) {
  public static final Bytes32 ZERO = new Bytes32("0x" + "0".repeat(64));

  public Bytes32 {
    hex = hex.toLowerCase(Locale.ROOT);
    if (!hex.matches("0x[0-9a-f]{64}")) {
      throw new IllegalArgumentException("no 32 bytes: " + hex);
    }
  }
}
