package pairdesk.venues.kalshi;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.venue.AccountFeed;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.kalshi.KalshiWire.FillRow;
import pairdesk.venues.kalshi.KalshiWire.Message;
import pairdesk.venues.net.Redactor;

/**
 * Our orders and fills as Kalshi tells them. These channels are not numbered, so nothing shows what
 * was missed: each connection begins with the advice to read the account.
 */
public final class KalshiAccountFeed implements AccountFeed {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiAccountFeed.class);
  private static final Duration STATUS_EVERY = Duration.ofSeconds(5);
  private static final String[] CHANNELS = {"fill", "user_orders", "market_positions"};
  private static final Set<String> NEEDED = Set.of("fill", "user_orders");

  private final KalshiSocket.@Nullable Opener opener;
  private final KalshiOwn own;
  private final KalshiTrading trading;
  private final KalshiChores chores;
  private final InstantSource clock;
  private @Nullable KalshiSocket socket;

  /**
   * @param opener null without a key: then there is nothing to tell
   * @param chores what else is done while the feed runs
   */
  KalshiAccountFeed(
      KalshiSocket.@Nullable Opener opener,
      KalshiOwn own,
      KalshiTrading trading,
      KalshiChores chores,
      InstantSource clock) {
    this.opener = opener;
    this.own = own;
    this.trading = trading;
    this.chores = chores;
    this.clock = clock;
  }

  @Override
  public VenueId venue() {
    return VenueId.KALSHI;
  }

  @Override
  public synchronized void start(Listener listener) {
    if (socket != null) {
      throw new IllegalStateException("feed started twice");
    }
    trading.tell(listener);
    chores.start(new KalshiChores.Chore("trading status", STATUS_EVERY, trading::ask));
    var health = new KalshiHealth(Part.ACCOUNT_STREAM, listener::venueChanged, clock);
    if (opener != null) {
      socket = opener.open(new Session(listener, health));
      socket.start();
    }
  }

  @Override
  public synchronized void close() {
    chores.close();
    if (socket != null) {
      socket.close();
    }
  }

  /** What the connection tells. */
  private final class Session implements KalshiSocket.Listener {
    private final Listener listener;
    private final KalshiHealth health;
    private final Set<String> subscribed = new HashSet<>();
    private final KalshiPositionWatch positions = new KalshiPositionWatch(clock);

    Session(Listener listener, KalshiHealth health) {
      this.listener = listener;
      this.health = health;
    }

    @Override
    public void opened() {
      subscribed.clear();
      positions.restart();
      if (socket != null) {
        socket.subscribe(CHANNELS);
      }
    }

    @Override
    public void received(Message message) {
      switch (message) {
        case KalshiWire.OwnFill(var _, FillRow row) -> {
          positions.fill(row.ticker());
          listener.fillReported(fill(row));
        }
        case KalshiWire.OwnPosition(var _, String ticker, long signedE6) ->
            positions.position(ticker, signedE6);
        case KalshiWire.Acknowledged _ -> lookAtPositions();
        case KalshiWire.OwnOrder(var _, var row) -> listener.orderUpdated(KalshiStates.update(row));
        case KalshiWire.Subscribed(String channel, long _) -> subscribed(channel);
        case KalshiWire.Failure failure -> failed(failure);
        case KalshiWire.Snapshot _,
            KalshiWire.Delta _,
            KalshiWire.Lifecycle _,
            KalshiWire.FeesChanged _,
            KalshiWire.Other _ -> {}
      }
    }

    @Override
    public void lost(String cause) {
      health.is(Health.DOWN, cause);
    }

    /** Only when the needed channels are on can nothing be missed any more: then read what was. */
    private void subscribed(String channel) {
      if (subscribed.add(channel) && NEEDED.contains(channel) && subscribed.containsAll(NEEDED)) {
        health.is(Health.UP, "");
        listener.readAgain(VenueId.KALSHI, "the private stream connected");
      }
    }

    /** The answers to our heartbeat keep the beat here too. */
    private void lookAtPositions() {
      positions
          .withoutFill()
          .ifPresent(ticker ->
              listener.readAgain(
                  VenueId.KALSHI, "the position of " + ticker + " changed without a fill"));
    }

    private void failed(KalshiWire.Failure failure) {
      LOG.atWarn()
          .addKeyValue("code", failure.code())
          .addKeyValue("text", Redactor.redact(failure.text()))
          .log("private stream error");
      if (socket != null) {
        socket.reconnect("stream error " + failure.code());
      }
    }
  }

  private Fill fill(FillRow row) {
    ClientOrderId id = KalshiOwn.id(row.clientOrderId());
    Optional<Fill> known =
        id == null
            ? Optional.empty()
            : own.instrument(id).map(instrument -> KalshiFills.of(row, instrument, id));
    return known.orElseGet(() -> KalshiFills.ofUnknown(row, id));
  }
}
