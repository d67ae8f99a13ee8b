package pairdesk.sandbox.wire.kalshi;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;

/**
 * An API key with its own budgets.
 *
 * @param scopes what it may do, {@code read} and {@code write} with all their parts
 */
record ApiKey(String id, String name, PublicKey key, List<String> scopes, Budgets budgets) {
  static final List<String> FULL = List.of("read", "write");
  static final List<String> SCOPES =
      List.of(
          "read",
          "write",
          "read::portfolio_balance",
          "read::block_trade_accept",
          "write::trade",
          "write::transfer",
          "write::block_trade_accept");

  ApiKey {
    scopes = List.copyOf(scopes);
  }

  /** Tokens of one key for reading and for writing. */
  record Budgets(Bucket reads, Bucket writes) {
    static Budgets full(Limits limits, Instant now) {
      return new Budgets(new Bucket(limits.read(), now), new Bucket(limits.write(), now));
    }
  }

  /**
   * @param scope {@code write::trade}, or a whole one such as {@code read}
   */
  boolean may(String scope) {
    return scopes.contains(scope) || scopes.contains(scope.replaceAll("::.*", ""));
  }
}
