package pairdesk.venues.polymarket;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.Secret;

/**
 * How to reach Polymarket, and as whom.
 *
 * @param account null: listings and books only, no trading
 * @param positionLedger whether markets of the position ledger are listed and traded too, whose
 *     orders are of version 3; off: they are left out as not understood
 */
public record PolymarketSettings(
    Endpoints endpoints, @Nullable Account account, Limits limits, boolean positionLedger) {

  /** Without the position ledger. */
  public PolymarketSettings(Endpoints endpoints, @Nullable Account account, Limits limits) {
    this(endpoints, account, limits, false);
  }

  /**
   * Base addresses without a slash at the end.
   *
   * @param stream of both sockets: {@code /ws/market} and {@code /ws/user} are added
   * @param geoblock the whole address of the check
   */
  public record Endpoints(URI clob, URI gamma, URI data, URI stream, URI geoblock) {
    public static final Endpoints PRODUCTION =
        new Endpoints(
            URI.create("https://clob.polymarket.com"),
            URI.create("https://gamma-api.polymarket.com"),
            URI.create("https://data-api.polymarket.com"),
            URI.create("wss://ws-subscriptions-clob.polymarket.com"),
            URI.create("https://polymarket.com/api/geoblock"));
  }

  /**
   * Who trades.
   *
   * @param privateKey 64 hex digits
   * @param wallet address of the wallet that holds the money; null: derived from the key for
   *     proxies, Safes and deposit wallets, the key's own address for {@link SignatureType#EOA}
   * @param credentials null: asked from the venue at start
   * @param chainId 137 Polygon, 80002 Amoy
   */
  public record Account(
      Secret privateKey,
      SignatureType type,
      @Nullable String wallet,
      @Nullable ApiCredentials credentials,
      long chainId) {
    public static final long POLYGON = 137;
  }

  /**
   * Times and amounts that the venue does not publish as data.
   *
   * @param lateArrivalWindow how long after a time-out an order may still be booked
   * @param confirmEvery how often watched books are compared with the REST books
   * @param postOnlyAfterRestart how long only post-only orders are taken after a restart
   * @param readLimit how long one read may take, its repetitions included
   */
  public record Limits(
      Duration lateArrivalWindow,
      Duration confirmEvery,
      Duration postOnlyAfterRestart,
      Duration readLimit) {
    public static final Limits DEFAULT =
        new Limits(
            Duration.ofSeconds(180),
            Duration.ofSeconds(2),
            Duration.ofMinutes(2),
            Duration.ofSeconds(10));
  }
}
