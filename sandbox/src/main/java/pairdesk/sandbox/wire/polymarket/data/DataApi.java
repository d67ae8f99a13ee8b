package pairdesk.sandbox.wire.polymarket.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import pairdesk.engine.money.Decimals;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** The Data API: its first version, bare lists paged by offset, and the others beside it. */
public final class DataApi {
  private static final int USUAL = 100;
  private static final int MOST = 500;
  private static final int LAST_OFFSET = 10_000;

  private final Venue venue;
  private final Wallets wallets;

  public DataApi(Venue venue) {
    this.venue = venue;
    this.wallets = new Wallets(venue);
  }

  public void register(Endpoints endpoints) {
    endpoints.get("/", _ -> Replies.json(Json.object().put("data", "OK")));
    endpoints.get("/positions", this::positions);
    endpoints.get("/closed-positions", this::closedPositions);
    endpoints.get("/trades", this::trades);
    endpoints.get("/activity", this::activity);
    new DataFigures(venue, wallets).register(endpoints);
    new DataApiV2(venue, wallets).register(endpoints.under("/v2"));
  }

  /** Without what is smaller than the threshold, which is one share where nothing is said. */
  private WireReply positions(WireRequest request) {
    String wallet = Wallets.user(request);
    long thresholdE6 = thresholdE6(request);
    boolean onlyRedeemable = Query.flag(request, "redeemable").orElse(false);
    boolean onlyMergeable = Query.flag(request, "mergeable").orElse(false);
    return list(
        request,
        wallets
            .holdings(request, "market")
            .filter(h -> !h.size().isZero() && h.size().e6() >= thresholdE6)
            .filter(h -> h.resolved() || !onlyRedeemable)
            .filter(h -> h.mergeable() || !onlyMergeable)
            .map(h -> PositionRecords.open(wallet, h)));
  }

  private static long thresholdE6(WireRequest request) {
    try {
      return Decimals.parse(Query.text(request, "sizeThreshold").orElse("1"), 6);
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.badRequest("invalid sizeThreshold");
    }
  }

  private WireReply closedPositions(WireRequest request) {
    String wallet = Wallets.user(request);
    return list(
        request,
        wallets
            .holdings(request, "market")
            .filter(h -> h.status() == Holding.Status.CLOSED)
            .map(h -> PositionRecords.closed(wallet, h)));
  }

  /** Those that the wallet took, unless those that it made are asked for as well. */
  private WireReply trades(WireRequest request) {
    String wallet = Wallets.user(request);
    boolean takerOnly = Query.flag(request, "takerOnly").orElse(true);
    return list(
        request,
        wallets
            .trades(request, takerOnly)
            .filter(RowFilter.of(request, "market"))
            .map(row -> ActivityRecords.trade(wallet, row)));
  }

  private WireReply activity(WireRequest request) {
    String wallet = Wallets.user(request);
    return list(
        request,
        wallets
            .activity(request)
            .filter(RowFilter.of(request, "market"))
            .map(row -> ActivityRecords.activity(wallet, row)));
  }

  static WireReply list(WireRequest request, Stream<ObjectNode> all) {
    int offset = Query.number(request, "offset", 0);
    if (offset > LAST_OFFSET) {
      throw HttpRefusal.badRequest("offset must be at most " + LAST_OFFSET);
    }
    ArrayNode page = Json.array();
    all.skip(offset)
        .limit(Math.min(Query.number(request, "limit", USUAL), MOST))
        .forEach(page::add);
    return Replies.json(page);
  }
}
