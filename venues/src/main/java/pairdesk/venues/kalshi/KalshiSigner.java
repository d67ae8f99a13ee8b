package pairdesk.venues.kalshi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpSigner;

/**
 * Signs time, method and path; neither query nor body, so the next order's headers can be made
 * before there is an order. Kalshi takes a time within 5 s of its own, so the time is the venue's
 * as far as we know it. Source: API Keys page, autumn 2026. Safe for many threads.
 */
public final class KalshiSigner implements HttpSigner {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiSigner.class);

  private final String keyId;
  private final KalshiSignatures signatures;
  private final InstantSource clock;
  private final Supplier<Duration> venueAhead;
  private volatile KalshiSignedAhead ahead = KalshiSignedAhead.NEVER;

  /**
   * @param venueAhead the venue's clock less ours
   * @throws IllegalArgumentException when the key cannot be read
   */
  public KalshiSigner(
      KalshiSettings.Credentials credentials, InstantSource clock, Supplier<Duration> venueAhead) {
    this.keyId = credentials.keyId();
    this.signatures = KalshiSignatures.fastest(KalshiKeys.read(credentials.privateKey()));
    this.clock = clock;
    this.venueAhead = venueAhead;
  }

  @Override
  public Map<String, String> headers(HttpCall call, String path) {
    return headers(call.method(), path);
  }

  /** What was signed ahead: signing takes as long as all else that is done for an order. */
  @Override
  public Optional<Map<String, String>> ready(HttpCall call, String path) {
    return ahead.take(call.method(), path, clock.millis());
  }

  /**
   * @param path from the root, with the version prefix, without the query
   */
  public Map<String, String> headers(String method, String path) {
    return ahead.take(method, path, clock.millis()).orElseGet(() -> signed(method, path));
  }

  /** Keeps headers ready from now on for calls to this path. Call {@link #signNext} regularly. */
  public void signAhead(String method, String path) {
    ahead = new KalshiSignedAhead(method, path);
  }

  /** Signs ahead for the next calls, as far as that is not done already and fresh. */
  public void signNext() {
    KalshiSignedAhead next = ahead;
    for (long now = clock.millis(); next.isWanted(now); now = clock.millis()) {
      next.put(signed(next.method(), next.path()), now);
    }
  }

  /** The venue refused a time: from now on everything is signed when it is sent. */
  void refused() {
    if (ahead != KalshiSignedAhead.NEVER) {
      ahead = KalshiSignedAhead.NEVER;
      LOG.warn("a signature was refused: nothing is signed ahead any more");
    }
  }

  private Map<String, String> signed(String method, String path) {
    String time = Long.toString(clock.millis() + venueAhead.get().toMillis());
    byte[] signature = signatures.sign((time + method + path).getBytes(UTF_8));
    return Map.of(
        "KALSHI-ACCESS-KEY", keyId,
        "KALSHI-ACCESS-TIMESTAMP", time,
        "KALSHI-ACCESS-SIGNATURE", Base64.getEncoder().encodeToString(signature));
  }
}
