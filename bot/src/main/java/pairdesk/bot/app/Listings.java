package pairdesk.bot.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pairdesk.bot.console.Matches;
import pairdesk.bot.notify.Notices;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.persistence.Audit;
import pairdesk.persistence.Database;
import pairdesk.persistence.Markets;
import pairdesk.persistence.Pairs;

/** What is listed, what matches, and what of it the engine hears. */
final class Listings implements AutoCloseable {
  private final MatchDesk matches = new MatchDesk(this::market);
  private final PairWatch watch;
  private final Catalogs catalogs;

  /** Whom it tells. */
  record Told(Consumer<EngineEvent> inbox, Notices notices) {}

  /**
   * @param wanted markets of which the engine hears from the start
   */
  Listings(
      List<VenueLink> venues,
      Database database,
      Set<MarketId> wanted,
      Told told,
      InstantSource clock) {
    this.watch =
        new PairWatch(
            new PairWatch.Parts(
                new Pairs(database, new Audit(database)),
                matches,
                told.inbox(),
                told.notices(),
                clock),
            wanted);
    this.catalogs =
        new Catalogs(
            venues.stream().map(VenueLink::catalog).toList(), new Markets(database), watch, clock);
  }

  /** What the database knows of these. */
  List<Market> known(Set<MarketId> wanted) {
    return catalogs.known(wanted);
  }

  void start(Duration refresh) {
    catalogs.start(refresh);
  }

  Optional<Market> market(MarketId id) {
    return catalogs.market(id);
  }

  Matches matches() {
    return matches;
  }

  /** A venue's stream tells news of a market. */
  void note(Market market) {
    catalogs.note(market);
  }

  /** The engine hears of the markets of this pair from now on. */
  void want(Pair pair) {
    watch.want(List.of(market(pair.left()), market(pair.right())), pair);
  }

  /** No catalogue is read any more; what streams tell is still taken in. */
  void stopReading() {
    catalogs.close();
  }

  @Override
  public void close() {
    matches.close();
  }
}
