package pairdesk.sandbox.wire.polymarket.auth;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.KeyRequest;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/** Decides from a request's headers who is calling. Empty answers become HTTP 401. */
public final class Authenticator {
  /** The venue does not say how far a client's clock may be off; a minute is generous. */
  private static final Duration ALLOWED_SKEW = Duration.ofSeconds(60);

  private final ApiKeys keys;

  public Authenticator(ApiKeys keys) {
    this.keys = keys;
  }

  /**
   * What a private request's signature covers, and when the request came.
   *
   * @param path without host and without query
   * @param body exactly as received; empty when there is none
   */
  public record Call(String method, String path, String body, Instant arrivedAt) {}

  /** The wallet that asks for a key, proved by its signature. */
  public Optional<KeyRequest> level1(Headers headers, Instant arrivedAt) {
    try {
      var address = headers.get("POLY_ADDRESS").map(Address::new);
      var signature = headers.get("POLY_SIGNATURE").map(Words::bytes);
      var timestamp = headers.get("POLY_TIMESTAMP").filter(t -> isRecent(t, arrivedAt));
      if (address.isEmpty() || signature.isEmpty() || timestamp.isEmpty()) {
        return Optional.empty();
      }
      var nonce = new BigInteger(headers.get("POLY_NONCE").orElse("0"));
      var request = new KeyRequest(address.get(), timestamp.get(), nonce);
      return Optional.of(request).filter(r -> r.matches(signature.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The API key that signed a private request. */
  public Optional<ApiKey> level2(Headers headers, Call call) {
    var timestamp = headers.get("POLY_TIMESTAMP").filter(sent -> isRecent(sent, call.arrivedAt()));
    var signature = headers.get("POLY_SIGNATURE");
    if (timestamp.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    String signed = timestamp.get() + call.method() + call.path() + call.body();
    return headers
        .get("POLY_API_KEY")
        .flatMap(keys::find)
        .filter(key -> key.owner().hex().equalsIgnoreCase(headers.get("POLY_ADDRESS").orElse("")))
        .filter(key -> Hmac.matches(key.passphrase(), headers.get("POLY_PASSPHRASE").orElse("")))
        .filter(key -> Hmac.matches(Hmac.sign(key.secret(), signed), signature.get()));
  }

  /** The three values that open the user channel of the WebSocket. */
  public Optional<ApiKey> credentials(String id, String secret, String passphrase) {
    return keys.find(id)
        .filter(key -> Hmac.matches(key.secret(), secret))
        .filter(key -> Hmac.matches(key.passphrase(), passphrase));
  }

  static boolean isRecent(String seconds, Instant arrivedAt) {
    if (!seconds.matches("[0-9]{1,12}")) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(seconds));
    return Duration.between(sent, arrivedAt).abs().compareTo(ALLOWED_SKEW) <= 0;
  }
}
