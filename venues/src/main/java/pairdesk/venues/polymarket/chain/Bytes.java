package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** Bytes as the chain writes them: hex with 0x, words of 32 bytes, Keccak hashes. */
final class Bytes {
  static final int WORD = 32;
  static final int ADDRESS = 20;

  private Bytes() {}

  /**
   * @throws IllegalArgumentException when the text is not 0x and this many bytes
   */
  static byte[] parse(String hex, int length) {
    if (!hex.startsWith("0x") || hex.length() != 2 + 2 * length) {
      throw new IllegalArgumentException("want 0x and " + 2 * length + " hex digits: " + hex);
    }
    return HexFormat.of().parseHex(hex, 2, hex.length());
  }

  /** Of any whole number of bytes. */
  static byte[] parse(String hex) {
    return parse(hex, (hex.length() - 2) / 2);
  }

  static String hex(byte[] bytes) {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  static byte[] word(BigInteger value) {
    return Numeric.toBytesPadded(value, WORD);
  }

  static byte[] word(long value) {
    return word(BigInteger.valueOf(value));
  }

  static byte[] address(String hex) {
    return parse(hex, ADDRESS);
  }

  static byte[] addressWord(String hex) {
    return concat(new byte[WORD - ADDRESS], address(hex));
  }

  static byte[] concat(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] whole = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  static byte[] keccak(byte[]... parts) {
    return Hash.sha3(concat(parts));
  }

  static byte[] keccak(String text) {
    return keccak(text.getBytes(StandardCharsets.UTF_8));
  }
}
