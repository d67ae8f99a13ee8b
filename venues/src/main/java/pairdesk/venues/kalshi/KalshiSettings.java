package pairdesk.venues.kalshi;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.Secret;

/**
 * Where Kalshi is and how we appear there.
 *
 * @param rest for example {@code https://external-api.kalshi.com/trade-api/v2}
 * @param socket for example {@code wss://external-api-ws.kalshi.com/trade-api/ws/v2}
 * @param credentials null: only what everyone may read, and books by polling, for Kalshi has no
 *     socket without a key
 */
public record KalshiSettings(
    URI rest, URI socket, @Nullable Credentials credentials, Budget budget, Timing timing) {

  /**
   * An API key of this environment; keys of production fail on demo.
   *
   * @param privateKey PEM, PKCS#1 or PKCS#8, RSA or Ed25519
   */
  public record Credentials(String keyId, Secret privateKey) {}

  /** Tokens a second of the account's tier; {@code GET /account/limits} tells them. */
  public record Budget(int readPerSecond, int writePerSecond) {
    /** Kalshi's Basic tier. */
    public static final Budget BASIC = new Budget(200, 100);
  }

  /**
   * @param confirmEvery pause between two readings of all watched books
   * @param readLimit how long one reading may take, with its repetitions
   * @param lateArrival how long after a time-out an order may still appear
   */
  public record Timing(Duration confirmEvery, Duration readLimit, Duration lateArrival) {
    public static final Timing USUAL =
        new Timing(Duration.ofMillis(1_500), Duration.ofSeconds(5), Duration.ofSeconds(30));
  }
}
