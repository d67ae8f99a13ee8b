package pairdesk.sandbox.catalogue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids in the venues' shapes, the same for the same name. */
final class MadeUpIds {
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  private MadeUpIds() {}

  /** 0x and 64 hex digits. */
  static String hash(String name) {
    return "0x" + HexFormat.of().formatHex(digest(name));
  }

  /** A decimal number of 256 bits. */
  static String token(String name) {
    return new BigInteger(1, digest(name)).toString();
  }

  /** A decimal number of seven digits. */
  static String number(String name) {
    return new BigInteger(1, digest(name)).mod(MILLION).add(MILLION).toString();
  }

  private static byte[] digest(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
