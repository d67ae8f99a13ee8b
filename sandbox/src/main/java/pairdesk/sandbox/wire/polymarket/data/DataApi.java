package pairdesk.sandbox.wire.polymarket.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Settlement;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** The routes of the Data API, version 1 and the positions of version 2. */
public final class DataApi {
  private static final int USUAL = 100;
  private static final int MOST = 500;
  private static final int MOST_V2 = 1_000;

  private final Venue venue;
  private final Holdings holdings;
  private final WalletRecords records;

  public DataApi(Venue venue) {
    this.venue = venue;
    this.holdings = new Holdings(venue);
    this.records = new WalletRecords(venue.listings());
  }

  public void register(Endpoints endpoints) {
    endpoints.get("/positions", this::positions);
    endpoints.get("/trades", this::trades);
    endpoints.get("/activity", this::activity);
    endpoints.get("/v2/positions", this::positionsV2);
  }

  private WireReply positions(WireRequest request) {
    return list(request, held(request).map(h -> records.position(user(request), h)));
  }

  private WireReply trades(WireRequest request) {
    return list(request, fills(request).map(f -> records.trade(user(request), f)));
  }

  /** Trades and payouts, newest first; winnings are paid out by themselves. */
  private WireReply activity(WireRequest request) {
    String wallet = user(request);
    List<String> types = Query.list(request, "type");
    long start = Query.seconds(request, "start", 0);
    Stream<ObjectNode> trades = fills(request).map(f -> records.activity(wallet, f));
    Stream<ObjectNode> payouts = settlements(request).map(s -> records.payout(wallet, s));
    return list(
        request,
        Stream.concat(trades, payouts)
            .filter(row -> types.isEmpty() || types.contains(row.path("type").asText()))
            .filter(row -> row.path("timestamp").asLong() >= start)
            .sorted(
                Comparator.comparingLong((ObjectNode row) -> row.path("timestamp").asLong())
                    .reversed()));
  }

  private WireReply positionsV2(WireRequest request) {
    int limit = Query.number(request, "limit", USUAL);
    if (limit > MOST_V2) {
      throw HttpRefusal.badRequest("limit must be at most " + MOST_V2);
    }
    int from = Query.number(request, "cursor", 0);
    String status = Query.text(request, "status").orElse("OPEN");
    List<Holding> wanted =
        held(request).filter(h -> h.redeemable() == status.equals("REDEEMABLE")).toList();
    ObjectNode answer = Json.object();
    ArrayNode data = answer.putArray("data");
    wanted.stream()
        .skip(from)
        .limit(limit)
        .forEach(h -> data.add(records.positionV2(user(request), h)));
    ObjectNode pagination = answer.putObject("pagination");
    if (from + limit < wanted.size()) {
      pagination.put("next_cursor", Integer.toString(from + limit));
    } else {
      pagination.putNull("next_cursor");
    }
    return Replies.json(answer);
  }

  private Stream<Holding> held(WireRequest request) {
    List<String> markets = Query.list(request, "market");
    return trader(request).stream()
        .flatMap(trader -> holdings.of(trader).stream())
        .filter(h -> markets.isEmpty() || markets.contains(h.token().market().code()));
  }

  /** Newest first. */
  private Stream<Fill> fills(WireRequest request) {
    return trader(request).stream()
        .flatMap(trader -> venue.exchange().fills(trader.account()).stream())
        .sorted(Comparator.comparing(Fill::at).reversed());
  }

  private Stream<Settlement> settlements(WireRequest request) {
    return trader(request).stream()
        .flatMap(trader -> venue.exchange().settlements(trader.account()).stream());
  }

  private WireReply list(WireRequest request, Stream<ObjectNode> all) {
    ArrayNode page = Json.array();
    all.skip(Query.number(request, "offset", 0))
        .limit(Math.min(Query.number(request, "limit", USUAL), MOST))
        .forEach(page::add);
    return Replies.json(page);
  }

  private Optional<Trader> trader(WireRequest request) {
    return venue.traderOfWallet(user(request));
  }

  private static String user(WireRequest request) {
    return Query.text(request, "user")
        .orElseThrow(() -> HttpRefusal.badRequest("required query param 'user' not provided"));
  }
}
