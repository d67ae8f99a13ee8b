package pairdesk.sandbox.wire.kalshi;

import java.security.PublicKey;
import java.time.Duration;
import pairdesk.sandbox.exchange.AccountId;

/**
 * What can be set of the Kalshi front.
 *
 * @param port 0 for a free one
 * @param account whose orders the key places
 * @param readLag how late the portfolio's lists of orders are
 */
public record KalshiOptions(
    int port, AccountId account, Credential credential, Limits limits, Duration readLag) {

  /** An API key. */
  public record Credential(String keyId, PublicKey key) {}
}
