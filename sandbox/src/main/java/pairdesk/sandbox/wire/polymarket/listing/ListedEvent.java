package pairdesk.sandbox.wire.polymarket.listing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import pairdesk.sandbox.catalogue.PolymarketEvent;
import pairdesk.sandbox.catalogue.PolymarketListing;

/** An event with its markets, of which there is at least one. */
public record ListedEvent(PolymarketEvent event, List<PolymarketListing> markets) {

  public ListedEvent {
    markets = List.copyOf(markets);
  }

  public Instant created() {
    return markets.stream()
        .map(market -> market.times().created())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  public Instant start() {
    return markets.stream()
        .map(market -> market.times().start())
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  public Instant end() {
    return markets.stream()
        .map(market -> market.times().end())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
