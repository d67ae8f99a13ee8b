package pairdesk.sandbox.wire.polymarket.clob;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pairdesk.sandbox.exchange.CancelReason;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/**
 * The dead man's switch: a key that sent one heartbeat must go on sending them, or its open orders
 * are cancelled.
 */
public final class Heartbeats {
  /** How often {@link #check} is meant to be called. */
  public static final Duration CHECK_EVERY = Duration.ofSeconds(5);

  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final Venue venue;
  private final Origins origins;
  private final Supplier<String> ids;
  private final Map<ApiKey, Beat> beats = new ConcurrentHashMap<>();

  private record Beat(String id, Instant at) {}

  Heartbeats(Venue venue, Origins origins, Supplier<String> ids) {
    this.venue = venue;
    this.origins = origins;
    this.ids = ids;
  }

  /**
   * @param given the id of the answer before, empty for the first
   * @return the id to send next
   * @throws HttpRefusal with the id that was expected
   */
  String beat(ApiKey key, String given) {
    Beat next = new Beat(ids.get(), venue.clock().instant());
    return beats
        .compute(
            key,
            (_, last) -> {
              if (last != null && !last.id().equals(given)) {
                throw wrongId(last.id());
              }
              return next;
            })
        .id();
  }

  /** Cancels for every key that has been silent for too long; such a key starts afresh. */
  public void check() {
    Instant latest = venue.clock().instant().minus(SILENCE);
    List.copyOf(beats.entrySet()).stream()
        .filter(entry -> entry.getValue().at().isBefore(latest))
        .filter(entry -> beats.remove(entry.getKey(), entry.getValue()))
        .forEach(entry -> cancel(entry.getKey()));
  }

  private void cancel(ApiKey key) {
    Set<String> own = Set.copyOf(origins.ordersOf(key.id()));
    venue
        .trader(key.owner())
        .ifPresent(trader ->
            venue
                .exchange()
                .cancelAll(
                    trader.account(), order -> own.contains(order.id()), CancelReason.HEARTBEAT));
  }

  private static HttpRefusal wrongId(String expected) {
    return new HttpRefusal(
        400,
        Json.object().put("error_msg", "Invalid Heartbeat ID").put("heartbeat_id", expected),
        Map.of());
  }
}
