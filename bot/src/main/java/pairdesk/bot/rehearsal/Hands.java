package pairdesk.bot.rehearsal;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import pairdesk.engine.loop.EffectRunner;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountReader;
import pairdesk.engine.venue.OrderGateway;

/** Whoever carries out what an engine asks for, put together anew around each. */
@FunctionalInterface
public interface Hands {

  /**
   * What they can reach.
   *
   * @param clock the engine's
   */
  record World(
      Map<VenueId, OrderGateway> venues,
      Map<VenueId, AccountReader> accounts,
      Function<MarketId, Optional<Market>> markets,
      InstantSource clock) {}

  /** At work until they are closed. */
  interface AtWork extends EffectRunner, AutoCloseable {
    @Override
    void close();
  }

  /**
   * @param inbox where the answers go
   */
  AtWork in(World world, Consumer<EngineEvent> inbox);
}
