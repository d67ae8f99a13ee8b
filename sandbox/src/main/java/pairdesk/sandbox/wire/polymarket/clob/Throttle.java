package pairdesk.sandbox.wire.polymarket.clob;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pairdesk.sandbox.exchange.VenueModes.Budgets;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.venue.EngineMode;

/**
 * The venue's budgets per signing key: one for orders, one for cancels, both of the Standard tier.
 * A batch is taken whole or not at all.
 */
final class Throttle {
  private static final String TIER = "Standard";

  private final InstantSource clock;
  private final EngineMode mode;
  private final Map<Holder, TokenBucket> orders = new ConcurrentHashMap<>();
  private final Map<Holder, TokenBucket> cancels = new ConcurrentHashMap<>();

  /** A key under the budgets in force: with others it starts afresh. */
  private record Holder(Address signer, Budgets budgets) {}

  Throttle(InstantSource clock, EngineMode mode) {
    this.clock = clock;
    this.mode = mode;
  }

  /** The headers of the answer; refuses with 429 when the budget does not reach. */
  Map<String, String> order(Address signer, int count) {
    return take(orders(signer), count);
  }

  Map<String, String> cancel(Address signer, int count) {
    return take(cancels(signer), count);
  }

  /** For cancels whose number is known only afterwards. */
  void chargeCancelled(Address signer, int count) {
    cancels(signer).charge(count, clock.instant());
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

  private TokenBucket orders(Address signer) {
    return orders.computeIfAbsent(
        new Holder(signer, mode.budgets()), holder -> fresh(holder.budgets().orders()));
  }

  private TokenBucket cancels(Address signer) {
    return cancels.computeIfAbsent(
        new Holder(signer, mode.budgets()), holder -> fresh(holder.budgets().cancels()));
  }

  private TokenBucket fresh(int perSecond) {
    return new TokenBucket(perSecond, Math.ceilDiv(perSecond * 3, 2), clock.instant());
  }
}
