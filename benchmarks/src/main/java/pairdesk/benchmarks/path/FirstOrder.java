package pairdesk.benchmarks.path;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.helpers.NOPLogger;
import pairdesk.bot.app.Carriers;
import pairdesk.bot.app.DeskHands;
import pairdesk.bot.rehearsal.OrderDoor;
import pairdesk.bot.rehearsal.Rehearsal;

/**
 * To be run in a process of its own: prints how long the first order of it takes, and how long one
 * takes when thousands have gone before; both after a pause. Without a database.
 */
public final class FirstOrder {
  private static final int PAIRS = 200;
  private static final Duration PAUSE = Duration.ofMillis(70);

  private final DeskPath path;
  private int next;

  /**
   * @param rehearsed made orders before the first one; 0: none
   * @param between ticks between the first order and those that are called steady
   * @param steady how many of these
   */
  record Length(int rehearsed, int between, int steady) {
    static final Length USUAL = new Length(Rehearsal.TICKS, 10_000, 60);
  }

  private FirstOrder(DeskPath path) {
    this.path = path;
  }

  /**
   * @param args the three numbers of the length
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Carriers.becomeEnough();
    var length =
        new Length(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    if (length.rehearsed() > 0) {
      rehearse(length.rehearsed());
    }
    try (var door = new OrderDoor();
        var path = new DeskPath(PAIRS, door, Stores.NONE)) {
      var order = new FirstOrder(path);
      Path.Times first = order.ticks(1, PAUSE).getFirst();
      order.ticks(length.between(), Duration.ZERO);
      long steady =
          TimesTable.percentile(order.ticks(length.steady(), PAUSE), Path.Times::arrivedNanos, 50);
      System.out.println(first.arrivedNanos() + " " + steady);
    }
  }

  private static void rehearse(int ticks) throws InterruptedException {
    var hands = new DeskHands(Stores.NONE.intents(), Stores.NONE.journal(), NOPLogger.NOP_LOGGER);
    var plan = new Rehearsal.Plan(ticks, Duration.ofMinutes(2), DeskPath.STRATEGIES, hands);
    try (var rehearsal = Rehearsal.begin(plan, System::nanoTime)) {
      rehearsal.await(plan.limit());
    }
  }

  private List<Path.Times> ticks(int count, Duration pause) {
    var times = new ArrayList<Path.Times>();
    for (int tick = 0; tick < count; tick++) {
      int pair = next++ % PAIRS;
      path.prepare(pair);
      LockSupport.parkNanos(pause.toNanos());
      times.add(path.tick(pair));
    }
    return times;
  }
}
