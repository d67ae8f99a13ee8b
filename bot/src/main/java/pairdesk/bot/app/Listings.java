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
import pairdesk.venues.net.Chance;

/** What is listed, what matches, and what of it the engine hears. */
final class Listings implements AutoCloseable {
  private final Judging judging;
  private final MatchDesk desk;
  private final Matches matches;
  private final PairWatch watch;
  private final Catalogs catalogs;

  /**
   * Whom it tells.
   *
   * @param listed told of markets in use that are new or differ from what was known
   */
  record Told(Consumer<Market> listed, Consumer<EngineEvent> inbox, Notices notices) {}

  /** How pairs are judged, and by which clock and chance a second reader is asked. */
  record Reading(Settings.Matching matching, Chance chance) {}

  /**
   * @param wanted markets of which the engine hears from the start
   */
  Listings(
      List<VenueLink> venues, Database database, Set<MarketId> wanted, Told told, Reading reading) {
    InstantSource clock = reading.chance().clock();
    this.judging = Judging.open(reading.matching(), reading.chance());
    this.desk = new MatchDesk(judging.matcher(), this::market);
    this.matches = judging.withOpinions(desk, this::market);
    this.watch =
        new PairWatch(
            new PairWatch.Parts(
                new Pairs(database, new Audit(database)),
                desk,
                told.listed(),
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
    desk.close();
    judging.close();
  }
}
