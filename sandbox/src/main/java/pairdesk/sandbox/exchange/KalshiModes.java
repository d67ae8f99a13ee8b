package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What Kalshi allows at the moment: a pause of trading takes cancels alone, a pause of the exchange
 * takes nothing. Safe from any thread.
 */
public final class KalshiModes {
  private final InstantSource clock;
  private final Set<Integer> pausedShards = new ConcurrentSkipListSet<>();
  private final List<Maintenance> planned = new CopyOnWriteArrayList<>();
  private volatile boolean halted;
  private volatile Duration readLag = Duration.ZERO;

  KalshiModes(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A pause that is announced beforehand, on all shards.
   *
   * @param whole of the exchange, otherwise of trading alone
   */
  public record Maintenance(boolean whole, Instant from, Instant to) {
    boolean covers(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(to);
    }
  }

  public void pause(int shard, boolean paused) {
    if (paused) {
      pausedShards.add(shard);
    } else {
      pausedShards.remove(shard);
    }
  }

  /** Whether no orders are taken on this shard. */
  public boolean isPaused(int shard) {
    return pausedShards.contains(shard) || isHalted() || now().isPresent();
  }

  /** Stops the whole exchange, or lets it go on. */
  public void halt(boolean on) {
    halted = on;
  }

  /** Whether nothing is allowed, not even to cancel. */
  public boolean isHalted() {
    return halted || now().filter(Maintenance::whole).isPresent();
  }

  /** How late the portfolio's lists of orders are. */
  public Duration readLag() {
    return readLag;
  }

  public void lagReads(Duration lag) {
    readLag = lag;
  }

  public void plan(Maintenance maintenance) {
    planned.add(maintenance);
  }

  /** Past ones too, in the order in which they were announced. */
  public List<Maintenance> planned() {
    return List.copyOf(planned);
  }

  /** When a halt ends, where that is known. */
  public Optional<Instant> resumesAt() {
    return halted ? Optional.empty() : now().filter(Maintenance::whole).map(Maintenance::to);
  }

  private Optional<Maintenance> now() {
    Instant instant = clock.instant();
    return planned.stream().filter(m -> m.covers(instant)).findFirst();
  }
}
