package pairdesk.sandbox.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.catalogue.KalshiListing.Grid;
import pairdesk.sandbox.exchange.FeeTerms;

/**
 * Reads recorded listings. Dates that are over are moved to the months after the sandbox's start,
 * so that the markets trade; every listing gets a question of its own.
 */
final class ListingFiles {
  private static final Duration AHEAD = Duration.ofDays(60);

  private final JsonMapper json = new JsonMapper();
  private final Instant start;

  ListingFiles(Instant start) {
    this.start = start;
  }

  Catalogue read(Path kalshi, Path polymarket) throws IOException {
    List<KalshiListing> onKalshi = each(kalshi, this::kalshi);
    List<PolymarketListing> onPolymarket = each(polymarket, this::polymarket);
    Map<MarketId, Asks> asks = new HashMap<>();
    onKalshi.forEach(l -> asks.put(l.id(), alone(l.id())));
    onPolymarket.forEach(l -> asks.put(l.id(), alone(l.id())));
    return new Catalogue(onKalshi, onPolymarket, asks);
  }

  /** The first listing of a key counts: snapshots of several days may repeat one. */
  private <T> List<T> each(Path file, Function<JsonNode, T> listing) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(line -> parse(file, line))
          .filter(node -> !text(node, "level").equals("event"))
          .collect(
              Collectors.toMap(
                  node -> node.has("ticker") ? text(node, "ticker") : text(node, "id"),
                  listing,
                  (first, _) -> first,
                  LinkedHashMap::new))
          .values()
          .stream()
          .toList();
    }
  }

  private JsonNode parse(Path file, String line) {
    try {
      return json.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a line of JSON in " + file, e);
    }
  }

  private static Asks alone(MarketId id) {
    int percent = 5 + Math.floorMod(id.code().hashCode(), 90);
    return new Asks(new Question("own:" + id, "", percent), false);
  }

  private KalshiListing kalshi(JsonNode node) {
    String ticker = text(node, "ticker");
    String eventTicker = text(node, "event_ticker");
    String category = text(node, "category");
    var series =
        new KalshiSeries(
            eventTicker.replaceAll("-.*", ""),
            text(node, "title"),
            category.isEmpty() ? "Other" : category,
            "custom",
            List.of(),
            new FeeTerms.Kalshi(FeeTerms.MakerFee.NONE, 1_000));
    Instant close = future(text(node, "close_time"));
    String subtitle = text(node, "yes_sub_title");
    return new KalshiListing(
        ticker,
        new KalshiEvent(eventTicker, series, text(node, "title"), text(node, "subtitle"), false, 0),
        new KalshiListing.Texts(text(node, "title"), subtitle, subtitle, text(node, "rules"), ""),
        new KalshiListing.Times(
            start.minus(AHEAD), start.minus(AHEAD), close, close, close.plus(Duration.ofDays(7))),
        Grid.LINEAR_CENT,
        null);
  }

  private PolymarketListing polymarket(JsonNode node) {
    String id = text(node, "id");
    String slug = text(node, "slug");
    String name = slug.isEmpty() ? id : slug;
    Instant end = future(text(node, "endDate"));
    List<String> outcomes = texts(node.path("outcomes"));
    List<String> tokens = texts(node.path("tokens"));
    return new PolymarketListing(
        new PolymarketListing.Ids(
            MadeUpIds.number(id),
            id.matches("0x[0-9a-f]{64}") ? id : MadeUpIds.hash("condition " + id),
            MadeUpIds.hash("question " + id),
            tokens.size() == 2 ? tokens.getFirst() : MadeUpIds.token("yes " + id),
            tokens.size() == 2 ? tokens.getLast() : MadeUpIds.token("no " + id)),
        new PolymarketEvent(
            MadeUpIds.number("event " + id),
            name,
            text(node, "question"),
            text(node, "description"),
            false,
            "",
            List.of()),
        new PolymarketListing.Texts(
            text(node, "question"), name, text(node, "description"), text(node, "groupItemTitle")),
        outcomes.size() == 2 ? outcomes : List.of("Yes", "No"),
        new PolymarketListing.Times(start.minus(AHEAD), start.minus(AHEAD), end),
        new PolymarketListing.Trading(100, Quantity.ofShares(5), feeType(node), 500));
  }

  private static String feeType(JsonNode node) {
    String category = text(node, "category").toLowerCase(Locale.ROOT);
    return (category.isEmpty() ? "other" : category) + "_fees";
  }

  private Instant future(String moment) {
    try {
      Instant then = Instant.parse(moment);
      return then.isAfter(start) ? then : start.plus(AHEAD);
    } catch (DateTimeParseException _) {
      return start.plus(AHEAD);
    }
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }
}
