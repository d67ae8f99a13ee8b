package pairdesk.venues.polymarket;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** The little of EIP-712 that orders and log-ins need: words of 32 bytes and their hashes. */
final class Eip712 {
  static final int WORD = 32;
  private static final byte[] PREFIX = {0x19, 0x01};

  private Eip712() {}

  /** Keccak-256 of the parts in a row. */
  static byte[] keccak(byte[]... parts) {
    var digest = new KeccakDigest(256);
    for (byte[] part : parts) {
      digest.update(part, 0, part.length);
    }
    byte[] hash = new byte[WORD];
    digest.doFinal(hash, 0);
    return hash;
  }

  /** The hash of a text: of a type's definition, or of a string member. */
  static byte[] text(String text) {
    return keccak(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] uint(long value) {
    return uint(BigInteger.valueOf(value));
  }

  static byte[] uint(BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new IllegalArgumentException("no uint256: " + value);
    }
    byte[] bytes = value.toByteArray();
    byte[] word = new byte[WORD];
    int length = Math.min(bytes.length, WORD);
    System.arraycopy(bytes, bytes.length - length, word, WORD - length, length);
    return word;
  }

  /** An address, left-padded to a word. */
  static byte[] address(String hex) {
    byte[] word = new byte[WORD];
    System.arraycopy(bytes(hex, 20), 0, word, WORD - 20, 20);
    return word;
  }

  static byte[] bytes32(String hex) {
    return bytes(hex, WORD);
  }

  static byte[] bytes(String hex, int length) {
    if (!hex.startsWith("0x") || hex.length() != 2 + 2 * length) {
      throw new IllegalArgumentException("want 0x and " + 2 * length + " hex digits: " + hex);
    }
    return HexFormat.of().parseHex(hex, 2, hex.length());
  }

  static String hex(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  /** What is signed: the domain's and the struct's hash behind the standard's two bytes. */
  static byte[] digest(byte[] domainSeparator, byte[] structHash) {
    return keccak(PREFIX, domainSeparator, structHash);
  }
}
