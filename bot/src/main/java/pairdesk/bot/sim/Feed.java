package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.ExchangeListener;

/** The public streams: whole books of what is watched, in order; they freeze, and come back. */
final class Feed implements ExchangeListener {
  private static final Duration MEDIAN = Duration.ofMillis(12);
  private static final Duration READ_LIMIT = Duration.ofSeconds(5);
  private static final Duration NOTICED_AFTER = Duration.ofSeconds(10);

  private final World world;
  private final Set<MarketId> dirty = new HashSet<>();
  private final Map<VenueId, Instant> frozenUntil = new HashMap<>();
  private final Map<MarketId, Instant> delivered = new HashMap<>();
  private final Map<MarketId, Long> told = new HashMap<>();
  private final Map<MarketId, Instant> redefined = new HashMap<>();
  private Set<MarketId> watched = Set.of();

  Feed(World world) {
    this.world = world;
  }

  void watch(Set<MarketId> markets) {
    var inOrder = new TreeSet<>(markets); // each draws from one stream of chance
    for (MarketId market : inOrder) {
      if (!watched.contains(market)) {
        changed(market);
      }
    }
    watched = inOrder;
  }

  @Override
  public void on(ExchangeEvent event) {
    switch (event) {
      case ExchangeEvent.LevelChanged e -> changed(e.market());
      case ExchangeEvent.MarketChanged e -> {
        var market = Scenery.told(e.market());
        world.markets().put(market.id(), market);
        redefined.put(market.id(), world.time().instant());
        world
            .time()
            .after(
                latency(),
                "market told",
                () ->
                    world.desk().hear(new EngineEvent.MarketListed(world.sabotage().told(market))));
      }
      case ExchangeEvent.Traded _,
          ExchangeEvent.TradeAdvanced _,
          ExchangeEvent.OrderChanged _,
          ExchangeEvent.Filled _,
          ExchangeEvent.PositionChanged _,
          ExchangeEvent.GroupChanged _ -> {}
    }
  }

  /** When its terms or its life were changed last: what is told of it is on its way for a while. */
  Instant redefined(MarketId market) {
    return redefined.getOrDefault(market, Instant.EPOCH);
  }

  /** The book of a market is, or should be, another: it is published in a moment. */
  void changed(MarketId market) {
    if (dirty.add(market)) {
      world.time().after(world.chance().millis(0, 2), "published", () -> publish(market));
    }
  }

  /** Connected, and no data: noticed after a while, by which the engine has seen it itself. */
  void freeze(VenueId venue, Duration span) {
    world.sometimes().saw(Sometimes.Event.BOOKS_FROZE);
    Instant until = world.time().instant().plus(span);
    frozenUntil.put(venue, until);
    if (span.compareTo(NOTICED_AFTER) > 0) {
      world.time().after(NOTICED_AFTER, "freeze noticed", () -> stale(venue));
    }
    world.time().at(until, "thaw", () -> watched.forEach(this::changed));
  }

  /** Asks for these books; an answer that the stream has overtaken says nothing. */
  void read(Set<MarketId> markets, Desk desk) {
    for (MarketId market : new TreeSet<>(markets)) {
      Instant asked = desk.now();
      world
          .wire()
          .ask(
              new Wire.Call<>("book read", READ_LIMIT, () -> read(market)),
              answer -> {
                if (answer instanceof Wire.Answer.Got<Read>(Read read)
                    && read.view().revision() >= told.getOrDefault(market, 0L)) {
                  tell(read.view(), read.at(), asked, desk);
                }
              });
    }
  }

  /** A book as the venue had it at that moment. */
  private record Read(BookView view, Instant at) {}

  private Read read(MarketId market) {
    return new Read(world.exchange().book(market), world.time().instant());
  }

  private void stale(VenueId venue) {
    for (MarketId market : watched) {
      if (market.venue().equals(venue)) {
        for (var instrument : List.of(market.yes(), market.no())) {
          world.checks().bookLost(instrument);
          world.desk().hear(new EngineEvent.BookStale(instrument, "no data"));
        }
      }
    }
  }

  private void publish(MarketId market) {
    dirty.remove(market);
    boolean frozen =
        world.time().instant().isBefore(frozenUntil.getOrDefault(market.venue(), Instant.EPOCH));
    if (frozen || !watched.contains(market)) {
      return;
    }
    BookView view = world.exchange().book(market);
    Instant due = world.time().instant().plus(latency());
    Instant before = delivered.getOrDefault(market, Instant.EPOCH);
    Instant at = due.isAfter(before) ? due : before.plusNanos(1);
    delivered.put(market, at);
    Instant published = world.time().instant();
    world
        .time()
        .at(
            at,
            "book",
            () -> {
              if (view.revision() >= told.getOrDefault(market, 0L)) {
                tell(view, published, world.desk().now(), world.desk());
              }
            });
  }

  private Duration latency() {
    return world.chance().latency(MEDIAN, world.faults().streams().heavy());
  }

  private void tell(BookView view, Instant published, Instant confirmed, Desk desk) {
    told.put(view.market(), view.revision());
    Book yes =
        new Book(
            view.market().yes(),
            ladder(view.bids(Outcome.YES)),
            ladder(view.asks(Outcome.YES)),
            view.revision(),
            published,
            confirmed);
    for (Book book : List.of(yes, yes.mirrored())) {
      world.checks().bookTold(book);
      desk.hear(new EngineEvent.BookChanged(book));
    }
  }

  private static Ladder ladder(List<pairdesk.sandbox.exchange.Level> levels) {
    return Ladder.of(levels.stream().map(l -> new Level(l.price(), l.quantity())).toList());
  }
}
