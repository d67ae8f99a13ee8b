package pairdesk.sandbox.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Every request that can change orders, with what became of it. Safe from any thread. */
public final class RequestLog {
  private static final int MOST_MISSING = 1_000;

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Missing, Integer> missing = new LinkedHashMap<>();

  /** What was asked for and is not there. */
  public record Missing(VenueId venue, String method, String path) {}

  /** One time that the request was carried out. */
  public record Execution(Instant at, int status, String body) {}

  /**
   * A request without its credentials.
   *
   * @param fault that it met, null for none
   * @param executions none when it was lost, two when it was doubled
   */
  public record Entry(
      VenueId venue,
      WireRequest request,
      @Nullable RequestFault fault,
      List<Execution> executions) {
    public Entry {
      executions = List.copyOf(executions);
    }
  }

  synchronized int arrived(VenueId venue, WireRequest request, @Nullable RequestFault fault) {
    entries.add(new Entry(venue, request, fault, List.of()));
    return entries.size() - 1;
  }

  synchronized void executed(int number, Instant at, WireReply reply) {
    Entry entry = entries.get(number);
    var executions = new ArrayList<>(entry.executions());
    executions.add(new Execution(at, reply.status(), reply.body()));
    entries.set(number, new Entry(entry.venue(), entry.request(), entry.fault(), executions));
  }

  synchronized void missing(VenueId venue, String method, String path) {
    if (missing.size() < MOST_MISSING) {
      missing.merge(new Missing(venue, method, path), 1, Integer::sum);
    }
  }

  /** How often each was asked for, the first thousand of them. */
  public synchronized Map<Missing, Integer> missing() {
    return new LinkedHashMap<>(missing);
  }

  /** In the order of arrival. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }
}
