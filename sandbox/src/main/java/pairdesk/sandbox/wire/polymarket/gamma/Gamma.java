package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.ListedEvent;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** The routes of Gamma. */
public final class Gamma {
  /** Lists of what the sandbox has none of. */
  private static final List<String> EMPTY = List.of("/series", "/sports", "/teams", "/comments");

  private static final Pages EVENTS = new Pages("events", 500);
  private static final Pages MARKETS = new Pages("markets", 100);

  private final Venue venue;
  private final MarketRecords markets;
  private final EventRecords events;
  private final Selection<PolymarketListing> byMarket;
  private final Selection<ListedEvent> byEvent;

  public Gamma(Venue venue) {
    this.venue = venue;
    this.markets = new MarketRecords(venue);
    this.events = new EventRecords(venue, markets);
    this.byMarket = new Selection<>(marketTraits());
    this.byEvent = new Selection<>(eventTraits());
  }

  public void register(Endpoints endpoints) {
    new DetailRoutes(venue).register(endpoints);
    endpoints.get("/events/pagination", this::pageOfEvents);
    endpoints.get("/events", r -> EVENTS.byOffset(r, events(r), events::full));
    endpoints.get("/events/keyset", r -> EVENTS.byCursor(r, events(r), events::full));
    endpoints.get("/events/slug/{slug}", r -> event(e -> e.event().slug(), r.pathParam("slug")));
    endpoints.get("/events/{id}", r -> event(e -> e.event().id(), r.pathParam("id")));
    endpoints.get("/markets", r -> MARKETS.byOffset(r, markets(r), markets::withEvent));
    endpoints.get("/markets/keyset", r -> MARKETS.byCursor(r, markets(r), markets::withEvent));
    endpoints.get("/markets/slug/{slug}", r -> market(m -> m.texts().slug(), r.pathParam("slug")));
    endpoints.get("/markets/{id}", r -> market(m -> m.ids().id(), r.pathParam("id")));
    new TagRoutes(venue).register(endpoints);
    for (String path : EMPTY) {
      endpoints.get(path, _ -> Replies.json(Json.array()));
    }
    endpoints.get("/public-search", this::search);
  }

  private List<PolymarketListing> markets(WireRequest request) {
    boolean closed = Query.flag(request, "closed").orElse(false);
    Predicate<PolymarketListing> wanted =
        among(request, "id", (PolymarketListing m) -> m.ids().id())
            .and(among(request, "slug", m -> m.texts().slug()))
            .and(among(request, "condition_ids", m -> m.ids().condition()))
            .and(among(request, "question_ids", m -> m.ids().question()))
            .and(tokens(request))
            .and(byMarket.wanted(request, "_num"))
            .and(m -> Venue.isResolved(venue.state(m.id())) == closed);
    return sorted(byMarket, request, venue.listings().markets().stream().filter(wanted));
  }

  /** Open ones unless closed ones are asked for. */
  private List<ListedEvent> events(WireRequest request) {
    Predicate<ListedEvent> wanted =
        among(request, "id", (ListedEvent e) -> e.event().id())
            .and(among(request, "slug", e -> e.event().slug()))
            .and(byEvent.wanted(request, ""))
            .and(e -> Query.flag(request, "closed").orElse(false) == events.isClosed(e));
    return sorted(byEvent, request, venue.listings().events().stream().filter(wanted));
  }

  /** The plain list, told with whether there is more. */
  private WireReply pageOfEvents(WireRequest request) {
    List<ListedEvent> all = events(request);
    List<ListedEvent> page = EVENTS.part(request, all);
    ObjectNode answer = Json.object();
    ArrayNode data = answer.putArray("data");
    page.forEach(event -> data.add(events.full(event)));
    boolean more = !page.isEmpty() && !page.getLast().equals(all.getLast());
    answer.putObject("pagination").put("hasMore", more).put("totalResults", all.size());
    return Replies.json(answer);
  }

  private static <T> List<T> sorted(Selection<T> selection, WireRequest request, Stream<T> wanted) {
    return selection.order(request).map(wanted::sorted).orElse(wanted).toList();
  }

  private static Predicate<PolymarketListing> tokens(WireRequest request) {
    List<String> wanted = Query.list(request, "clob_token_ids");
    return market ->
        wanted.isEmpty()
            || wanted.contains(market.ids().yesToken())
            || wanted.contains(market.ids().noToken());
  }

  private static <T> Predicate<T> among(
      WireRequest request, String parameter, Function<T, String> value) {
    List<String> wanted = Query.list(request, parameter);
    return element -> wanted.isEmpty() || wanted.contains(value.apply(element));
  }

  private Selection.Traits<PolymarketListing> marketTraits() {
    return new Selection.Traits<>(
        market -> market.ids().id(),
        market -> market.times().start(),
        market -> venue.state(market.id()).close(),
        market -> venue.state(market.id()).figures().volume().e6(),
        market -> MarketFigures.liquidity(venue.exchange().book(market.id())).e6(),
        market -> TagRecords.names(market.event()));
  }

  private Selection.Traits<ListedEvent> eventTraits() {
    Selection.Traits<PolymarketListing> market = marketTraits();
    return new Selection.Traits<>(
        event -> event.event().id(),
        ListedEvent::start,
        ListedEvent::end,
        event -> event.markets().stream().mapToLong(market.volume()::apply).sum(),
        event -> event.markets().stream().mapToLong(market.liquidity()::apply).sum(),
        event -> TagRecords.names(event.event()));
  }

  private WireReply event(Function<ListedEvent, String> name, String wanted) {
    return venue.listings().events().stream()
        .filter(event -> name.apply(event).equals(wanted))
        .findFirst()
        .map(event -> Replies.json(events.full(event)))
        .orElseThrow(() -> notFound("id not found"));
  }

  private WireReply market(Function<PolymarketListing, String> name, String wanted) {
    return venue.listings().markets().stream()
        .filter(market -> name.apply(market).equals(wanted))
        .findFirst()
        .map(market -> Replies.json(markets.withEvent(market)))
        .orElseThrow(() -> notFound("id not found"));
  }

  /** Events whose title holds every word asked for. */
  private WireReply search(WireRequest request) {
    List<String> words =
        List.of(Query.text(request, "q").orElse("").toLowerCase(Locale.ROOT).split("\\s+"));
    ObjectNode answer = Json.object();
    ArrayNode found = answer.putArray("events");
    venue.listings().events().stream()
        .filter(event ->
            words.stream().allMatch(event.event().title().toLowerCase(Locale.ROOT)::contains))
        .limit(Query.number(request, "limit_per_type", 5))
        .forEach(event -> found.add(events.full(event)));
    answer.putArray("tags");
    answer.putArray("profiles");
    answer.putObject("pagination").put("hasMore", false).put("totalResults", found.size());
    return Replies.json(answer);
  }

  static HttpRefusal notFound(String error) {
    return new HttpRefusal(
        404, Json.object().put("type", "not found error").put("error", error), Map.of());
  }
}
