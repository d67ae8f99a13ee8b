package pairdesk.sandbox.wire.kalshi;

import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The account's API keys. Safe from any thread. */
final class KeyRing {
  private final Limits limits;
  private final InstantSource clock;
  private final Map<String, ApiKey> keys = new ConcurrentSkipListMap<>();

  KeyRing(KalshiOptions.Credential first, Limits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    add(first.keyId(), "trader", first.key(), ApiKey.FULL);
  }

  void add(String id, String name, PublicKey key, List<String> scopes) {
    var budgets = ApiKey.Budgets.full(limits, clock.instant());
    keys.put(id, new ApiKey(id, name, key, scopes, budgets));
  }

  Optional<ApiKey> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** False when there is no such key. */
  boolean remove(String id) {
    return keys.remove(id) != null;
  }

  List<ApiKey> all() {
    return List.copyOf(keys.values());
  }
}
