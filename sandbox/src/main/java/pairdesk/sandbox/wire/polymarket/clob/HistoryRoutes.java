package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Price histories, of one token or several: the last trade of each step of so many minutes. */
final class HistoryRoutes {
  private static final int MOST_MARKETS = 20;

  private final Venue venue;

  HistoryRoutes(Venue venue) {
    this.venue = venue;
  }

  /** From when to when, and the length of a step, all in seconds. */
  private record Span(long from, long to, long step) {
    Span {
      if (from > to) {
        throw HttpRefusal.badRequest("Invalid payload");
      }
    }
  }

  void register(Endpoints endpoints) {
    endpoints.get("/prices-history", this::one);
    endpoints.post("/batch-prices-history", this::several);
  }

  private WireReply one(WireRequest request) {
    Token token = venue.token(Query.text(request, "market").orElse(""));
    long now = venue.clock().instant().getEpochSecond();
    Optional<String> start = Query.text(request, "startTs");
    Span span =
        start.isPresent() && Query.text(request, "endTs").isPresent()
            ? span(
                Query.seconds(request, "startTs", 0),
                Query.seconds(request, "endTs", now),
                Query.number(request, "fidelity", 1))
            : span(
                now - length(Query.text(request, "interval").orElse(""), now),
                now,
                Query.number(request, "fidelity", 1));
    return Replies.json(Json.object().set("history", history(token, span)));
  }

  private WireReply several(WireRequest request) {
    JsonNode body =
        Json.parse(request.body())
            .filter(node -> node.path("markets").isArray())
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid payload"));
    if (body.path("markets").size() > MOST_MARKETS) {
      throw HttpRefusal.badRequest("Payload exceeds the limit");
    }
    long now = venue.clock().instant().getEpochSecond();
    int fidelity = body.path("fidelity").asInt(1);
    Span span =
        body.has("start_ts") && body.has("end_ts")
            ? span(body.path("start_ts").asLong(), body.path("end_ts").asLong(), fidelity)
            : span(now - length(body.path("interval").asText(), now), now, fidelity);
    ObjectNode histories = Json.object();
    for (JsonNode market : body.path("markets")) {
      histories.set(market.asText(), history(venue.token(market.asText()), span));
    }
    return Replies.json(Json.object().set("history", histories));
  }

  private static Span span(long from, long to, int minutes) {
    return new Span(from, to, 60L * Math.max(1, minutes));
  }

  private ArrayNode history(Token token, Span span) {
    var prices = new TreeMap<Long, Price>();
    for (Trade trade : venue.exchange().trades(token.market())) {
      long at = trade.at().getEpochSecond();
      if (at >= span.from() && at <= span.to()) {
        Price yes = trade.taker().deal().yesPrice();
        prices.put(at - at % span.step(), token.outcome() == Outcome.YES ? yes : yes.complement());
      }
    }
    ArrayNode history = Json.array();
    prices.forEach(
        (time, price) -> history.addObject().put("t", time).put("p", Json.number(price.e4(), 4)));
    return history;
  }

  private static long length(String interval, long sinceEver) {
    return switch (interval) {
      case "max", "all" -> sinceEver;
      case "1m" -> Duration.ofDays(30).toSeconds();
      case "1w" -> Duration.ofDays(7).toSeconds();
      case "1d" -> Duration.ofDays(1).toSeconds();
      case "6h" -> Duration.ofHours(6).toSeconds();
      case "1h" -> Duration.ofHours(1).toSeconds();
      default -> throw HttpRefusal.badRequest("Invalid payload");
    };
  }
}
