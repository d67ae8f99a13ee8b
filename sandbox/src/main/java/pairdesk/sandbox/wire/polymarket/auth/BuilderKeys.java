package pairdesk.sandbox.wire.polymarket.auth;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import pairdesk.sandbox.wire.polymarket.signing.Address;

/** Keys of the builder program: they open the relayer and sign no orders. */
public final class BuilderKeys {
  private final ApiKeys keys;
  private final AtomicLong made = new AtomicLong();

  public BuilderKeys(long seed) {
    this.keys = new ApiKeys(~seed);
  }

  public ApiKey create(Address owner) {
    return keys.grant(owner, BigInteger.valueOf(made.getAndIncrement()));
  }

  public List<ApiKey> of(Address owner) {
    return keys.of(owner);
  }

  public Optional<ApiKey> find(String id) {
    return keys.find(id);
  }

  /** Withdraws all keys of the owner. */
  public void revoke(Address owner) {
    keys.of(owner).forEach(keys::delete);
  }
}
