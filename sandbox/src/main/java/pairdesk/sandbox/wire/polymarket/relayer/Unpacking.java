package pairdesk.sandbox.wire.polymarket.relayer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.ContractCall;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/** The calls inside a call that carries several. */
final class Unpacking {
  private static final int WORD = 32;
  private static final int ADDRESS = 20;
  private static final String MULTI_SEND = AbiWords.selector("multiSend(bytes)");
  private static final String PROXY = AbiWords.selector("proxy((uint8,address,uint256,bytes)[])");

  private Unpacking() {}

  /**
   * What a multi-send contract is given: operation, address, value, length and data of each call,
   * without gaps.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  static List<ContractCall> multiSend(String data) {
    require(data.startsWith(MULTI_SEND));
    var words = new AbiWords(Words.bytes(data));
    int at = words.place(0);
    byte[] packed = words.bytes(at + WORD, words.length(at));
    var calls = new ArrayList<ContractCall>();
    int next = 0;
    while (next < packed.length) {
      int length = number(packed, next + 1 + ADDRESS + WORD).intValueExact();
      int begin = next + 1 + ADDRESS + 2 * WORD;
      require(packed[next] == 0 && number(packed, next + 1 + ADDRESS).signum() == 0);
      calls.add(
          new ContractCall(
              new Address(Words.hex(part(packed, next + 1, ADDRESS))),
              Words.hex(part(packed, begin, length))));
      next = begin + length;
    }
    return calls;
  }

  /**
   * What the factory of proxies is given: a list of kind, address, value and data.
   *
   * @throws IllegalArgumentException when it is anything else
   */
  static List<ContractCall> proxy(String data) {
    require(data.startsWith(PROXY));
    var words = new AbiWords(Words.bytes(data));
    int list = words.place(0);
    int first = list + WORD;
    var calls = new ArrayList<ContractCall>();
    for (int i = 0; i < words.length(list); i++) {
      int call = words.place(first + i * WORD, first);
      require(new BigInteger(1, words.bytes(call, WORD)).equals(BigInteger.ONE));
      int bytes = words.place(call + 3 * WORD, call);
      calls.add(
          new ContractCall(
              new Address(Words.hex(words.bytes(call + 2 * WORD - ADDRESS, ADDRESS))),
              Words.hex(words.bytes(bytes + WORD, words.length(bytes)))));
    }
    return calls;
  }

  private static BigInteger number(byte[] packed, int at) {
    return new BigInteger(1, part(packed, at, WORD));
  }

  private static byte[] part(byte[] packed, int at, int length) {
    require(length >= 0 && at + length <= packed.length);
    return Arrays.copyOfRange(packed, at, at + length);
  }

  private static void require(boolean is) {
    if (!is) {
      throw new IllegalArgumentException("not understood");
    }
  }
}
