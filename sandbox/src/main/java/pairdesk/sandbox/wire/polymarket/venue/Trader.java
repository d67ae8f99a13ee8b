package pairdesk.sandbox.wire.polymarket.venue;

import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Wallets;

/**
 * Who trades: the key that signs, the wallet that holds the money, and their account.
 *
 * @param funder one of the owner's wallets
 */
public record Trader(Address owner, Address funder, AccountId account) {

  public Trader {
    if (!Wallets.of(owner).holds(funder)) {
      throw new IllegalArgumentException(funder + " is no wallet of " + owner);
    }
  }
}
