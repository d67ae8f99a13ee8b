package pairdesk.benchmarks.path;

import java.util.List;
import java.util.Map;
import org.slf4j.helpers.NOPLogger;
import pairdesk.bot.app.DeskHands;
import pairdesk.bot.rehearsal.MadeTime;
import pairdesk.bot.rehearsal.OrderDoor;
import pairdesk.bot.rehearsal.PracticeDesk;
import pairdesk.bot.rehearsal.VenueClients;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.strategy.crossvenue.CrossVenueSettings;
import pairdesk.engine.strategy.crossvenue.CrossVenueStrategy;

/** The desk's own path, with a store of the benchmark's. */
final class DeskPath implements Path {
  static final List<Strategy> STRATEGIES =
      List.of(new CrossVenueStrategy(CrossVenueSettings.DEFAULTS, Fees.STANDARD));

  private final VenueClients clients;
  private final Stores stores;
  private final Marks marks = new Marks();
  private final PracticeDesk desk;

  DeskPath(int pairs, OrderDoor door, Stores stores) {
    var time = new MadeTime();
    this.clients = new VenueClients(door, time, true);
    this.stores = stores;
    this.desk =
        new PracticeDesk(
            new PracticeDesk.Trade(pairs, STRATEGIES),
            time,
            door,
            clients,
            new MarkedHands(hands(), marks));
  }

  private DeskHands hands() {
    return new DeskHands(
        MarkedHands.intents(stores.intents(), marks), stores.journal(), NOPLogger.NOP_LOGGER);
  }

  @Override
  public void prepare(int pair) {
    desk.prepare(pair);
    marks.clear();
  }

  @Override
  public Times tick(int pair) {
    PracticeDesk.Times times = desk.tick(pair);
    Map<Marks.Stage, Long> stages = marks.nanosSince(times.beganAt());
    // one that went another way than the wire was with the kernel before it arrived
    long written = stages.getOrDefault(Marks.Stage.WRITTEN, times.arrivedNanos());
    return new Times(times.decidedNanos(), written, times.arrivedNanos(), stages);
  }

  @Override
  public void close() {
    desk.close();
    clients.close();
    stores.close();
  }
}
