package pairdesk.sandbox.wire.polymarket.clob;

import java.util.function.Supplier;
import pairdesk.sandbox.wire.polymarket.auth.ApiKeys;
import pairdesk.sandbox.wire.polymarket.auth.Authenticator;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.records.OrderRecords;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** The order book service in one piece. */
public final class Clob {
  private final Venue venue;
  private final ApiKeys keys;
  private final Access access;
  private final Origins origins;
  private final Heartbeats heartbeats;

  /**
   * @param ids of heartbeats
   */
  public Clob(
      Venue venue,
      ApiKeys keys,
      Authenticator authenticator,
      Origins origins,
      Supplier<String> ids) {
    this.venue = venue;
    this.keys = keys;
    this.access = new Access(authenticator);
    this.origins = origins;
    this.heartbeats = new Heartbeats(venue, origins, ids);
  }

  /** The dead man's switch, which somebody must wind every few seconds. */
  public Heartbeats heartbeats() {
    return heartbeats;
  }

  public void register(Endpoints endpoints) {
    var throttle = new Throttle(venue.clock());
    new StatusRoutes(venue.clock()).register(endpoints);
    new KeyRoutes(access, keys).register(endpoints);
    new BookRoutes(venue).register(endpoints);
    new HistoryRoutes(venue).register(endpoints);
    new ListingRoutes(venue).register(endpoints);
    new TradingRoutes(venue, access, throttle, new OrderIntake(venue, origins)).register(endpoints);
    new CancelRoutes(venue, access, throttle).register(endpoints);
    new RecordRoutes(
            venue,
            access,
            new OrderRecords(venue.listings(), origins),
            new TradeRecords(venue.listings(), origins))
        .register(endpoints);
    new BalanceRoutes(venue, access).register(endpoints);
    new HeartbeatRoutes(access, heartbeats).register(endpoints);
  }
}
