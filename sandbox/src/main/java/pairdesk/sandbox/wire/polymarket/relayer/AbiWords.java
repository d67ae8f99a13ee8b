package pairdesk.sandbox.wire.polymarket.relayer;

import java.math.BigInteger;
import java.util.Arrays;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/** Arguments of a contract's function: words of 32 bytes, longer ones named by their place. */
final class AbiWords {
  private static final int WORD = 32;
  private static final int SELECTOR = 4;

  private final byte[] data;

  /**
   * @param data selector and arguments
   */
  AbiWords(byte[] data) {
    this.data = data.clone();
  }

  /** The first four bytes of a function's hash, as they begin a call. */
  static String selector(String function) {
    return Words.hex(Words.keccak(function)).substring(0, 2 + 2 * SELECTOR);
  }

  BigInteger number(int word) {
    return new BigInteger(1, bytes(word * WORD, WORD));
  }

  boolean flag(int word) {
    return number(word).signum() != 0;
  }

  String hex(int word) {
    return Words.hex(bytes(word * WORD, WORD));
  }

  Address address(int word) {
    return new Address(Words.hex(bytes(word * WORD + 12, 20)));
  }

  /** How many bytes from the first argument on the word points. */
  int place(int word) {
    return place(word * WORD, 0);
  }

  /** The same for a place that is counted from elsewhere. */
  int place(int at, int countedFrom) {
    return Math.addExact(countedFrom, new BigInteger(1, bytes(at, WORD)).intValueExact());
  }

  int length(int at) {
    return place(at, 0);
  }

  /**
   * @throws IllegalArgumentException when there are not so many bytes
   */
  byte[] bytes(int at, int length) {
    int from = Math.addExact(SELECTOR, at);
    int to = Math.addExact(from, length);
    if (at < 0 || length < 0 || to > data.length) {
      throw new IllegalArgumentException("arguments are cut short");
    }
    return Arrays.copyOfRange(data, from, to);
  }
}
