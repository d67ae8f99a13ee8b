package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.ListedEvent;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** An event as Gamma tells it, with its markets. */
final class EventRecords {
  private final Venue venue;
  private final MarketRecords markets;

  EventRecords(Venue venue, MarketRecords markets) {
    this.venue = venue;
    this.markets = markets;
  }

  ObjectNode full(ListedEvent listed) {
    ObjectNode json = brief(listed).put("closed", isClosed(listed));
    Json.join(json, figures(listed));
    ArrayNode all = json.putArray("markets");
    listed.markets().forEach(market -> all.add(markets.full(market)));
    json.putArray("series");
    json.set("tags", TagRecords.of(listed.event()));
    return json;
  }

  /** Without figures, tags and markets, as a market tells of its event. */
  static ObjectNode brief(ListedEvent listed) {
    return Json.join(texts(listed), flags(listed));
  }

  /** An event is closed when each of its markets is. */
  boolean isClosed(ListedEvent listed) {
    return listed.markets().stream().map(this::state).allMatch(Venue::isResolved);
  }

  private static ObjectNode texts(ListedEvent listed) {
    return Json.object()
        .put("id", listed.event().id())
        .put("ticker", listed.event().slug())
        .put("slug", listed.event().slug())
        .put("title", listed.event().title())
        .put("description", listed.event().description())
        .put("resolutionSource", "")
        .put("startDate", listed.start().toString())
        .put("creationDate", listed.created().toString())
        .put("endDate", listed.end().toString())
        .put("image", "")
        .put("icon", "")
        .put("createdAt", listed.created().toString())
        .put("updatedAt", listed.start().toString());
  }

  private static ObjectNode flags(ListedEvent listed) {
    ObjectNode json =
        Json.object()
            .put("active", true)
            .put("closed", false)
            .put("archived", false)
            .put("new", false)
            .put("featured", false)
            .put("restricted", true)
            .put("cyom", false)
            .put("showAllOutcomes", true)
            .put("showMarketImages", false)
            .put("gmpChartMode", "default")
            .put("estimateValue", false)
            .put("cumulativeMarkets", false)
            .put("pendingDeployment", false)
            .put("deploying", false)
            .put("commentCount", 0)
            .put("enableOrderBook", true)
            .put("automaticallyActive", true)
            .put("negRisk", listed.event().negRisk())
            .put("enableNegRisk", listed.event().negRisk())
            .put("negRiskAugmented", false);
    if (listed.event().negRisk()) {
      json.put("negRiskMarketID", listed.event().negRiskMarketId()).put("negRiskFeeBips", 0);
    }
    return json;
  }

  private ObjectNode figures(ListedEvent listed) {
    Usd liquidity = Usd.ZERO;
    Quantity volume = Quantity.ZERO;
    Quantity interest = Quantity.ZERO;
    for (PolymarketListing market : listed.markets()) {
      liquidity = liquidity.plus(MarketFigures.liquidity(venue.exchange().book(market.id())));
      volume = volume.plus(state(market).figures().volume());
      interest = interest.plus(state(market).figures().openInterest());
    }
    return Json.object()
        .put("liquidity", Json.number(liquidity.e6(), 6))
        .put("liquidityClob", Json.number(liquidity.e6(), 6))
        .put("volume", Json.number(volume.e6(), 6))
        .put("volume24hr", Json.number(volume.e6(), 6))
        .put("volume1wk", Json.number(volume.e6(), 6))
        .put("volume1mo", Json.number(volume.e6(), 6))
        .put("volume1yr", Json.number(volume.e6(), 6))
        .put("competitive", 0)
        .put("openInterest", Json.number(interest.e6(), 6));
  }

  private MarketState state(PolymarketListing market) {
    return venue.state(market.id());
  }
}
