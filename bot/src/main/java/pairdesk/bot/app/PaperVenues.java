package pairdesk.bot.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pairdesk.engine.book.Book;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.loop.EngineEvent;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.Fees;
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
   * @param past of the paper account alone
   */
  PaperVenues(Collection<VenueId> venues, Settings.Paper settings, Recovered past, World world) {
    this.inbox = world.inbox();
    var strictness =
        new PaperSettings(settings.latency(), PaperSettings.DEFAULTS.maxBookAge(), Fees.STANDARD);
    var around =
        new PaperExchange.World(world.markets(), world.clock(), PaperVenues::pause, this::report);
    for (VenueId venue : venues) {
      var opening = opening(venue, settings.cash(), past);
      exchanges.put(venue, new PaperExchange(venue, opening, strictness, around));
    }
  }

  private static PaperExchange.Opening opening(VenueId venue, Usd cash, Recovered past) {
    return new PaperExchange.Opening(
        cash,
        past.fills().stream().filter(f -> f.instrument().venue().equals(venue)).toList(),
        past.payouts().stream()
            .filter(p -> p.market().venue().equals(venue))
            .map(JournalRecord.PayoutBooked::payout)
            .toList());
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

  void marketChanged(Market market) {
    PaperExchange exchange = exchanges.get(market.id().venue());
    if (exchange != null) {
      exchange.marketChanged(market);
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
      case PaperReport.Paid(var payout) -> inbox.accept(new EngineEvent.PaidOnPaper(payout));
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
