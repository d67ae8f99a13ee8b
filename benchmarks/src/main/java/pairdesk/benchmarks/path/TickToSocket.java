package pairdesk.benchmarks.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import pairdesk.benchmarks.MadeMarkets;
import pairdesk.benchmarks.path.Path.Times;
import pairdesk.persistence.EmbeddedDatabase;

/**
 * Times the way of one tick, ours and the plain one in turns, with and without the commit of the
 * intents. A pause before each tick lets caches cool, as they do in life.
 */
public final class TickToSocket {
  private static final int PAIRS = 200;
  private static final int USUAL = 400;
  private static final int WARM_UP = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(70);

  private final List<Measured> all;
  private int next;

  /** One path, and what its ticks took. */
  private record Measured(String name, Path path, List<Times> times) {
    long percentile(ToLongFunction<Times> part, int percent) {
      long[] sorted = times.stream().mapToLong(part).sorted().toArray();
      return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
  }

  private TickToSocket(Map<String, Path> paths) {
    this.all =
        paths.entrySet().stream()
            .map(path -> new Measured(path.getKey(), path.getValue(), new ArrayList<>()))
            .toList();
  }

  /**
   * @param args how many ticks of each path are timed; none: 400
   */
  public static void main(String[] args) {
    int ticks = args.length == 0 ? USUAL : Integer.parseInt(args[0]);
    System.out.print(run(ticks, WARM_UP));
  }

  static String run(int ticks, int warmUp) {
    Duration back = Duration.between(MadeMarkets.NOW, Instant.now());
    InstantSource clock = () -> Instant.now().minus(back);
    try (var door = new OrderDoor();
        var database = EmbeddedDatabase.start(Files.createTempDirectory("tick"))) {
      var paths = new LinkedHashMap<String, Path>();
      paths.put("desk", new DeskPath(new MadeDesk(PAIRS), door, clock, Stores.NONE));
      paths.put("plain", new PlainPath(PAIRS, door, PlainRows.NONE));
      paths.put(
          "desk, committed",
          new DeskPath(
              new MadeDesk(PAIRS), door, clock, new DatabaseStores(database.url(), PAIRS, clock)));
      paths.put("plain, committed", new PlainPath(PAIRS, door, PlainRows.in(database.url())));
      var run = new TickToSocket(paths);
      run.round(warmUp, Duration.ZERO);
      run.all.forEach(measured -> measured.times().clear());
      run.round(ticks, PAUSE);
      paths.values().forEach(Path::close);
      return run.table();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void round(int ticks, Duration pause) {
    for (int tick = 0; tick < ticks; tick++) {
      int pair = next++ % PAIRS;
      for (Measured measured : all) {
        LockSupport.parkNanos(pause.toNanos());
        measured.times().add(measured.path().tick(pair));
      }
    }
  }

  private String table() {
    var text = new StringBuilder();
    text.append("| path | decided, µs | ratio | both arrived, µs | in 99 of 100, µs | ratio |\n");
    text.append("|---|---:|---:|---:|---:|---:|\n");
    for (int i = 0; i < all.size(); i += 2) {
      Measured plain = all.get(i + 1);
      text.append(row(all.get(i), plain)).append(row(plain, plain));
    }
    return text.toString();
  }

  private static String row(Measured shown, Measured baseline) {
    return "| %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            shown.name(),
            micros(shown.percentile(Times::decidedNanos, 50)),
            ratio(shown, baseline, Times::decidedNanos),
            micros(shown.percentile(Times::arrivedNanos, 50)),
            micros(shown.percentile(Times::arrivedNanos, 99)),
            ratio(shown, baseline, Times::arrivedNanos));
  }

  private static String ratio(Measured shown, Measured baseline, ToLongFunction<Times> part) {
    double ratio = (double) baseline.percentile(part, 50) / shown.percentile(part, 50);
    return String.format(Locale.ROOT, "%.2fx", ratio);
  }

  private static String micros(long nanos) {
    return String.format(Locale.ROOT, "%,.1f", nanos / 1e3);
  }
}
