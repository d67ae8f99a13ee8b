package pairdesk.venues.polymarket.chain;

import java.math.BigInteger;

/**
 * A signed call that has not left yet.
 *
 * @param id hash of the transaction, or for the relayer of what was signed
 * @param nonce of the key or the wallet: only one call of a nonce is ever carried out
 * @param payload what is sent, as it is sent
 */
public record PreparedCall(String id, BigInteger nonce, String payload) {

  /** Without the payload: whoever has it can send it. */
  @Override
  public String toString() {
    return "PreparedCall[" + id + ", nonce " + nonce + "]";
  }
}
