package pairdesk.venues.polymarket;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.OrderUpdate;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.net.VenueSocket;

/**
 * The private stream. It has no sequence and no replay: after every connection, and whenever a
 * message is not understood, the account must be read again.
 */
final class PolymarketAccountFeed implements AccountFeed {
  private static final Logger LOG = LoggerFactory.getLogger(PolymarketAccountFeed.class);
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final Transport transport;
  private final URI address;
  private final PolymarketAccess access;
  private final PolymarketOrders.Desk desk;
  private final Chance chance;
  private final InstantSource clock;
  private final TradingKeeper keeper;
  private final AtomicReference<@Nullable VenueSocket> socket = new AtomicReference<>();

  PolymarketAccountFeed(
      Transport transport,
      URI stream,
      PolymarketPrivate venue,
      PolymarketOrders.Desk desk,
      Chance chance) {
    this.transport = transport;
    this.address = URI.create(stream + "/ws/user");
    this.access = venue.access();
    this.desk = desk;
    this.chance = chance;
    this.clock = chance.clock();
    this.keeper = new TradingKeeper(venue, desk);
  }

  @Override
  public VenueId venue() {
    return VenueId.POLYMARKET;
  }

  @Override
  public void start(Listener listener) {
    var settings = new VenueSocket.Settings(address, "PING", BEAT, IDLE);
    var started = new VenueSocket(transport, settings, Map::of, new Reader(listener), chance);
    if (!socket.compareAndSet(null, started)) {
      throw new IllegalStateException("account feed started twice");
    }
    desk.health().tell(listener::venueChanged);
    started.start();
    keeper.start(() -> listener.readAgain(VenueId.POLYMARKET, "heartbeat lost"));
  }

  @Override
  public void close() {
    keeper.close();
    VenueSocket running = socket.get();
    if (running != null) {
      running.close();
    }
  }

  /** Hears one connection after the other. */
  private final class Reader implements VenueSocket.Handler {
    private final Listener listener;

    private Reader(Listener listener) {
      this.listener = listener;
    }

    @Override
    public void opened() {
      VenueSocket current = socket.get();
      if (current != null) {
        current.send(PolymarketCodec.userSubscription(access.get()));
      }
      listener.venueChanged(status(Health.UP, ""));
      listener.readAgain(VenueId.POLYMARKET, "connected");
    }

    @Override
    public void lost(String cause) {
      listener.venueChanged(status(Health.DOWN, cause));
    }

    @Override
    public void received(String message) {
      if (message.equals("PONG") || message.isBlank()) {
        return;
      }
      List<Fields> parts =
          message.startsWith("[") ? Fields.parseList(message) : List.of(Fields.parse(message));
      parts.forEach(this::take);
    }

    private void take(Fields message) {
      String type = message.textOrEmpty("event_type");
      try {
        switch (type) {
          case "order" -> order(message);
          case "trade" ->
              desk.fills().of(PolymarketCodec.trade(message)).forEach(listener::fillReported);
          default -> LOG.atInfo().addKeyValue("type", type).log("private message of another kind");
        }
      } catch (VenueException e) {
        LOG.atWarn()
            .addKeyValue("type", type)
            .addKeyValue("cause", e.getMessage())
            .log("private message not understood");
        listener.readAgain(VenueId.POLYMARKET, "private message not understood");
      }
    }

    private void order(Fields message) {
      OrderUpdate update = PolymarketAccount.update(PolymarketCodec.order(message));
      if (update.state().isTerminal()) {
        desk.resting().remove(update.venueOrderId());
      }
      listener.orderUpdated(update);
    }

    private VenueStatus status(Health health, String cause) {
      return new VenueStatus(
          VenueId.POLYMARKET, Part.ACCOUNT_STREAM, health, cause, clock.instant());
    }
  }
}
