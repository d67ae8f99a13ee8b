package pairdesk.sandbox.wire.polymarket.auth;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/**
 * The keys in force. A key follows from seed, address and nonce, so that a client keeps its key
 * when the sandbox starts again with the same seed.
 */
public final class ApiKeys {
  private final long seed;
  private final Map<String, ApiKey> byId = new ConcurrentHashMap<>();

  public ApiKeys(long seed) {
    this.seed = seed;
  }

  /** A new key; empty when this address already has one for this nonce. */
  public Optional<ApiKey> create(Address owner, BigInteger nonce) {
    ApiKey key = keyOf(owner, nonce);
    return byId.putIfAbsent(key.id(), key) == null ? Optional.of(key) : Optional.empty();
  }

  public Optional<ApiKey> derive(Address owner, BigInteger nonce) {
    return find(keyOf(owner, nonce).id());
  }

  /** The key of this address and nonce, created where it does not exist. */
  public ApiKey grant(Address owner, BigInteger nonce) {
    ApiKey key = keyOf(owner, nonce);
    byId.put(key.id(), key);
    return key;
  }

  public Optional<ApiKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public List<ApiKey> of(Address owner) {
    return byId.values().stream().filter(key -> key.owner().equals(owner)).toList();
  }

  public void delete(ApiKey key) {
    byId.remove(key.id());
  }

  private ApiKey keyOf(Address owner, BigInteger nonce) {
    byte[] secret = derived("secret", owner, nonce);
    return new ApiKey(
        owner,
        UUID.nameUUIDFromBytes(derived("id", owner, nonce)).toString(),
        Base64.getUrlEncoder().encodeToString(secret),
        Words.hex(derived("passphrase", owner, nonce)).substring(2));
  }

  private byte[] derived(String part, Address owner, BigInteger nonce) {
    String text = seed + "|" + part + "|" + owner.hex() + "|" + nonce;
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
