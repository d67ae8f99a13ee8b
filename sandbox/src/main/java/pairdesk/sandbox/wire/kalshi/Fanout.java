package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The communications channel can be split among connections: a factor, and this one's part. */
final class Fanout {
  private static final int MOST = 100;

  private Fanout() {}

  record Problem(int code, String text) {}

  static Optional<Problem> problem(Channel channel, JsonNode params) {
    if (channel != Channel.COMMUNICATIONS) {
      return Optional.empty();
    }
    boolean split = params.has("shard_factor");
    int factor = params.path("shard_factor").asInt();
    int key = params.path("shard_key").asInt();
    if (split && factor <= 0) {
      return Optional.of(new Problem(19, "shard_factor must be > 0"));
    }
    if (!split && params.has("shard_key")) {
      return Optional.of(new Problem(20, "shard_factor is required when shard_key is set"));
    }
    if (split && (key < 0 || key >= factor)) {
      return Optional.of(new Problem(21, "shard_key must be >= 0 and < shard_factor"));
    }
    return factor > MOST
        ? Optional.of(new Problem(22, "shard_factor must be <= 100"))
        : Optional.empty();
  }
}
