package pairdesk.engine.venue;

import java.math.BigInteger;
import pairdesk.engine.money.Usd;

/**
 * A signed call that redeems shares, before it is sent.
 *
 * @param id by which it is found again, at the venue and in our books
 * @param claim what it is for
 * @param nonce of all calls with this number one at most is ever carried out
 * @param payload what is sent, as it is sent
 * @param pays what it brings by itself; zero for a call that only prepares the next one
 */
public record PreparedRedeem(String id, Claim claim, BigInteger nonce, String payload, Usd pays) {

  /** Without the payload: whoever has it can send it. */
  @Override
  public String toString() {
    return "PreparedRedeem[" + id + ", " + claim + ", nonce " + nonce + "]";
  }
}
