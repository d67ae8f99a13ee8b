package pairdesk.sandbox.wire.polymarket.signing;

import java.util.Arrays;
import java.util.Locale;
import org.web3j.crypto.Keys;

/**
 * A chain address.
 *
 * @param hex 0x and 40 hexadecimal digits in lower case
 */
public record Address(String hex) {
  private static final int LENGTH = 20;

  public Address {
    hex = hex.toLowerCase(Locale.ROOT);
    if (!hex.matches("0x[0-9a-f]{40}")) {
      throw new IllegalArgumentException("no address: " + hex);
    }
  }

  static Address of(byte[] bytes) {
    return new Address(Words.hex(bytes));
  }

  /** The contract that a factory deploys with CREATE2. */
  static Address create2(Address factory, byte[] salt, byte[] initCodeHash) {
    byte[] hash = Words.keccak(new byte[] {(byte) 0xff}, factory.bytes(), salt, initCodeHash);
    return of(Arrays.copyOfRange(hash, hash.length - LENGTH, hash.length));
  }

  public byte[] bytes() {
    return Words.bytes(hex);
  }

  /** With the mixed case that carries a checksum, as the venue writes addresses. */
  @Override
  public String toString() {
    return Keys.toChecksumAddress(hex);
  }
}
