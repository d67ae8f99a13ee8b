package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.exchange.FeeChange;
import pairdesk.sandbox.exchange.FeeChange.Scope;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Events and their markets. */
final class EventRoutes {
  private final Listings listings;
  private final Fees fees;

  EventRoutes(Listings listings, Fees fees) {
    this.listings = listings;
    this.fees = fees;
  }

  void enter(Gateway gateway) {
    gateway.open("/events/fee_changes", this::feeChanges);
    gateway.open("/events/multivariate", EventRoutes::noCombos);
    gateway.open("/events", this::all);
    gateway.open("/events/{ticker}", this::one);
    gateway.open("/events/{ticker}/metadata", this::metadata);
  }

  private WireReply feeChanges(WireRequest request) {
    Page page = Page.of(request, "GetEventFeeChanges", 100, 1_000);
    var filters = new Filters(request);
    List<FeeChange> found =
        fees.changes(Scope.EVENT, false).stream()
            .filter(c -> filters.allows("event_ticker", c.ticker()))
            .toList();
    return Replies.json(
        200, page.write("event_fee_changes", found, c -> FeeJson.ofEvent(c, series(c.ticker()))));
  }

  private String series(String event) {
    return listings.event(event).map(e -> e.series().ticker()).orElse("");
  }

  /** The sandbox lists no combinations. */
  private static WireReply noCombos(WireRequest request) {
    Page page = Page.of(request, "GetMultivariateEvents", 100, 200);
    return Replies.json(200, page.write("events", List.<KalshiEvent>of(), _ -> Replies.object()));
  }

  private WireReply all(WireRequest request) {
    Page page = Page.of(request, "GetEvents", 200, 200);
    var filters = new Filters(request);
    List<MarketPhase> phases = filters.phases();
    List<KalshiEvent> found =
        listings.events().stream()
            .filter(e -> filters.allows("series_ticker", e.series().ticker()))
            .filter(e -> filters.allowsIn("tickers", e.ticker()))
            .filter(e -> listings.markets(e).stream().anyMatch(l -> matches(l, phases, filters)))
            .toList();
    return Replies.json(
        200, page.write("events", found, e -> event(e, filters.flag("with_nested_markets"))));
  }

  private boolean matches(KalshiListing listing, List<MarketPhase> phases, Filters filters) {
    return phases.contains(listings.state(listing).phase())
        && filters.within("close_ts", listings.state(listing).close())
        && filters.within("updated_ts", listings.updated(listing));
  }

  private ObjectNode event(KalshiEvent event, boolean nested) {
    List<KalshiListing> markets = listings.markets(event);
    ObjectNode json =
        EventJson.event(event, fees.override(event), markets.getFirst().times().created());
    if (nested) {
      json.set("markets", json(markets));
    }
    return json;
  }

  private ArrayNode json(List<KalshiListing> markets) {
    ArrayNode array = Replies.array();
    markets.forEach(market -> array.add(listings.json(market)));
    return array;
  }

  private WireReply one(WireRequest request) {
    KalshiEvent event = named(request);
    boolean nested = new Filters(request).flag("with_nested_markets");
    ObjectNode body = Replies.object();
    body.set("event", event(event, nested));
    body.set("markets", nested ? Replies.array() : json(listings.markets(event)));
    return Replies.json(200, body);
  }

  private WireReply metadata(WireRequest request) {
    return Replies.json(200, EventJson.metadata(listings.markets(named(request))));
  }

  private KalshiEvent named(WireRequest request) {
    return listings.event(request.pathParam("ticker")).orElseThrow(Refused::notFound);
  }
}
