package pairdesk.benchmarks.path;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import pairdesk.benchmarks.path.Marks.Stage;
import pairdesk.bot.rehearsal.Hands;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.loop.EngineEvent;

/**
 * Hands whose way is marked: the first thing that their task for a plan does is to ask for a
 * market.
 */
record MarkedHands(Hands hands, Marks marks) implements Hands {
  @Override
  public AtWork in(World world, Consumer<EngineEvent> inbox) {
    var venues =
        world.venues().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, venue -> new MarkedGateway(venue.getValue(), marks)));
    return hands.in(
        new World(
            Map.copyOf(venues),
            world.accounts(),
            id -> {
              marks.reached(Stage.BEGUN);
              return world.markets().apply(id);
            },
            world.clock()),
        inbox);
  }

  /** All orders are prepared when the commit begins. */
  static IntentStore intents(IntentStore intents, Marks marks) {
    return (mode, orders, grounds, now) -> {
      marks.reached(Stage.PREPARED);
      IntentStore.Outcome outcome = intents.commit(mode, orders, grounds, now);
      marks.reached(Stage.COMMITTED);
      return outcome;
    };
  }
}
