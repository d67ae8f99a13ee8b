package pairdesk.sandbox.wire.polymarket.auth;

import pairdesk.sandbox.wire.polymarket.signing.Address;

/**
 * Credentials of one API key. They always belong to the key that signs, not to its wallets.
 *
 * @param secret base64, as it is handed out
 */
public record ApiKey(Address owner, String id, String secret, String passphrase) {

  @Override
  public String toString() {
    return "ApiKey[" + owner + ", " + id + "]";
  }
}
