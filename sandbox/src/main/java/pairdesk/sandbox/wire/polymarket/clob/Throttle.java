package pairdesk.sandbox.wire.polymarket.clob;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.signing.Address;

/**
 * The venue's budgets per signing key: one for orders, one for cancels, both of the Standard tier.
 * A batch is taken whole or not at all.
 */
final class Throttle {
  private static final String TIER = "Standard";
  private static final int ORDERS_PER_SECOND = 40;
  private static final int CANCELS_PER_SECOND = 80;

  private final InstantSource clock;
  private final Map<Address, TokenBucket> orders = new ConcurrentHashMap<>();
  private final Map<Address, TokenBucket> cancels = new ConcurrentHashMap<>();

  Throttle(InstantSource clock) {
    this.clock = clock;
  }

  /** The headers of the answer; refuses with 429 when the budget does not reach. */
  Map<String, String> order(Address signer, int count) {
    return take(bucket(orders, signer, ORDERS_PER_SECOND), count);
  }

  Map<String, String> cancel(Address signer, int count) {
    return take(bucket(cancels, signer, CANCELS_PER_SECOND), count);
  }

  /** For cancels whose number is known only afterwards. */
  void chargeCancelled(Address signer, int count) {
    bucket(cancels, signer, CANCELS_PER_SECOND).charge(count, clock.instant());
  }

  private Map<String, String> take(TokenBucket bucket, int count) {
    Instant now = clock.instant();
    boolean taken = bucket.take(count, now);
    var headers = new HashMap<String, String>();
    headers.put("Poly-RateLimit-Remaining", Long.toString(bucket.remaining()));
    headers.put(
        "Poly-RateLimit-Reset", Long.toString(now.plus(bucket.untilFull()).getEpochSecond()));
    headers.put("Poly-RateLimit-Tier", TIER);
    if (!taken) {
      long seconds = Math.ceilDiv(bucket.until(count).toMillis(), 1_000L);
      headers.put("Retry-After", Long.toString(Math.max(1, seconds)));
      throw new HttpRefusal(429, Json.object().put("error", "Too Many Requests"), headers);
    }
    return headers;
  }

  private TokenBucket bucket(Map<Address, TokenBucket> buckets, Address signer, int perSecond) {
    return buckets.computeIfAbsent(
        signer, _ -> new TokenBucket(perSecond, perSecond * 3 / 2, clock.instant()));
  }
}
