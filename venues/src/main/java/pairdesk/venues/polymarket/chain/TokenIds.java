package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;

/**
 * The ids of a question and of its outcomes' shares, computed as the ConditionalTokens contract
 * does (Gnosis CTHelpers): a collection's id is the compressed point of the curve alt_bn128 that
 * lies next to a hash, of its two the one with the hash's parity.
 */
final class TokenIds {
  private static final BigInteger FIELD =
      new BigInteger(
          "21888242871839275222246405745257275088696311157297823662689037894645226208583");
  private static final BigInteger CURVE_B = BigInteger.valueOf(3);
  private static final BigInteger ROOT_EXPONENT = FIELD.add(BigInteger.ONE).shiftRight(2);
  private static final int ODD_POINT_BIT = 254;
  private static final int OUTCOMES = 2;

  private TokenIds() {}

  /**
   * @param oracle address that answers the question
   * @param question 32 bytes in hex
   */
  static ConditionId condition(String oracle, String question) {
    return new ConditionId(
        Bytes.hex(
            Bytes.keccak(
                Bytes.address(oracle), Bytes.parse(question, Bytes.WORD), Bytes.word(OUTCOMES))));
  }

  /**
   * @param indexSet 1 for the first outcome, 2 for the second
   */
  static byte[] collection(ConditionId condition, int indexSet) {
    var hash = new BigInteger(1, Bytes.keccak(condition.bytes(), Bytes.word(indexSet)));
    boolean odd = hash.testBit(255);
    BigInteger x = hash.mod(FIELD);
    BigInteger square;
    BigInteger y;
    do {
      x = x.add(BigInteger.ONE).mod(FIELD);
      square = x.modPow(BigInteger.valueOf(3), FIELD).add(CURVE_B).mod(FIELD);
      y = square.modPow(ROOT_EXPONENT, FIELD);
    } while (!y.multiply(y).mod(FIELD).equals(square));
    return Bytes.word(odd ? x.flipBit(ODD_POINT_BIT) : x);
  }

  /**
   * The id of one outcome's shares.
   *
   * @param collateral address of the token inside the position: USDC.e for standard markets, the
   *     wrapped collateral for neg-risk markets
   */
  static BigInteger token(String collateral, ConditionId condition, int indexSet) {
    return new BigInteger(
        1, Bytes.keccak(Bytes.address(collateral), collection(condition, indexSet)));
  }
}
