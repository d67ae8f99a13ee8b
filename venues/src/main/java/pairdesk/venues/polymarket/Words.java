package pairdesk.venues.polymarket;

import java.math.BigInteger;

/** The words of 32 bytes that a struct is hashed from, in one array, filled from the first on. */
final class Words {
  private static final int WORD = Eip712.WORD;

  private final byte[] bytes;
  private int end;

  Words(int words) {
    this.bytes = new byte[words * WORD];
  }

  Words word(byte[] word) {
    System.arraycopy(word, 0, bytes, end, WORD);
    end += WORD;
    return this;
  }

  /**
   * @param value not negative
   */
  Words uint(long value) {
    end += WORD;
    long rest = value;
    for (int i = end - 1; rest != 0; i--) {
      bytes[i] = (byte) rest;
      rest >>>= 8;
    }
    return this;
  }

  Words uint(BigInteger value) {
    return word(Eip712.uint(value));
  }

  byte[] hash() {
    if (end != bytes.length) {
      throw new IllegalStateException(end + " of " + bytes.length + " bytes are filled");
    }
    return Eip712.keccak(bytes);
  }
}
