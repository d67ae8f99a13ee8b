package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Rewards;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.Tick;
import pairdesk.sandbox.wire.polymarket.signing.Contracts;
import pairdesk.sandbox.wire.polymarket.venue.TakerDelay;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Markets as the order book service lists them: long, short, and compact. */
final class ListingRecords {
  /** A cap of the old fee scheme that the venue still prints; not the rate. */
  private static final int BASE_FEE = 1_000;

  private final Venue venue;

  ListingRecords(Venue venue) {
    this.venue = venue;
  }

  ObjectNode full(PolymarketListing market) {
    MarketState state = venue.state(market.id());
    ObjectNode json = Json.object().put("enable_order_book", true);
    Json.join(json, flags(state))
        .put("accepting_order_timestamp", market.times().start().toString())
        .put("minimum_order_size", Json.number(market.trading().minimumSize().e6(), 6))
        .put("minimum_tick_size", Tick.of(state.grid()).number())
        .put("condition_id", market.ids().condition())
        .put("question_id", market.ids().question())
        .put("question", market.texts().question())
        .put("description", market.texts().description())
        .put("market_slug", market.texts().slug())
        .put("end_date_iso", market.times().end().toString())
        .putNull("game_start_time")
        .put("seconds_delay", venue.takerDelay(market).seconds())
        .put("fpmm", "")
        .put("maker_base_fee", baseFee(state))
        .put("taker_base_fee", baseFee(state))
        .put("notifications_enabled", true)
        .put("neg_risk", market.event().negRisk())
        .put("neg_risk_market_id", market.event().negRiskMarketId())
        .put("neg_risk_request_id", "")
        .put("icon", "")
        .put("image", "");
    json.set("rewards", rewards(market));
    json.put("is_50_50_outcome", false);
    json.set("tokens", tokens(market, state));
    json.set("tags", Json.texts(market.event().tags()));
    return json;
  }

  ObjectNode simplified(PolymarketListing market) {
    MarketState state = venue.state(market.id());
    ObjectNode json = Json.object().put("condition_id", market.ids().condition());
    json.set("rewards", rewards(market));
    json.set("tokens", tokens(market, state));
    return Json.join(json, flags(state));
  }

  /** {@code /clob-markets}: one- to four-letter keys. */
  ObjectNode compact(PolymarketListing market) {
    MarketState state = venue.state(market.id());
    ObjectNode json = Json.object().put("c", market.ids().condition());
    ArrayNode tokens = json.putArray("t");
    for (Outcome outcome : Outcome.values()) {
      tokens
          .addObject()
          .put("t", market.token(outcome))
          .put("o", new Token(market, outcome).label());
    }
    json.put("mts", Tick.of(state.grid()).number())
        .put("mos", Json.number(market.trading().minimumSize().e6(), 6))
        .put("nr", market.event().negRisk())
        .put("mbf", baseFee(state))
        .put("tbf", baseFee(state));
    json.putObject("fd")
        .put("r", Json.number(Venue.feeRateE4(state), 4))
        .put("e", 1)
        .put("to", true);
    if (Rewards.of(market).isPresent()) {
      json.putObject("r").put("mi", Rewards.MIN_SIZE).put("ma", Rewards.MAX_SPREAD_CENTS);
    }
    if (venue.takerDelay(market) instanceof TakerDelay.Held) {
      json.put("itode", true);
    }
    return json.put("ao", state.isTrading())
        .put("sd", venue.takerDelay(market).seconds())
        .put("cbos", false)
        .put("aot", market.times().start().toString());
  }

  private static ObjectNode flags(MarketState state) {
    return Json.object()
        .put("active", state.phase() != MarketPhase.INITIALIZED)
        .put("closed", Venue.isResolved(state))
        .put("archived", false)
        .put("accepting_orders", state.isTrading());
  }

  private static ObjectNode rewards(PolymarketListing market) {
    ObjectNode json = Json.object();
    Optional<Rewards> rewards = Rewards.of(market);
    if (rewards.isEmpty()) {
      return json.putNull("rates").put("min_size", 0).put("max_spread", 0);
    }
    json.putArray("rates")
        .addObject()
        .put("asset_address", Contracts.COLLATERAL.toString())
        .put("rewards_daily_rate", rewards.get().dollarsPerDay());
    return json.put("min_size", Rewards.MIN_SIZE).put("max_spread", Rewards.MAX_SPREAD_CENTS);
  }

  private static ArrayNode tokens(PolymarketListing market, MarketState state) {
    ArrayNode tokens = Json.array();
    Price value = state.value();
    for (Outcome outcome : Outcome.values()) {
      boolean wins = value != null && value.equals(outcome == Outcome.YES ? Price.ONE : Price.ZERO);
      tokens
          .addObject()
          .put("token_id", market.token(outcome))
          .put("outcome", new Token(market, outcome).label())
          .put("price", price(state, outcome))
          .put("winner", wins);
    }
    return tokens;
  }

  /** The payout once it is known, before that the last trade, before that a half. */
  static BigDecimal price(MarketState state, Outcome outcome) {
    Price yes = state.value();
    if (yes == null) {
      Price last = state.figures().lastPrice();
      yes = last.e4() == 0 ? Price.ofE4(5_000) : last;
    }
    return Json.number((outcome == Outcome.YES ? yes : yes.complement()).e4(), 4);
  }

  static int baseFee(MarketState state) {
    return Venue.feeRateE4(state) > 0 ? BASE_FEE : 0;
  }
}
