package pairdesk.venues.polymarket;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.MarketFeed;
import pairdesk.engine.venue.VenueStatus;
import pairdesk.engine.venue.VenueStatus.Health;
import pairdesk.engine.venue.VenueStatus.Part;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Transport;
import pairdesk.venues.polymarket.PolymarketWire.BookSent;
import pairdesk.venues.polymarket.PolymarketWire.LevelsChanged;
import pairdesk.venues.polymarket.PolymarketWire.MarketMessage;
import pairdesk.venues.polymarket.PolymarketWire.Other;
import pairdesk.venues.polymarket.PolymarketWire.Resolved;
import pairdesk.venues.polymarket.PolymarketWire.TickChanged;
import pairdesk.venues.polymarket.PolymarketWire.Traded;

/**
 * Books by stream, compared with the venue's REST books every two seconds. The comparison repairs
 * what the stream lost, confirms quiet books, and alone is enough while the stream is down.
 */
final class PolymarketFeed implements MarketFeed {
  private final Transport transport;
  private final URI stream;
  private final BookComparison comparison;
  private final Chance chance;
  private final InstantSource clock;
  private final KnownMarkets known;
  private final HashRule hashRule = new HashRule();

  /** Guarded by this, like the sockets and the listener. */
  private final Map<MarketId, Watched> watched = new HashMap<>();

  private final List<PolymarketSocket> sockets = new ArrayList<>();
  private @Nullable Listener listener;
  private @Nullable VenueStatus last;
  private boolean closed;

  /** A market, and the connection that streams it. */
  record Watched(MarketBooks books, PolymarketSocket socket) {}

  PolymarketFeed(
      Transport transport,
      PolymarketSettings settings,
      PolymarketRest rest,
      PolymarketCatalog catalog,
      KnownMarkets known,
      Chance chance) {
    this.transport = transport;
    this.stream = settings.endpoints().stream();
    this.known = known;
    this.chance = chance;
    this.clock = chance.clock();
    this.comparison =
        new BookComparison(rest, catalog, this, settings.limits().confirmEvery(), clock);
  }

  @Override
  public VenueId venue() {
    return VenueId.POLYMARKET;
  }

  @Override
  public synchronized void start(Listener told) {
    if (listener != null) {
      throw new IllegalStateException("market feed started twice");
    }
    listener = told;
    comparison.start();
  }

  @Override
  public synchronized void watch(Collection<Market> markets) {
    if (listener == null || closed) {
      throw new IllegalStateException("market feed is not running");
    }
    var wanted = new HashSet<MarketId>();
    var added = new HashMap<PolymarketSocket, List<String>>();
    for (Market market : markets) {
      wanted.add(market.id());
      known.put(market);
      Watched present = watched.get(market.id());
      if (present != null) {
        present.books().refresh(market);
      } else {
        Watched next = add(market, listener);
        added
            .computeIfAbsent(next.socket(), _ -> new ArrayList<>())
            .addAll(next.books().tokenIds());
      }
    }
    added.forEach(PolymarketSocket::subscribe);
    var dropped = new HashSet<>(watched.keySet());
    dropped.removeAll(wanted);
    dropped.forEach(this::drop);
    comparison.soon();
  }

  @Override
  public void confirm(Collection<MarketId> markets) {
    comparison.soon();
  }

  private Watched add(Market market, Listener told) {
    var next = new Watched(new MarketBooks(market, hashRule, told), socketWithRoom());
    watched.put(market.id(), next);
    return next;
  }

  private PolymarketSocket socketWithRoom() {
    var counts = new HashMap<PolymarketSocket, Integer>();
    watched.values().forEach(w -> counts.merge(w.socket(), 2, Integer::sum));
    Optional<PolymarketSocket> room =
        sockets.stream()
            .filter(s -> counts.getOrDefault(s, 0) + 2 <= PolymarketSocket.MOST_TOKENS)
            .findFirst();
    return room.orElseGet(this::newSocket);
  }

  private PolymarketSocket newSocket() {
    var socket = new PolymarketSocket(transport, stream, new Told(), chance);
    sockets.add(socket);
    return socket;
  }

  private void drop(MarketId id) {
    Watched dropped = watched.remove(id);
    if (dropped != null) {
      dropped.socket().unsubscribe(dropped.books().tokenIds());
    }
  }

  synchronized List<Watched> watched() {
    return List.copyOf(watched.values());
  }

  private synchronized Optional<MarketBooks> books(String market) {
    return Optional.ofNullable(watched.get(MarketId.polymarket(market))).map(Watched::books);
  }

  /** How stream and comparison stand; the listener is told when that changes. */
  synchronized void report(boolean readable, String cause) {
    boolean streaming = sockets.stream().allMatch(PolymarketSocket::isOpen);
    Health health =
        streaming && readable ? Health.UP : streaming || readable ? Health.DEGRADED : Health.DOWN;
    String text =
        switch (health) {
          case UP -> "";
          case DOWN -> cause;
          default -> streaming ? "books cannot be compared: " + cause : "books by polling";
        };
    if (listener != null && (last == null || last.health() != health)) {
      last = new VenueStatus(VenueId.POLYMARKET, Part.MARKET_STREAM, health, text, clock.instant());
      listener.venueChanged(last);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    comparison.close();
    sockets.forEach(PolymarketSocket::close);
  }

  /** Hears the connections. */
  private final class Told implements PolymarketSocket.Listener {
    @Override
    public void message(MarketMessage message) {
      switch (message) {
        case BookSent(var book) ->
            books(book.market()).ifPresent(books -> books.sent(book, clock.instant()));
        case LevelsChanged changes -> books(changes.market()).ifPresent(b -> apply(b, changes));
        case Traded(String token, String price) -> traded(token, price);
        case TickChanged tick ->
            books(tick.market()).ifPresent(b -> b.tickChanged(tick.tick(), clock.instant()));
        case Resolved(String market, String winner) ->
            books(market).ifPresent(books -> resolved(books, winner));
        case Other _ -> {}
      }
    }

    private void apply(MarketBooks books, LevelsChanged changes) {
      if (!books.changed(changes, clock.instant())) {
        comparison.soon();
      }
    }

    private void traded(String token, String price) {
      known
          .find(token)
          .flatMap(t -> books(t.instrument().market().code()))
          .ifPresent(books -> books.traded(token, price));
    }

    private void resolved(MarketBooks books, String winner) {
      books.lost("market resolved");
      books.update(MarketChanges.resolved(books.market(), winner));
    }

    @Override
    public void changed(String cause) {
      comparison.soon();
    }
  }
}
