package pairdesk.venues.kalshi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Slices;
import pairdesk.venues.net.VenueException;

/**
 * All open markets: series for the fees, then events with their markets inside. Combination markets
 * are not among them, nor markets that pay something between nothing and a dollar.
 */
public final class KalshiCatalog implements MarketCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiCatalog.class);
  private static final String OPEN_EVENTS =
      "/events?status=open&with_nested_markets=true&limit=200";

  /** Addresses of this length pass everywhere: 50 tickers are some 2 KB. */
  private static final int AT_ONCE = 50;

  /** Beyond this the list of all series is nearer than one request for each. */
  private static final int SERIES_ALONE = 20;

  private final KalshiRest rest;

  KalshiCatalog(KalshiRest rest) {
    this.rest = rest;
  }

  @Override
  public VenueId venue() {
    return VenueId.KALSHI;
  }

  @Override
  public Read readAll(Consumer<Market> sink) {
    var reading = new Reading(sink);
    try {
      learnAll(reading.fees);
      rest.pages(OPEN_EVENTS, page -> page.list("events").forEach(reading::event));
      return new Read(true, reading.markets, reading.skipped, "");
    } catch (VenueException e) {
      return new Read(false, reading.markets, reading.skipped, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<Market> read(MarketId id) {
    return rest.find("/markets/" + KalshiRest.encoded(id.code()))
        .map(answer -> withEvent(answer.object("market")));
  }

  /** The markets, their events, and a request for each series. */
  @Override
  public List<Market> read(Collection<MarketId> ids) {
    var markets = new ArrayList<Market>();
    var fees = new KalshiFees();
    for (List<MarketId> some : Slices.of(ids, AT_ONCE)) {
      List<Fields> listed = list("markets", "limit=1000", codes(some));
      Map<String, Fields> events = events(listed);
      learn(fees, events.values());
      for (Fields fields : listed) {
        Fields event = events.get(fields.textOrEmpty("event_ticker"));
        if (event != null) {
          understood(event, fields, fees.of(event)).ifPresent(markets::add);
        }
      }
    }
    return markets;
  }

  private static List<String> codes(List<MarketId> ids) {
    return ids.stream().map(MarketId::code).toList();
  }

  private Map<String, Fields> events(List<Fields> markets) {
    Set<String> tickers =
        markets.stream()
            .map(market -> market.textOrEmpty("event_ticker"))
            .filter(ticker -> !ticker.isEmpty())
            .collect(Collectors.toSet());
    var events = new HashMap<String, Fields>();
    if (!tickers.isEmpty()) {
      list("events", "limit=200", tickers).stream()
          .filter(event -> event.has("series_ticker"))
          .forEach(event -> events.put(event.textOrEmpty("event_ticker"), event));
    }
    return events;
  }

  private List<Fields> list(String what, String limit, Collection<String> tickers) {
    String csv = tickers.stream().map(KalshiRest::encoded).collect(Collectors.joining(","));
    var listed = new ArrayList<Fields>();
    rest.pages(
        "/" + what + "?" + limit + "&tickers=" + csv, page -> listed.addAll(page.list(what)));
    return listed;
  }

  private void learn(KalshiFees fees, Collection<Fields> events) {
    var unknown = new HashSet<String>();
    events.forEach(event -> unknown.add(event.text("series_ticker")));
    unknown.removeIf(fees::knows);
    if (unknown.size() > SERIES_ALONE) {
      learnAll(fees);
      unknown.removeIf(fees::knows);
    }
    unknown.forEach(series -> learn(fees, series));
  }

  private void learnAll(KalshiFees fees) {
    rest.read("/series").list("series").forEach(fees::learn);
  }

  private static Optional<Market> understood(Fields event, Fields market, FeeSchedule fees) {
    try {
      return Optional.of(KalshiMarkets.market(event, market, fees));
    } catch (VenueException e) {
      LOG.atDebug()
          .addKeyValue("event", event.textOrEmpty("event_ticker"))
          .addKeyValue("cause", e.getMessage())
          .log("market skipped");
      return Optional.empty();
    }
  }

  private Market withEvent(Fields market) {
    String ticker = KalshiRest.encoded(market.text("event_ticker"));
    Fields event = rest.read("/events/" + ticker).object("event");
    var fees = new KalshiFees();
    learn(fees, event.text("series_ticker"));
    return KalshiMarkets.market(event, market, fees.of(event));
  }

  private void learn(KalshiFees fees, String series) {
    rest.find("/series/" + KalshiRest.encoded(series))
        .ifPresent(answer -> fees.learn(answer.object("series")));
  }

  /** One pass over the list, with what it counted. */
  private final class Reading {
    private final Consumer<Market> sink;
    private final KalshiFees fees = new KalshiFees();
    private int markets;
    private int skipped;

    Reading(Consumer<Market> sink) {
      this.sink = sink;
    }

    void event(Fields event) {
      String series = event.text("series_ticker");
      if (!fees.knows(series)) {
        learn(fees, series);
      }
      FeeSchedule schedule = fees.of(event);
      event.list("markets").forEach(market -> market(event, market, schedule));
    }

    private void market(Fields event, Fields fields, FeeSchedule schedule) {
      Optional<Market> market = understood(event, fields, schedule);
      if (market.isEmpty()) {
        skipped++;
      } else if (isListed(market.get())) {
        sink.accept(market.get());
        markets++;
      }
    }

    private static boolean isListed(Market market) {
      MarketStatus status = market.life().status();
      return status == MarketStatus.OPEN || status == MarketStatus.PAUSED;
    }
  }
}
