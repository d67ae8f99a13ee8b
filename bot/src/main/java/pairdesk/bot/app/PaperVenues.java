package pairdesk.bot.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.book.Book;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.order.Fill;
import pairdesk.engine.paper.PaperExchange;
import pairdesk.engine.paper.PaperReport;
import pairdesk.engine.paper.PaperSettings;

/** The paper exchange of each venue: shown the real books, heard by the engine like a venue. */
final class PaperVenues {
  private static final Logger LOG = LoggerFactory.getLogger(PaperVenues.class);

  private final Map<VenueId, PaperExchange> exchanges = new HashMap<>();
  private final Consumer<EngineEvent> inbox;

  /**
   * What surrounds them.
   *
   * @param markets what is known of a market, from memory
   */
  record World(
      Function<MarketId, Optional<Market>> markets,
      InstantSource clock,
      Consumer<EngineEvent> inbox) {}

  /**
   * @param fills every paper fill that there was, oldest first
   */
  PaperVenues(Collection<VenueId> venues, Settings.Paper settings, List<Fill> fills, World world) {
    this.inbox = world.inbox();
    var strictness =
        new PaperSettings(settings.latency(), PaperSettings.DEFAULTS.maxBookAge(), Fees.STANDARD);
    var around =
        new PaperExchange.World(world.markets(), world.clock(), PaperVenues::pause, this::report);
    for (VenueId venue : venues) {
      List<Fill> own = fills.stream().filter(f -> f.instrument().venue().equals(venue)).toList();
      var opening = new PaperExchange.Opening(settings.cash(), own);
      exchanges.put(venue, new PaperExchange(venue, opening, strictness, around));
    }
  }

  Map<VenueId, PaperExchange> exchanges() {
    return Map.copyOf(exchanges);
  }

  void bookChanged(Book book) {
    PaperExchange exchange = exchanges.get(book.instrument().venue());
    if (exchange != null) {
      exchange.bookChanged(book);
    }
  }

  void bookStale(Instrument instrument) {
    PaperExchange exchange = exchanges.get(instrument.venue());
    if (exchange != null) {
      exchange.bookStale(instrument);
    }
  }

  private void report(PaperReport report) {
    switch (report) {
      case PaperReport.Filled(var fill, var evidence) -> {
        LOG.atInfo()
            .addKeyValue("order", fill.order())
            .addKeyValue("instrument", fill.instrument())
            .addKeyValue("shares", fill.quantity())
            .addKeyValue("price", fill.price())
            .addKeyValue("evidence", evidence)
            .log("filled on paper");
        inbox.accept(new EngineEvent.FillReported(fill));
      }
      case PaperReport.Moved(var update) -> inbox.accept(new EngineEvent.OrderUpdated(update));
    }
  }

  /** On the order's own virtual thread. */
  private static void pause(Duration latency) {
    try {
      Thread.sleep(latency);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
