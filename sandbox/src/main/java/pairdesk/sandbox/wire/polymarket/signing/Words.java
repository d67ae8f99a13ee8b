package pairdesk.sandbox.wire.polymarket.signing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.web3j.crypto.Hash;

/** Bytes as the chain packs them: 32-byte big-endian words, Keccak-256, hexadecimal text. */
public final class Words {
  private static final HexFormat HEX = HexFormat.of();
  private static final int WORD = 32;

  private Words() {}

  public static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  public static byte[] keccak(byte[]... parts) {
    return Hash.sha3(concat(parts));
  }

  public static byte[] keccak(String text) {
    return Hash.sha3(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws IllegalArgumentException when the number is negative or needs more than 256 bits
   */
  public static byte[] word(BigInteger number) {
    if (number.signum() < 0 || number.bitLength() > 8 * WORD) {
      throw new IllegalArgumentException("no uint256: " + number);
    }
    byte[] bytes = number.toByteArray();
    int from = Math.max(0, bytes.length - WORD);
    return padded(Arrays.copyOfRange(bytes, from, bytes.length));
  }

  static byte[] word(long number) {
    return word(BigInteger.valueOf(number));
  }

  static byte[] word(Address address) {
    return padded(address.bytes());
  }

  /** The EIP-712 digest: what is really signed. */
  static byte[] digest(byte[] domainSeparator, byte[] structHash) {
    return keccak(new byte[] {0x19, 0x01}, domainSeparator, structHash);
  }

  /** What is signed of a hash that a person is shown. */
  static byte[] personal(byte[] hash) {
    return keccak(ascii("\u0019Ethereum Signed Message:\n32"), hash);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public static String hex(byte[] bytes) {
    return "0x" + HEX.formatHex(bytes);
  }

  /**
   * @throws IllegalArgumentException when the text is no even number of hexadecimal digits
   */
  public static byte[] bytes(String hex) {
    return HEX.parseHex(hex.startsWith("0x") ? hex.substring(2) : hex);
  }

  private static byte[] padded(byte[] bytes) {
    byte[] word = new byte[WORD];
    System.arraycopy(bytes, 0, word, WORD - bytes.length, bytes.length);
    return word;
  }
}
