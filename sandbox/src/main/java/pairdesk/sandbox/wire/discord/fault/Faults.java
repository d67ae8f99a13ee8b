package pairdesk.sandbox.wire.discord.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Faults that wait to be used up: each hits the next so many requests, dispatches or heartbeats.
 */
public final class Faults {
  /** How often Discord wants to hear from a bot. */
  public static final Duration USUAL_HEARTBEAT = Duration.ofMillis(41_250);

  private final List<HttpFault> http = new ArrayList<>();
  private int duplicates;
  private int missedAcknowledgements;
  private Duration heartbeat = USUAL_HEARTBEAT;

  /** What happens to a request of the bot's API. */
  public sealed interface Effect {}

  /** 429 with {@code Via}, as from Discord itself. */
  public record RateLimited(Duration retryAfter, boolean global) implements Effect {}

  /** 429 without {@code Via}, as from the network in front of Discord. */
  public record Banned(Duration retryAfter) implements Effect {}

  /** 503. */
  public record Unavailable() implements Effect {}

  /** The answer comes late. */
  public record Slow(Duration delay) implements Effect {}

  /** An effect on the next requests whose path contains the text. */
  public record HttpFault(Effect effect, String path, int count) {}

  public synchronized void add(HttpFault fault) {
    http.add(fault);
  }

  public synchronized void duplicateNext(int dispatches) {
    duplicates += dispatches;
  }

  public synchronized void missNext(int acknowledgements) {
    missedAcknowledgements += acknowledgements;
  }

  public synchronized void clear() {
    http.clear();
    duplicates = 0;
    missedAcknowledgements = 0;
    heartbeat = USUAL_HEARTBEAT;
  }

  /** What sockets that are opened from now on are told. */
  public synchronized void heartbeatEvery(Duration interval) {
    heartbeat = interval;
  }

  public synchronized Duration heartbeat() {
    return heartbeat;
  }

  /** The fault for a request on this path, used up by one. */
  public synchronized Optional<Effect> take(String path) {
    for (Iterator<HttpFault> each = http.iterator(); each.hasNext(); ) {
      HttpFault fault = each.next();
      if (path.contains(fault.path())) {
        each.remove();
        if (fault.count() > 1) {
          http.addFirst(new HttpFault(fault.effect(), fault.path(), fault.count() - 1));
        }
        return Optional.of(fault.effect());
      }
    }
    return Optional.empty();
  }

  public synchronized boolean takeDuplicate() {
    duplicates = Math.max(duplicates, 0);
    return duplicates-- > 0;
  }

  public synchronized boolean takeMissedAcknowledgement() {
    missedAcknowledgements = Math.max(missedAcknowledgements, 0);
    return missedAcknowledgements-- > 0;
  }
}
