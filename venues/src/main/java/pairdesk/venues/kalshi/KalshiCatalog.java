package pairdesk.venues.kalshi;

import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.venue.MarketCatalog;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/**
 * All open markets: series for the fees, then events with their markets inside. Combination markets
 * are not among them, nor markets that pay something between nothing and a dollar.
 */
public final class KalshiCatalog implements MarketCatalog {
  private static final Logger LOG = LoggerFactory.getLogger(KalshiCatalog.class);
  private static final String OPEN_EVENTS =
      "/events?status=open&with_nested_markets=true&limit=200";

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
      rest.read("/series").list("series").forEach(reading.fees::learn);
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
      try {
        Market market = KalshiMarkets.market(event, fields, schedule);
        MarketStatus status = market.life().status();
        if (status == MarketStatus.OPEN || status == MarketStatus.PAUSED) {
          sink.accept(market);
          markets++;
        }
      } catch (VenueException e) {
        skipped++;
        LOG.atDebug()
            .addKeyValue("event", event.textOrEmpty("event_ticker"))
            .addKeyValue("cause", e.getMessage())
            .log("market skipped");
      }
    }
  }
}
