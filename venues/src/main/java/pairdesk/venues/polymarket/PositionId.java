package pairdesk.venues.polymarket;

import java.math.BigInteger;

/**
 * The shape of an id of the position ledger: eight bits of module (1 binary, 2 neg-risk, 3
 * combinatorial), 144 bits of base and arity, 64 zero bits, 40 bits of chain, condition and
 * outcome. The ids of conditional tokens are hashes, which have no such gap. Source: client
 * packages of 2026.
 */
final class PositionId {
  private static final int BITS = 256;
  private static final int MODULE_AT = 248;
  private static final int LAST_MODULE = 3;
  private static final int GAP_AT = 40;
  private static final BigInteger GAP = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private PositionId() {}

  /** Whether the token is one of the ledger, whose orders are of version 3. */
  static boolean isOne(BigInteger tokenId) {
    if (tokenId.bitLength() > BITS) {
      return false;
    }
    int module = tokenId.shiftRight(MODULE_AT).intValue();
    return module >= 1
        && module <= LAST_MODULE
        && tokenId.shiftRight(GAP_AT).and(GAP).signum() == 0;
  }
}
