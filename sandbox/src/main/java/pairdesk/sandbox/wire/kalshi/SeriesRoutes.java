package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import pairdesk.sandbox.catalogue.KalshiSeries;
import pairdesk.sandbox.exchange.FeeChange;
import pairdesk.sandbox.exchange.FeeChange.Scope;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;

/** Series and what they will charge. */
final class SeriesRoutes {
  private final Listings listings;
  private final Fees fees;

  SeriesRoutes(Listings listings, Fees fees) {
    this.listings = listings;
    this.fees = fees;
  }

  void enter(Gateway gateway) {
    gateway.open("/series/fee_changes", this::feeChanges);
    gateway.open("/series", this::all);
    gateway.open("/series/{ticker}", this::one);
  }

  /** Announced ones; those in force already only on request. */
  private WireReply feeChanges(WireRequest request) {
    var filters = new Filters(request);
    ArrayNode changes = Replies.array();
    for (FeeChange change : fees.changes(Scope.SERIES, filters.flag("show_historical"))) {
      if (filters.allows("series_ticker", change.ticker())) {
        changes.add(FeeJson.ofSeries(change));
      }
    }
    return Replies.json(200, Replies.object().set("series_fee_change_arr", changes));
  }

  private WireReply all(WireRequest request) {
    var filters = new Filters(request);
    ArrayNode all = Replies.array();
    listings.series().stream()
        .filter(s -> filters.allows("category", s.category()))
        .filter(s ->
            !filters.isSet("tags") || s.tags().stream().anyMatch(filters.list("tags")::contains))
        .forEach(s -> all.add(json(s)));
    return Replies.json(200, Replies.object().set("series", all));
  }

  private WireReply one(WireRequest request) {
    KalshiSeries series =
        listings.series(request.pathParam("ticker")).orElseThrow(Refused::notFound);
    return Replies.json(200, Replies.object().set("series", json(series)));
  }

  private JsonNode json(KalshiSeries series) {
    return EventJson.series(series, fees.of(series), listings.shard(series), Instant.EPOCH);
  }
}
