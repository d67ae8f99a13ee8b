package pairdesk.venues.polymarket.chain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpSigner;
import pairdesk.venues.net.RequestHmac;

/** Headers that say who asks the relayer. */
record RelayerHeaders(RelayerAccess access, InstantSource clock) implements HttpSigner {
  @Override
  public Map<String, String> headers(HttpCall call, String path) {
    return switch (access) {
      case RelayerAccess.Builder builder ->
          headers(builder, clock.instant(), call.method(), path, call.body());
      case RelayerAccess.RelayerKey key ->
          Map.of("RELAYER_API_KEY", key.key().reveal(), "RELAYER_API_KEY_ADDRESS", key.owner());
    };
  }

  /**
   * @param path without the query, which is not signed
   * @param body the very text that is sent
   */
  static Map<String, String> headers(
      RelayerAccess.Builder builder,
      Instant now,
      String method,
      String path,
      @Nullable String body) {
    String seconds = Long.toString(now.getEpochSecond());
    return Map.of(
        "POLY_BUILDER_API_KEY", builder.key(),
        "POLY_BUILDER_PASSPHRASE", builder.passphrase().reveal(),
        "POLY_BUILDER_SIGNATURE", new RequestHmac(builder.secret()).of(seconds, method, path, body),
        "POLY_BUILDER_TIMESTAMP", seconds);
  }
}
