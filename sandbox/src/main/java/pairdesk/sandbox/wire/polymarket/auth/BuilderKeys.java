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

  /** Whose key signed a request with the builder headers; empty when none did. */
  public Optional<Address> caller(Headers headers, Authenticator.Call call) {
    var timestamp =
        headers
            .get("POLY_BUILDER_TIMESTAMP")
            .filter(sent -> Authenticator.isRecent(sent, call.arrivedAt()));
    if (timestamp.isEmpty()) {
      return Optional.empty();
    }
    String signed = timestamp.get() + call.method() + call.path() + call.body();
    return headers
        .get("POLY_BUILDER_API_KEY")
        .flatMap(keys::find)
        .filter(key -> isGiven(headers, "POLY_BUILDER_PASSPHRASE", key.passphrase()))
        .filter(key -> isGiven(headers, "POLY_BUILDER_SIGNATURE", Hmac.sign(key.secret(), signed)))
        .map(ApiKey::owner);
  }

  private static boolean isGiven(Headers headers, String name, String expected) {
    return Hmac.matches(expected, headers.get(name).orElse(""));
  }

  /** Withdraws all keys of the owner. */
  public void revoke(Address owner) {
    keys.of(owner).forEach(keys::delete);
  }
}
