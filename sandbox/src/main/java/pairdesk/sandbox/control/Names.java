package pairdesk.sandbox.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.catalogue.Catalogue.TruePair;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.control.ControlFront.Traders;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Order;

/** Finds what inputs name: venues' traders, markets, orders. */
final class Names {
  private static final String PAIR = "pair:";

  private final Exchange exchange;
  private final Catalogue catalogue;
  private final List<TruePair> pairs;
  private final Traders traders;

  Names(Exchange exchange, Catalogue catalogue, Traders traders) {
    this.exchange = exchange;
    this.catalogue = catalogue;
    this.pairs = catalogue.truePairs();
    this.traders = traders;
  }

  AccountId trader(VenueId venue) {
    return venue.equals(VenueId.KALSHI) ? traders.kalshi() : traders.polymarket();
  }

  /**
   * The market under {@code venue} and {@code market}: its id at the venue, or {@code pair:3} for
   * the fourth of the pairs that the truth lists.
   */
  MarketId market(Input input) {
    VenueId venue = input.venue("venue");
    String text = input.required("market");
    if (text.startsWith(PAIR)) {
      return ofPair(input, venue, text.substring(PAIR.length()));
    }
    MarketId market = input.read("market", code -> new MarketId(venue, code));
    if (exchange.market(market).isEmpty()) {
      throw input.wrong("market", "is not listed");
    }
    return market;
  }

  private MarketId ofPair(Input input, VenueId venue, String number) {
    if (!number.matches("\\d{1,4}") || Integer.parseInt(number) >= pairs.size()) {
      throw input.wrong("market", "want pair:0 to pair:" + (pairs.size() - 1));
    }
    TruePair pair = pairs.get(Integer.parseInt(number));
    return venue.equals(VenueId.KALSHI) ? pair.kalshi().id() : pair.polymarket().id();
  }

  /** All texts by which requests and messages call a market. */
  List<String> of(MarketId market) {
    return catalogue.polymarket().stream()
        .filter(l -> l.id().equals(market))
        .findFirst()
        .map(PolymarketListing::ids)
        .map(ids -> List.of(ids.condition(), ids.yesToken(), ids.noToken()))
        .orElse(List.of(market.code()));
  }

  /** An order of a venue's trader, by the venue's id or by the client's. */
  Optional<Order> order(VenueId venue, String id) {
    return exchange.orders(trader(venue)).stream()
        .filter(o -> o.id().equals(id) || o.clientId().equals(id))
        .findFirst();
  }

  /** All texts by which requests and messages call an order, whichever of them is given. */
  List<String> ofOrder(String id) {
    return Stream.of(VenueId.KALSHI, VenueId.POLYMARKET)
        .flatMap(venue -> order(venue, id).stream())
        .findFirst()
        .map(order -> Stream.of(order.id(), order.clientId()).filter(s -> !s.isEmpty()).toList())
        .orElse(List.of(id));
  }

  /** Kalshi's markets of a series or of an event. */
  List<MarketId> kalshiMarkets(String seriesOrEvent) {
    return catalogue.kalshi().stream()
        .filter(l ->
            l.event().ticker().equals(seriesOrEvent)
                || l.event().series().ticker().equals(seriesOrEvent))
        .map(KalshiListing::id)
        .toList();
  }

  /** The event of one of Kalshi's markets. */
  String event(MarketId market) {
    return catalogue.kalshi().stream()
        .filter(l -> l.id().equals(market))
        .map(l -> l.event().ticker())
        .findFirst()
        .orElseThrow();
  }
}
