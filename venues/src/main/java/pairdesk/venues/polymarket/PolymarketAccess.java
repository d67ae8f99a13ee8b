package pairdesk.venues.polymarket;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.TokenBucket;
import pairdesk.venues.net.Toll;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;

/**
 * The API credentials of our key: those of the settings, or those that the venue gives when they
 * are first needed. So a desk starts while the venue is away. Safe for many threads; when two log
 * in at once the venue gives both the same.
 */
final class PolymarketAccess {
  private final AtomicReference<@Nullable ApiCredentials> known;
  private final Supplier<ApiCredentials> login;

  private PolymarketAccess(@Nullable ApiCredentials known, Supplier<ApiCredentials> login) {
    this.known = new AtomicReference<>(known);
    this.login = login;
  }

  static PolymarketAccess of(
      Transport transport, PolymarketSettings settings, PolymarketSigner signer, Chance chance) {
    PolymarketSettings.Account account = settings.account();
    return new PolymarketAccess(
        account == null ? null : account.credentials(),
        () -> login(transport, settings, signer, chance));
  }

  static PolymarketAccess of(ApiCredentials credentials) {
    return new PolymarketAccess(credentials, () -> credentials);
  }

  /** Without asking anyone. */
  Optional<ApiCredentials> known() {
    return Optional.ofNullable(known.get());
  }

  /**
   * Logs in where that was not done yet; blocks.
   *
   * @throws VenueException when the venue gives no credentials
   */
  ApiCredentials get() {
    if (known.get() == null) {
      known.compareAndSet(null, login.get());
    }
    return Objects.requireNonNull(known.get());
  }

  /** The existing credentials of the key, or new ones where there are none. */
  private static ApiCredentials login(
      Transport transport, PolymarketSettings settings, PolymarketSigner signer, Chance chance) {
    var api =
        new HttpApi(
            transport,
            settings.endpoints().clob(),
            (call, path) -> signer.loginHeaders(chance.clock().instant(), 0),
            chance);
    var toll = new Toll(new TokenBucket(chance.clock(), 10, 5), 1, Priority.READ);
    Answered derived =
        api.read(HttpCall.get("/auth/derive-api-key", toll), settings.limits().readLimit());
    if (derived.isSuccess()) {
      return PolymarketCodec.credentials(derived.body());
    }
    var create = new HttpCall("POST", "/auth/api-key", null, toll);
    return switch (api.send(create, settings.limits().readLimit())) {
      case Answered created when created.isSuccess() -> PolymarketCodec.credentials(created.body());
      case Answered refused ->
          throw new VenueException(
              "no API credentials: HTTP "
                  + refused.status()
                  + " "
                  + PolymarketCodec.errorText(refused.body()));
      case HttpOutcome.NotSent notSent -> throw new VenueException(notSent.reason());
      case HttpOutcome.Unknown unknown -> throw new VenueException(unknown.reason());
    };
  }
}
