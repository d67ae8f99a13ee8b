package pairdesk.venues.polymarket;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.AccessRefusedException;
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
 * are first needed. So a desk starts while the venue is away. Safe for many threads: one logs in
 * while the others wait.
 */
final class PolymarketAccess {
  private final Supplier<ApiCredentials> login;
  private final ReentrantLock loggingIn = new ReentrantLock();
  private volatile @Nullable ApiCredentials known;

  private PolymarketAccess(@Nullable ApiCredentials known, Supplier<ApiCredentials> login) {
    this.known = known;
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
    return Optional.ofNullable(known);
  }

  /**
   * Logs in where that was not done yet; blocks.
   *
   * @throws AccessRefusedException when the venue gives this key no credentials
   * @throws VenueException when it cannot be asked
   */
  ApiCredentials get() {
    ApiCredentials before = known;
    if (before != null) {
      return before;
    }
    loggingIn.lock();
    try {
      ApiCredentials meanwhile = known;
      ApiCredentials now = meanwhile == null ? login.get() : meanwhile;
      known = now;
      return now;
    } finally {
      loggingIn.unlock();
    }
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
    var derive = HttpCall.get("/auth/derive-api-key", toll);
    Answered derived = api.read(derive, settings.limits().readLimit());
    if (derived.isSuccess()) {
      return PolymarketCodec.credentials(derived.body());
    }
    var create = new HttpCall("POST", "/auth/api-key", null, toll);
    return switch (api.send(create, settings.limits().readLimit())) {
      case Answered created when created.isSuccess() -> PolymarketCodec.credentials(created.body());
      case Answered answer -> throw refused(answer);
      case HttpOutcome.NotSent notSent -> throw new VenueException(notSent.reason());
      case HttpOutcome.Unknown unknown -> throw new VenueException(unknown.reason());
    };
  }

  private static VenueException refused(Answered answer) {
    String text =
        "no API credentials: HTTP %d %s"
            .formatted(answer.status(), PolymarketCodec.errorText(answer.body()));
    boolean busy = answer.status() >= 500 || answer.status() == 429 || answer.status() == 425;
    return busy ? new VenueException(text) : new AccessRefusedException(text);
  }
}
