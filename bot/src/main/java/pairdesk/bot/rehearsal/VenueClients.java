package pairdesk.bot.rehearsal;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.OrderGateway;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.venues.kalshi.Kalshi;
import pairdesk.venues.kalshi.KalshiSettings;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Secret;
import pairdesk.venues.polymarket.ApiCredentials;
import pairdesk.venues.polymarket.Polymarket;
import pairdesk.venues.polymarket.PolymarketSettings;
import pairdesk.venues.polymarket.SignatureType;

/** Both venues' clients as they are in the desk, with their doors in this process. */
public final class VenueClients implements AutoCloseable {
  private static final int BOUNDLESS = 10_000_000;
  private static final URI NOWHERE = URI.create("ws://127.0.0.1:9");

  private final Kalshi kalshi;
  private final Polymarket polymarket;

  /**
   * @param ahead Kalshi's next order is signed while none is wanted
   */
  public VenueClients(OrderDoor door, InstantSource clock, boolean ahead) {
    this.kalshi =
        Kalshi.of(
            new KalshiSettings(
                door.address("/trade-api/v2"),
                NOWHERE,
                new KalshiSettings.Credentials("made", MadeKeys.kalshiPem()),
                new KalshiSettings.Budget(BOUNDLESS, BOUNDLESS),
                KalshiSettings.Timing.USUAL),
            new Chance(clock, new Random(1)));
    this.polymarket =
        Polymarket.open(
            new PolymarketSettings(
                new PolymarketSettings.Endpoints(
                    door.address(""),
                    door.address(""),
                    door.address(""),
                    NOWHERE,
                    door.address("/geoblock")),
                account(),
                PolymarketSettings.Limits.DEFAULT),
            clock,
            new Random(1));
    kalshi.orders().expectOrders(true);
    gateways().values().forEach(OrderGateway::keepWarm);
    if (ahead) {
      kalshi.accountFeed().start(new Deaf());
    }
  }

  Map<VenueId, OrderGateway> gateways() {
    return Map.of(
        VenueId.KALSHI,
        kalshi.orders(),
        VenueId.POLYMARKET,
        polymarket.trading().orElseThrow().orders());
  }

  private static PolymarketSettings.Account account() {
    return new PolymarketSettings.Account(
        Secret.of(MadeKeys.POLYMARKET),
        SignatureType.POLY_GNOSIS_SAFE,
        null,
        new ApiCredentials(
            "00000000-0000-4000-8000-000000000001",
            Secret.of(MadeKeys.API_SECRET),
            Secret.of("5e".repeat(32))),
        PolymarketSettings.Account.POLYGON);
  }

  @Override
  public void close() {
    kalshi.close();
    polymarket.close();
  }

  /** Nothing is told here that anybody needs. */
  private static final class Deaf implements AccountFeed.Listener {
    @Override
    public void orderUpdated(OrderUpdate update) {}

    @Override
    public void fillReported(Fill fill) {}

    @Override
    public void readAgain(VenueId venue, String cause) {}

    @Override
    public void venueChanged(VenueStatus status) {}
  }
}
