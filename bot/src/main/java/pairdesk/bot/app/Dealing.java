package pairdesk.bot.app;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.Redeemer;
import pairdesk.persistence.Database;
import pairdesk.persistence.LeaseKeeper;
import pairdesk.persistence.PostgresIntents;
import pairdesk.persistence.PostgresRedemptions;

/** Everything that leaves for a venue or for the paper exchange, under the lease. */
final class Dealing implements AutoCloseable {
  private final PaperVenues paper;
  private final Gateways gateways;
  private final OrderTasks orders;
  private final RedeemTasks redeem;

  /**
   * What surrounds it.
   *
   * @param markets what is known of a market, from memory
   * @param watch told how long the real orders take
   */
  record World(
      Function<MarketId, Optional<Market>> markets,
      InstantSource clock,
      Consumer<EngineEvent> inbox,
      OrderWatch watch,
      Counts counts) {}

  /**
   * @param past what there was of the paper account
   */
  Dealing(
      Settings settings, List<VenueLink> venues, Trading.Base base, Recovered past, World world) {
    Database database = base.database();
    LeaseKeeper lease = base.lease();
    this.paper =
        new PaperVenues(
            venues.stream().map(VenueLink::id).toList(),
            settings.trading().paper(),
            past,
            new PaperVenues.World(world.markets(), world.clock(), world.inbox()));
    this.gateways =
        new Gateways(
            venues.stream()
                .collect(
                    Collectors.toMap(
                        VenueLink::id,
                        venue ->
                            new MeasuredGateway(venue.orders(), world.watch(), world.counts()))),
            paper.exchanges());
    this.orders =
        new OrderTasks(
            new OrderTasks.Parts(
                gateways,
                new MeasuredIntents(new PostgresIntents(database, lease::held), world.watch()),
                world.markets(),
                () -> lease.held() != null,
                world.clock()),
            world.inbox());
    this.redeem =
        new RedeemTasks(
            new RedeemTasks.Parts(
                redeemers(venues),
                new PostgresRedemptions(database, lease::held),
                world.clock(),
                settings.redemption().byHand()),
            world.inbox());
  }

  private static Map<VenueId, Redeemer> redeemers(List<VenueLink> venues) {
    var redeemers = new HashMap<VenueId, Redeemer>();
    for (VenueLink venue : venues) {
      Redeemer redeemer = venue.redeemer();
      if (redeemer != null) {
        redeemers.put(venue.id(), redeemer);
      }
    }
    return redeemers;
  }

  PaperVenues paper() {
    return paper;
  }

  OrderTasks orders() {
    return orders;
  }

  RedeemTasks redeem() {
    return redeem;
  }

  /** Outside LIVE the venues are left as they are. */
  void follow(Mode mode) {
    gateways.follow(mode);
  }

  @Override
  public void close() {
    redeem.close();
    orders.close();
  }
}
