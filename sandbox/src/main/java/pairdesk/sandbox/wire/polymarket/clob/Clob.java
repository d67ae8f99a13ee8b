package pairdesk.sandbox.wire.polymarket.clob;

import java.util.function.Supplier;
import pairdesk.sandbox.wire.polymarket.auth.ApiKeys;
import pairdesk.sandbox.wire.polymarket.auth.Authenticator;
import pairdesk.sandbox.wire.polymarket.auth.BuilderKeys;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.records.OrderRecords;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** The order book service in one piece. */
public final class Clob {
  private final Venue venue;
  private final Keys keys;
  private final Access access;
  private final Origins origins;
  private final Supplier<String> ids;
  private final Heartbeats heartbeats;
  private final Notices notices;

  /** The keys that were given out. */
  public record Keys(ApiKeys trading, BuilderKeys builder) {}

  /**
   * @param ids of heartbeats and read-only keys
   */
  public Clob(
      Venue venue, Keys keys, Authenticator authenticator, Origins origins, Supplier<String> ids) {
    this.venue = venue;
    this.keys = keys;
    this.access = new Access(authenticator);
    this.origins = origins;
    this.ids = ids;
    this.heartbeats = new Heartbeats(venue, origins, ids);
    this.notices = new Notices(venue, new OrderRecords(venue.listings(), origins));
    venue.exchange().listen(notices);
  }

  /** The dead man's switch, which somebody must wind every few seconds. */
  public Heartbeats heartbeats() {
    return heartbeats;
  }

  public void register(Endpoints endpoints) {
    new StatusRoutes(venue).register(endpoints);
    new BookRoutes(venue).register(endpoints);
    new PriceRoutes(venue).register(endpoints);
    new ParameterRoutes(venue).register(endpoints);
    new HistoryRoutes(venue).register(endpoints);
    new ActivityRoutes(venue, origins).register(endpoints);
    new ListingRoutes(venue).register(endpoints);
    new RewardRoutes(venue, new RewardRecords(venue)).register(endpoints);
    new BuilderRoutes(venue, origins).register(endpoints);
    trading(endpoints);
    account(endpoints);
  }

  private void trading(Endpoints endpoints) {
    var throttle = new Throttle(venue.clock(), venue.mode());
    new TradingRoutes(
            venue, access, throttle, new OrderIntake(venue, new OrderDelivery(venue, origins)))
        .register(endpoints);
    new CancelRoutes(venue, access, throttle).register(endpoints);
    new HeartbeatRoutes(access, heartbeats).register(endpoints);
  }

  private void account(Endpoints endpoints) {
    new KeyRoutes(access, keys.trading()).register(endpoints);
    new SpecialKeyRoutes(access, keys.builder(), ids).register(endpoints);
    new RecordRoutes(
            venue,
            access,
            new OrderRecords(venue.listings(), origins),
            new TradeRecords(venue.listings(), origins))
        .register(endpoints);
    new ScoringRoutes(venue, access).register(endpoints);
    new NotificationRoutes(venue, access, notices).register(endpoints);
    new BalanceRoutes(venue, access).register(endpoints);
    new UserRewardRoutes(venue, access, new RewardRecords(venue)).register(endpoints);
  }
}
