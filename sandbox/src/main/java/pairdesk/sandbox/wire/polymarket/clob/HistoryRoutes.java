package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
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

/** {@code /prices-history}: the last trade of each step of so many minutes. */
final class HistoryRoutes {
  private final Venue venue;

  HistoryRoutes(Venue venue) {
    this.venue = venue;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/prices-history", this::history);
  }

  private WireReply history(WireRequest request) {
    Token token = venue.token(Query.text(request, "market").orElse(""));
    long now = venue.clock().instant().getEpochSecond();
    long from = from(request, now);
    long to = Query.seconds(request, "endTs", now);
    long step = 60L * Math.max(1, Query.number(request, "fidelity", 1));
    var prices = new TreeMap<Long, Price>();
    for (Trade trade : venue.exchange().trades(token.market())) {
      long at = trade.at().getEpochSecond();
      if (at >= from && at <= to) {
        Price yes = trade.taker().deal().yesPrice();
        prices.put(at - at % step, token.outcome() == Outcome.YES ? yes : yes.complement());
      }
    }
    ObjectNode answer = Json.object();
    ArrayNode history = answer.putArray("history");
    prices.forEach(
        (time, price) -> history.addObject().put("t", time).put("p", Json.number(price.e4(), 4)));
    return Replies.json(answer);
  }

  private static long from(WireRequest request, long now) {
    boolean hasTimes =
        Query.text(request, "startTs").isPresent() && Query.text(request, "endTs").isPresent();
    if (hasTimes) {
      return Query.seconds(request, "startTs", 0);
    }
    Duration span =
        switch (Query.text(request, "interval").orElse("")) {
          case "max", "all" -> Duration.ofSeconds(now);
          case "1m" -> Duration.ofDays(30);
          case "1w" -> Duration.ofDays(7);
          case "1d" -> Duration.ofDays(1);
          case "6h" -> Duration.ofHours(6);
          case "1h" -> Duration.ofHours(1);
          default -> throw HttpRefusal.badRequest("Invalid payload");
        };
    return now - span.toSeconds();
  }
}
