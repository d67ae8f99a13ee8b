package pairdesk.sandbox.wire.polymarket.stream;

import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConfig;
import java.util.List;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.FaultyStream;
import pairdesk.sandbox.faults.SocketSink;
import pairdesk.sandbox.faults.StreamSink;
import pairdesk.sandbox.wire.polymarket.auth.Authenticator;
import pairdesk.sandbox.wire.polymarket.records.OrderRecords;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Both channels and the thread that feeds them. */
public final class Streams implements AutoCloseable {
  private final Faults faults;
  private final EventLoop loop;
  private final MarketChannel market;
  private final UserChannel user;

  public Streams(Venue venue, Authenticator authenticator, Origins origins, Faults faults) {
    this.faults = faults;
    this.market = new MarketChannel(venue);
    this.user =
        new UserChannel(
            venue,
            authenticator,
            new OrderRecords(venue.listings(), origins),
            new TradeRecords(venue.listings(), origins));
    this.loop = new EventLoop(this::happened);
    venue.onKilled(order -> loop.execute(() -> user.killed(order)));
    venue
        .exchange()
        .listen(event -> {
          if (isOurs(event)) {
            loop.on(event);
          }
        });
  }

  public void register(RoutesConfig routes) {
    routes.ws("/ws/market", this::marketSocket);
    routes.ws("/ws/user", this::userSocket);
  }

  private void marketSocket(WsConfig socket) {
    socket.onConnect(context -> {
      var subscriber = new Subscriber(stream(new SocketSink(context)));
      loop.execute(() -> market.opened(context.sessionId(), subscriber));
    });
    socket.onMessage(context -> {
      String text = context.message();
      loop.execute(() -> market.received(context.sessionId(), text));
    });
    socket.onClose(context -> loop.execute(() -> market.closed(context.sessionId())));
  }

  private void userSocket(WsConfig socket) {
    socket.onConnect(context -> {
      var sink = new SocketSink(context);
      FaultyStream stream = stream(sink);
      loop.execute(() -> user.opened(context.sessionId(), stream, sink));
    });
    socket.onMessage(context -> {
      String text = context.message();
      loop.execute(() -> user.received(context.sessionId(), text));
    });
    socket.onClose(context -> loop.execute(() -> user.closed(context.sessionId())));
  }

  private void happened(List<ExchangeEvent> events) {
    market.happened(events);
    user.happened(events);
  }

  private FaultyStream stream(StreamSink sink) {
    return new FaultyStream(VenueId.POLYMARKET, faults, sink);
  }

  private static boolean isOurs(ExchangeEvent event) {
    VenueId venue =
        switch (event) {
          case ExchangeEvent.LevelChanged change -> change.market().venue();
          case ExchangeEvent.Traded(var trade) -> trade.market().venue();
          case ExchangeEvent.TradeAdvanced(var trade) -> trade.market().venue();
          case ExchangeEvent.OrderChanged(var order, _) -> order.terms().market().venue();
          case ExchangeEvent.Filled(var fill, _, _) -> fill.deal().market().venue();
          case ExchangeEvent.PositionChanged change -> change.position().market().venue();
          case ExchangeEvent.MarketChanged change -> change.market().spec().id().venue();
          case ExchangeEvent.GroupChanged change -> change.group().key().owner().venue();
        };
    return venue.equals(VenueId.POLYMARKET);
  }

  @Override
  public void close() {
    loop.close();
  }
}
