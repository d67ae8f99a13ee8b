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
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import pairdesk.bot.app.Carriers;
import pairdesk.bot.rehearsal.MadeMarkets;
import pairdesk.bot.rehearsal.OrderDoor;
import pairdesk.persistence.EmbeddedDatabase;

/**
 * Times the way of one tick, ours and the plain one in turns, with and without the commit of the
 * intents: one after the other, as code is measured, and with a pause before each that lets caches
 * cool, as they do in life. Then the first order of a new process.
 */
public final class TickToSocket {
  private static final int PAIRS = 200;
  private static final Duration PAUSE = Duration.ofMillis(70);

  /** In which a path does what is left of its tick, so that the next does not pay for it. */
  private static final Duration BREATH = Duration.ofMillis(2);

  private final Map<String, Path> paths;
  private int next;

  /**
   * How much is run.
   *
   * @param warmUp ticks of each path before anything is timed
   * @param inARow ticks of each path without a pause
   * @param paced ticks of each path with one
   * @param processes new ones for the first order, of each kind
   */
  record Length(int warmUp, int inARow, int paced, int processes) {
    static final Length USUAL = new Length(6_000, 1_000, 400, 5);
  }

  private TickToSocket(Map<String, Path> paths) {
    this.paths = paths;
  }

  /**
   * @param args how many ticks of each path are timed with a pause, others in proportion; none: 400
   */
  public static void main(String[] args) {
    Carriers.becomeEnough();
    Length usual = Length.USUAL;
    int paced = args.length == 0 ? usual.paced() : Integer.parseInt(args[0]);
    int processes = Math.max(1, usual.processes() * paced / usual.paced());
    var length =
        new Length(usual.warmUp(), usual.inARow() * paced / usual.paced(), paced, processes);
    System.out.println(run(length));
    System.out.print(FirstOrders.run(length.processes(), FirstOrder.Length.USUAL));
  }

  static String run(Length length) {
    Duration back = Duration.between(MadeMarkets.NOW, Instant.now());
    InstantSource clock = () -> Instant.now().minus(back);
    try (var door = new OrderDoor();
        var database = EmbeddedDatabase.start(Files.createTempDirectory("tick"))) {
      var paths = new LinkedHashMap<String, Path>();
      paths.put("desk", new DeskPath(PAIRS, door, Stores.NONE));
      paths.put("plain", new PlainPath(PAIRS, door, PlainRows.NONE));
      paths.put(
          "desk, committed",
          new DeskPath(PAIRS, door, new DatabaseStores(database.url(), PAIRS, clock)));
      paths.put("plain, committed", new PlainPath(PAIRS, door, PlainRows.in(database.url())));
      var run = new TickToSocket(paths);
      run.round(length.warmUp(), Duration.ZERO);
      var times = new TimesTable();
      var stages = new StagesTable();
      var inARow = run.round(length.inARow(), BREATH);
      times.add("in a row", inARow);
      stages.add("in a row", inARow);
      var apart = run.round(length.paced(), PAUSE);
      times.add(PAUSE.toMillis() + " ms apart", apart);
      stages.add(PAUSE.toMillis() + " ms apart", apart);
      paths.values().forEach(Path::close);
      return times.text() + "\n" + stages.text();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<Path.Times>> round(int ticks, Duration pause) {
    var taken = new LinkedHashMap<String, List<Path.Times>>();
    for (int tick = 0; tick < ticks; tick++) {
      int pair = next++ % PAIRS;
      paths.forEach((name, path) -> {
        path.prepare(pair);
        LockSupport.parkNanos(pause.toNanos());
        taken.computeIfAbsent(name, _ -> new ArrayList<>()).add(path.tick(pair));
      });
    }
    return taken;
  }
}
