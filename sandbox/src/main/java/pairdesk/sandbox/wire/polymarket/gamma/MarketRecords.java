package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Rewards;
import pairdesk.sandbox.wire.polymarket.records.BookImage;
import pairdesk.sandbox.wire.polymarket.records.Tick;
import pairdesk.sandbox.wire.polymarket.signing.Contracts;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** A market as Gamma tells it. Some lists are text that contains JSON; that is how it is. */
final class MarketRecords {
  private static final String ORACLE = "0x65070BE91477460D8A7AeEb94ef92fe056C2f2A7";
  private static final String NEG_RISK_ORACLE = "0x69c47De9D4D3Dad79590d61b9e05918E03775f24";
  private static final int BASE_FEE = 1_000;

  private final Venue venue;

  MarketRecords(Venue venue) {
    this.venue = venue;
  }

  ObjectNode full(PolymarketListing market) {
    MarketState state = venue.state(market.id());
    BookView book = venue.exchange().book(market.id());
    ObjectNode json = texts(market);
    Json.join(json, times(market, state));
    Json.join(json, outcomes(market, state, book));
    Json.join(json, flags(state));
    Json.join(json, figures(state, book));
    Json.join(json, trading(market, state));
    Json.join(json, group(market));
    return Json.join(json, resolution(market, state));
  }

  /** As {@code full}, with the market's event in short. */
  ObjectNode withEvent(PolymarketListing market) {
    ObjectNode json = full(market);
    json.putArray("events")
        .addObject()
        .put("id", market.event().id())
        .put("ticker", market.event().slug())
        .put("slug", market.event().slug())
        .put("title", market.event().title())
        .put("negRisk", market.event().negRisk());
    return json;
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
        .put("icon", "");
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
            .put("acceptingOrdersTimestamp", market.times().start().toString());
    if (state.settledAt() != null) {
      String settled = state.settledAt().toString();
      json.put("closedTime", settled.substring(0, 10) + " " + settled.substring(11, 19) + "+00");
    }
    return json;
  }

  private static ObjectNode outcomes(PolymarketListing market, MarketState state, BookView book) {
    Price yes = yesPrice(state, book);
    return Json.object()
        .put("outcomes", Json.write(Json.texts(market.outcomes())))
        .put(
            "outcomePrices",
            Json.write(
                Json.texts(List.of(BookImage.price(yes), BookImage.price(yes.complement())))))
        .put(
            "clobTokenIds",
            Json.write(Json.texts(List.of(market.token(Outcome.YES), market.token(Outcome.NO)))));
  }

  /** The payout once known, else the middle of the book, else the last trade, else a half. */
  private static Price yesPrice(MarketState state, BookView book) {
    Price value = state.value();
    if (value != null) {
      return value;
    }
    if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
      int sum = book.bids().getFirst().price().e4() + book.asks().getFirst().price().e4();
      return Price.ofE4(sum / 2);
    }
    Price last = state.figures().lastPrice();
    return last.e4() == 0 ? Price.ofE4(5_000) : last;
  }

  private static ObjectNode flags(MarketState state) {
    return Json.object()
        .put("active", state.phase() != MarketPhase.INITIALIZED)
        .put("closed", Venue.isResolved(state))
        .put("archived", false)
        .put("new", false)
        .put("featured", false)
        .put("restricted", true)
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
        .put("rfqEnabled", false)
        .put("holdingRewardsEnabled", false);
  }

  private static ObjectNode figures(MarketState state, BookView book) {
    var volume = Json.number(state.figures().volume().e6(), 6);
    var liquidity = Json.number(liquidity(book).e6(), 6);
    ObjectNode json =
        Json.object()
            .put("liquidity", liquidity.toPlainString())
            .put("liquidityNum", liquidity)
            .put("liquidityClob", liquidity)
            .put("volume", volume.toPlainString())
            .put("volumeNum", volume)
            .put("volumeClob", volume)
            .put("volume24hr", volume)
            .put("volume24hrClob", volume)
            .put("lastTradePrice", Json.number(state.figures().lastPrice().e4(), 4));
    best(book.bids()).ifPresent(bid -> json.put("bestBid", Json.number(bid.e4(), 4)));
    best(book.asks()).ifPresent(ask -> json.put("bestAsk", Json.number(ask.e4(), 4)));
    if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
      int spread = book.asks().getFirst().price().e4() - book.bids().getFirst().price().e4();
      json.put("spread", Json.number(spread, 4));
    }
    return json;
  }

  /** What the resting orders would cost their makers. */
  static Usd liquidity(BookView book) {
    Usd sum = Usd.ZERO;
    for (Level bid : book.bids()) {
      sum = sum.plus(Usd.of(bid.price(), bid.quantity(), Rounding.DOWN));
    }
    for (Level ask : book.asks()) {
      sum = sum.plus(Usd.of(ask.price().complement(), ask.quantity(), Rounding.DOWN));
    }
    return sum;
  }

  private static Optional<Price> best(List<Level> levels) {
    return levels.stream().findFirst().map(Level::price);
  }

  private static ObjectNode trading(PolymarketListing market, MarketState state) {
    int rate = market.trading().feeRateE4();
    int baseFee = rate > 0 ? BASE_FEE : 0;
    ObjectNode json =
        Json.object()
            .put("orderPriceMinTickSize", Tick.of(state.grid()).number())
            .put("orderMinSize", Json.number(market.trading().minimumSize().e6(), 6))
            .put("makerBaseFee", baseFee)
            .put("takerBaseFee", baseFee)
            .put("feesEnabled", rate > 0);
    if (rate > 0) {
      json.put("feeType", market.trading().feeType());
      json.putObject("feeSchedule")
          .put("exponent", 1)
          .put("rate", Json.number(rate, 4))
          .put("takerOnly", true)
          .put("rebateRate", Json.number(2_500, 4));
    } else {
      json.putNull("feeType");
    }
    Rewards.of(market).ifPresent(rewards -> reward(json, market, rewards));
    return json;
  }

  private static void reward(ObjectNode json, PolymarketListing market, Rewards rewards) {
    json.put("rewardsMinSize", Rewards.MIN_SIZE)
        .put("rewardsMaxSpread", Rewards.MAX_SPREAD_CENTS)
        .putArray("clobRewards")
        .addObject()
        .put("id", market.ids().id())
        .put("conditionId", market.ids().condition())
        .put("assetAddress", Contracts.COLLATERAL.toString())
        .put("rewardsAmount", 0)
        .put("rewardsDailyRate", rewards.dollarsPerDay())
        .put("startDate", market.times().start().toString().substring(0, 10))
        .put("endDate", "2500-12-31");
  }

  private static ObjectNode group(PolymarketListing market) {
    ObjectNode json =
        Json.object()
            .put("groupItemTitle", market.texts().groupItemTitle())
            .put("negRisk", market.event().negRisk())
            .put("negRiskOther", false);
    if (market.event().negRisk()) {
      json.put("negRiskMarketID", market.event().negRiskMarketId());
    }
    return json;
  }

  private static ObjectNode resolution(PolymarketListing market, MarketState state) {
    boolean resolved = Venue.isResolved(state);
    ObjectNode json =
        Json.object()
            .put("umaBond", "500")
            .put("umaReward", "5")
            .put("customLiveness", 0)
            .put("umaResolutionStatuses", resolved ? "[\"proposed\",\"resolved\"]" : "[]")
            .put("resolvedBy", market.event().negRisk() ? NEG_RISK_ORACLE : ORACLE);
    return resolved ? json.put("umaResolutionStatus", "resolved") : json;
  }
}
