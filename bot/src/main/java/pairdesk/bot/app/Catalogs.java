package pairdesk.bot.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.persistence.Markets;
import pairdesk.venues.net.VenueException;

/**
 * All markets of both venues in memory, read again on a schedule. A market that an incomplete read
 * does not show is not taken for gone.
 */
final class Catalogs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogs.class);

  private final List<MarketCatalog> catalogs;
  private final Markets rows;
  private final Listener listener;
  private final InstantSource clock;
  private final Map<MarketId, Market> markets = new ConcurrentHashMap<>();

  /** In use, and neither in its venue's list nor told of: a closed market is in no list. */
  private final Set<MarketId> missing = ConcurrentHashMap.newKeySet();

  private final List<Thread> threads = new ArrayList<>();

  /** Told on the reading thread. */
  interface Listener {
    /** A market is new, or differs from what was known. */
    void listed(Market market);

    /**
     * No longer in a complete list.
     *
     * @return whether it is in use: then its venue is asked for it alone
     */
    boolean gone(MarketId market);

    /** A catalogue was read, to its end or not: texts that people approved by may have changed. */
    void read();
  }

  Catalogs(List<MarketCatalog> catalogs, Markets rows, Listener listener, InstantSource clock) {
    this.catalogs = List.copyOf(catalogs);
    this.rows = rows;
    this.listener = listener;
    this.clock = clock;
  }

  /** Reads from now on, each venue on a thread of its own, with this pause between two readings. */
  void start(Duration pause) {
    for (MarketCatalog catalog : catalogs) {
      threads.add(
          Thread.ofVirtual().name("catalogue-" + catalog.venue()).start(() -> run(catalog, pause)));
    }
  }

  Optional<Market> market(MarketId id) {
    return Optional.ofNullable(markets.get(id));
  }

  /**
   * These markets, as far as their venues can be asked now. A venue that cannot be asked does not
   * keep the other one's open legs waiting: its markets are asked for again after each reading of
   * its catalogue.
   */
  List<Market> known(Collection<MarketId> ids) {
    missing.addAll(ids);
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      catalogs.forEach(catalog -> readers.execute(() -> readMissing(catalog)));
    }
    return ids.stream().distinct().flatMap(id -> market(id).stream()).toList();
  }

  /** Those in use that its list did not show: settled meanwhile, perhaps. */
  private List<Market> readMissing(MarketCatalog catalog) {
    List<MarketId> wanted =
        missing.stream()
            .filter(id -> id.venue().equals(catalog.venue()) && !markets.containsKey(id))
            .toList();
    try {
      catalog.read(wanted).forEach(this::note);
    } catch (VenueException e) {
      LOG.atWarn()
          .addKeyValue("venue", catalog.venue())
          .addKeyValue("markets", wanted.size())
          .addKeyValue("cause", e.getMessage())
          .log("markets in use could not be read");
      return List.of();
    }
    wanted.stream().filter(id -> !markets.containsKey(id)).forEach(id -> readAlone(catalog, id));
    return wanted.stream().flatMap(id -> market(id).stream()).toList();
  }

  /** The venue is there: one market that it does not know, or that we do not, holds up no other. */
  private void readAlone(MarketCatalog catalog, MarketId id) {
    try {
      catalog.read(id).ifPresent(this::note);
    } catch (VenueException e) {
      LOG.atWarn()
          .addKeyValue("market", id)
          .addKeyValue("cause", e.getMessage())
          .log("a market in use could not be read");
    }
  }

  /** Takes note of news about one market that came another way. */
  void note(Market market) {
    markets.put(market.id(), market);
    missing.remove(market.id());
  }

  private void run(MarketCatalog catalog, Duration pause) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        read(catalog);
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(MarketCatalog catalog) {
    try {
      Map<MarketId, Market> read = new ConcurrentHashMap<>();
      MarketCatalog.Read result = catalog.readAll(market -> read.put(market.id(), market));
      LOG.atInfo()
          .addKeyValue("venue", catalog.venue())
          .addKeyValue("markets", result.markets())
          .addKeyValue("complete", result.complete())
          .addKeyValue("problem", result.problem())
          .log("catalogue read");
      take(catalog, read, result.complete());
      readMissing(catalog).forEach(listener::listed);
    } catch (RuntimeException e) { // read again after the pause; what is known stays
      LOG.atWarn().addKeyValue("venue", catalog.venue()).setCause(e).log("catalogue not read");
    }
  }

  private void take(MarketCatalog catalog, Map<MarketId, Market> read, boolean complete) {
    var seen = read.values().stream().map(m -> new Markets.Seen(m, hash(m.listing()))).toList();
    Set<MarketId> edited = rows.save(catalog.venue(), seen, clock.instant());
    for (Market market : read.values()) {
      missing.remove(market.id());
      if (!market.equals(markets.put(market.id(), market))) {
        listener.listed(market);
      }
    }
    if (complete) {
      for (MarketId id : List.copyOf(markets.keySet())) {
        if (id.venue().equals(catalog.venue()) && !read.containsKey(id)) {
          Market known = markets.remove(id);
          if (listener.gone(id) && known != null && !isSettled(known)) {
            missing.add(id);
          }
        }
      }
    }
    if (!edited.isEmpty()) {
      LOG.atInfo()
          .addKeyValue("venue", catalog.venue())
          .addKeyValue("markets", edited.size())
          .log("texts edited");
    }
    listener.read();
  }

  /** Hash of what a person judges by: title, rules and strike. */
  private static String hash(Listing listing) {
    String text =
        String.join(
            "\u001f",
            listing.texts().title(),
            listing.texts().subtitle(),
            listing.texts().rules(),
            listing.names().group(),
            listing.strike().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isSettled(Market market) {
    return market.life().status() == MarketStatus.SETTLED;
  }

  /** Whether orders could be placed there. */
  static boolean isOpen(Market market) {
    return market.life().status() == MarketStatus.OPEN;
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
