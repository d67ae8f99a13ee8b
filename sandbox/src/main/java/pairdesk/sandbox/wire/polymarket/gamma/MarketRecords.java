package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.ListedEvent;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** A market as Gamma tells it. Some lists are text that contains JSON; that is how it is. */
final class MarketRecords {
  private static final String SUBMITTER = "0x91430CaD2d3975766499717fA0D66A78D814E5c5";

  private final Venue venue;

  MarketRecords(Venue venue) {
    this.venue = venue;
  }

  ObjectNode full(PolymarketListing market) {
    MarketState state = venue.state(market.id());
    BookView book = venue.exchange().book(market.id());
    ObjectNode json = texts(market);
    Json.join(json, times(market, state));
    Json.join(json, MarketFigures.outcomes(market, state, book));
    Json.join(json, flags(state));
    Json.join(json, MarketFigures.of(state, book));
    Json.join(json, MarketTerms.trading(market, state));
    venue.takerDelay(market).describe().ifPresent(seconds -> json.put("secondsDelay", seconds));
    Json.join(json, MarketTerms.group(market));
    return Json.join(json, MarketTerms.resolution(market, state));
  }

  /** As {@code full}, with the market's event in short. */
  ObjectNode withEvent(PolymarketListing market) {
    ObjectNode json = full(market);
    json.putArray("events").add(EventRecords.brief(listed(market)));
    return json;
  }

  private ListedEvent listed(PolymarketListing market) {
    return venue.listings().event(market.event().id()).orElseThrow();
  }

  private static ObjectNode texts(PolymarketListing market) {
    return Json.object()
        .put("id", market.ids().id())
        .put("question", market.texts().question())
        .put("conditionId", market.ids().condition())
        .put("slug", market.texts().slug())
        .put("resolutionSource", "")
        .put("description", market.texts().description())
        .put("questionID", market.ids().question())
        .put("image", "")
        .put("icon", "")
        .put("submitted_by", SUBMITTER);
  }

  private static ObjectNode times(PolymarketListing market, MarketState state) {
    ObjectNode json =
        Json.object()
            .put("startDate", market.times().start().toString())
            .put("endDate", state.close().toString())
            .put("startDateIso", market.times().start().toString().substring(0, 10))
            .put("endDateIso", state.close().toString().substring(0, 10))
            .put("createdAt", market.times().created().toString())
            .put("updatedAt", market.times().start().toString())
            .put("deployingTimestamp", market.times().created().toString())
            .put("acceptingOrdersTimestamp", market.times().start().toString());
    if (state.settledAt() != null) {
      String settled = state.settledAt().toString();
      json.put("closedTime", settled.substring(0, 10) + " " + settled.substring(11, 19) + "+00");
    }
    return json;
  }

  private static ObjectNode flags(MarketState state) {
    return Json.object()
        .put("active", state.phase() != MarketPhase.INITIALIZED)
        .put("closed", Venue.isResolved(state))
        .put("archived", false)
        .put("new", false)
        .put("featured", false)
        .put("restricted", true)
        .put("hasReviewedDates", true)
        .put("enableOrderBook", true)
        .put("acceptingOrders", state.isTrading())
        .put("ready", false)
        .put("funded", false)
        .put("approved", true)
        .put("cyom", false)
        .put("automaticallyActive", true)
        .put("clearBookOnStart", false)
        .put("manualActivation", false)
        .put("pendingDeployment", false)
        .put("deploying", false)
        .put("showGmpSeries", false)
        .put("showGmpOutcome", false)
        .put("rfqEnabled", false)
        .put("comboStatus", "disabled")
        .put("holdingRewardsEnabled", false);
  }
}
