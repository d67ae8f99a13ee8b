package pairdesk.bot.app;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import pairdesk.bot.rehearsal.Hands;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.Journal;
import pairdesk.engine.loop.Effect;
import pairdesk.engine.loop.EffectRunner;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.venue.OrderGateway;

/**
 * The hands of the desk around an engine that is not the desk's: the same dispatch, order tasks and
 * measuring, with figures that nobody reads.
 *
 * @param log where orders and their answers are noted
 */
public record DeskHands(IntentStore intents, Journal journal, Logger log) implements Hands {
  @Override
  public AtWork in(World world, Consumer<EngineEvent> inbox) {
    var metrics = new Metrics();
    var watch = new OrderWatch(metrics, world.clock());
    var orders =
        new OrderTasks(
            new OrderTasks.Parts(
                gateways(world, watch, metrics.counts()),
                new MeasuredIntents(intents, watch),
                world.markets(),
                () -> true,
                world.clock()),
            inbox,
            log);
    var accounts =
        new AccountReads(world.accounts(), inbox, UnaryOperator.identity(), world.clock());
    var dispatch =
        new EffectDispatch(
            new EffectDispatch.Parts(
                orders,
                accounts,
                claim -> {},
                Map.of(),
                world.markets(),
                journal,
                notice -> {},
                (due, task) -> () -> {}),
            inbox);
    var ticks = new TickWatch(metrics, world.clock());
    return new Busy(
        new MeasuredEffects(dispatch, ticks, watch, metrics.counts()),
        () -> {
          orders.close();
          accounts.close();
          metrics.close();
        });
  }

  private static Gateways gateways(World world, OrderWatch watch, Counts counts) {
    return new Gateways(
        world.venues().values().stream()
            .collect(
                Collectors.toMap(
                    OrderGateway::venue, venue -> new MeasuredGateway(venue, watch, counts))),
        Map.of());
  }

  private record Busy(EffectRunner effects, Runnable end) implements AtWork {
    @Override
    public void run(List<Effect> asked) {
      effects.run(asked);
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
