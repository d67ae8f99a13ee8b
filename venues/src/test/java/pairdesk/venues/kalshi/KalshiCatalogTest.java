package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.venue.MarketCatalog.Read;

class KalshiCatalogTest {
  private static final String SERIES =
      "{\"series\":[{\"ticker\":\"S\",\"fee_type\":\"quadratic\",\"fee_multiplier\":0.5}]}";

  private final FakeKalshi venue = new FakeKalshi();
  private final Kalshi kalshi = venue.client();

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @Test
  void readsPageByPageToTheEnd() {
    venue.on("GET /series", SERIES);
    venue.on(
        "GET /events",
        request ->
            request.getTarget().contains("cursor=p2")
                ? page("", event("E2", market("B", "active"), market("C", "inactive")))
                : page("p2", event("E1", market("A", "active"), market("Z", "closed"))));
    var markets = new ArrayList<Market>();
    assertEquals(new Read(true, 3, 0, ""), kalshi.catalog().readAll(markets::add));
    assertEquals(
        List.of("A", "B", "C"), markets.stream().map(market -> market.id().code()).toList());
    assertEquals(new FeeSchedule.Quadratic(700, 0, 5_000), markets.getFirst().terms().fees());
    RecordedRequest first = venue.to("GET /events").getFirst();
    assertTrue(first.getTarget().contains("with_nested_markets=true"));
  }

  @Test
  void countsWhatItCannotReadAndGoesOn() {
    venue.on("GET /series", SERIES);
    venue.on(
        "GET /events",
        _ ->
            page(
                "",
                event(
                    "E1",
                    market("A", "active"),
                    market("B", "a new status"),
                    market("C", "active").replace("binary", "scalar"),
                    market("D", "active").replace("price_ranges", "renamed"))));
    assertEquals(new Read(true, 1, 3, ""), kalshi.catalog().readAll(_ -> {}));
  }

  @Test
  @Tag("fault:R24")
  @Tag("fault:V10")
  void aListThatBreaksOffIsIncomplete() {
    venue.on("GET /series", SERIES);
    venue.on(
        "GET /events",
        request ->
            request.getTarget().contains("cursor")
                ? FakeKalshi.json(500, "")
                : page("p2", event("E1", market("A", "active"))));
    Read broken = kalshi.catalog().readAll(_ -> {});
    assertFalse(broken.complete());
    assertEquals(1, broken.markets());
    assertTrue(broken.problem().contains("HTTP 500"), broken.problem());
  }

  @Test
  @Tag("fault:V10")
  void aListThatTurnsInACircleIsIncomplete() {
    venue.on("GET /series", SERIES);
    venue.on("GET /events", _ -> page("again", event("E1", market("A", "active"))));
    assertFalse(kalshi.catalog().readAll(_ -> {}).complete());
  }

  @Test
  void readsOneMarketWithItsEventAndFee() {
    venue.on("GET /markets/A", "{\"market\":" + market("A", "active") + "}");
    venue.on("GET /events/E1", "{\"event\":" + event("E1") + ",\"markets\":[]}");
    venue.on(
        "GET /series/S",
        "{\"series\":{\"ticker\":\"S\",\"fee_type\":\"quadratic_with_maker_fees\",\"fee_multiplier\":1}}");
    Market market = kalshi.catalog().read(MarketId.kalshi("A")).orElseThrow();
    assertEquals("Rain in May", market.listing().texts().eventTitle());
    assertEquals(new FeeSchedule.Quadratic(700, 175, 10_000), market.terms().fees());
    assertEquals(Optional.empty(), kalshi.catalog().read(MarketId.kalshi("NONE")));
  }

  /** A hundred markets of as many series: the list of series is nearer than a hundred requests. */
  @Test
  void readsManyMarketsWithFewRequests() {
    venue.on("GET /series", SERIES);
    venue.on(
        "GET /markets",
        request -> {
          String markets =
              tickers(request).stream()
                  .map(ticker -> market(ticker, "active").replace("\"E1\"", "\"E" + ticker + "\""))
                  .collect(Collectors.joining(","));
          return FakeKalshi.json(200, "{\"markets\":[" + markets + "],\"cursor\":\"\"}");
        });
    venue.on(
        "GET /events",
        request ->
            page(
                "",
                tickers(request).stream()
                    .map(ticker -> event(ticker).replace("\"S\"", "\"S" + ticker + "\""))
                    .toArray(String[]::new)));
    List<MarketId> ids = IntStream.range(0, 100).mapToObj(i -> MarketId.kalshi("M" + i)).toList();
    List<Market> markets = kalshi.catalog().read(ids);
    assertEquals(Set.copyOf(ids), markets.stream().map(Market::id).collect(Collectors.toSet()));
    assertEquals(2, venue.to("GET /markets").size());
    assertEquals(2, venue.to("GET /events").size());
    assertEquals(2, venue.to("GET /series").size());
  }

  @Test
  void aMarketThatItDoesNotUnderstandHoldsUpNoOther() {
    String list =
        Stream.of(
                market("A", "active"),
                market("B", "a new status"),
                market("C", "active").replace("\"E1\"", "\"GONE\""))
            .collect(Collectors.joining(",", "{\"markets\":[", "],\"cursor\":\"\"}"));
    venue.on("GET /markets", list);
    venue.on("GET /events", _ -> page("", event("E1")));
    venue.on("GET /series/S", "{\"series\":{\"ticker\":\"S\",\"fee_type\":\"quadratic\"}}");
    List<MarketId> ids = Stream.of("A", "B", "C").map(MarketId::kalshi).toList();
    assertEquals(
        List.of(MarketId.kalshi("A")),
        kalshi.catalog().read(ids).stream().map(Market::id).toList());
  }

  private static List<String> tickers(RecordedRequest request) {
    return List.of(String.valueOf(request.getUrl().queryParameter("tickers")).split(","));
  }

  static String market(String ticker, String status) {
    return """
    {"ticker":"%s","event_ticker":"E1","market_type":"binary","title":"Will it rain?",
     "yes_sub_title":"Yes","no_sub_title":"No","status":"%s","open_time":"2026-11-01T00:00:00Z",
     "close_time":"2026-12-01T00:00:00Z","latest_expiration_time":"2026-12-08T00:00:00Z",
     "rules_primary":"If it rains.","rules_secondary":"","exchange_index":2,
     "price_ranges":[{"start":"0.0000","end":"1.0000","step":"0.0100"}]}\
    """
        .formatted(ticker, status);
  }

  private static String event(String ticker, String... markets) {
    return """
    {"event_ticker":"%s","series_ticker":"S","title":"Rain in May","sub_title":"May",
     "markets":[%s]}\
    """
        .formatted(ticker, String.join(",", markets));
  }

  private static MockResponse page(String cursor, String... events) {
    return FakeKalshi.json(
        200, "{\"events\":[%s],\"cursor\":\"%s\"}".formatted(String.join(",", events), cursor));
  }
}
