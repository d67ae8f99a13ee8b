package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import pairdesk.engine.market.Outcome;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Rewards;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.signing.Contracts;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Markets that pay for liquidity, as the reward endpoints tell them; amounts are numbers. */
final class RewardRecords {
  private static final String NEVER = "2500-12-31";

  private final Venue venue;

  RewardRecords(Venue venue) {
    this.venue = venue;
  }

  /** An entry of {@code /rewards/markets/current}. */
  ObjectNode current(PolymarketListing market) {
    ObjectNode json = terms(market);
    json.set("rewards_config", config(market, false));
    return json.put("sponsored_daily_rate", 0)
        .put("sponsors_count", 0)
        .put("native_daily_rate", daily(market))
        .put("total_daily_rate", daily(market));
  }

  /** An entry of {@code /rewards/markets/{condition}}. */
  ObjectNode full(PolymarketListing market) {
    ObjectNode json = Json.join(terms(market), texts(market));
    json.put("market_competitiveness", 0);
    json.set("tokens", tokens(market));
    json.set("rewards_config", config(market, true));
    return json;
  }

  /** An entry of {@code /rewards/markets/multi}. */
  ObjectNode figures(PolymarketListing market) {
    return full(market)
        .put("market_id", market.ids().id())
        .put("event_id", market.event().id())
        .put("group_item_title", market.texts().groupItemTitle())
        .put("created_at", market.times().created().toString())
        .put("end_date", market.times().end().toString())
        .put("one_day_price_change", 0)
        .put("spread", spread(market))
        .put("volume_24hr", volume(market));
  }

  /** An entry of {@code /rewards/user/markets} for somebody who has earned nothing there. */
  ObjectNode unearned(PolymarketListing market, String wallet) {
    ObjectNode json = figures(market).put("maker_address", wallet).put("earning_percentage", 0);
    json.remove(List.of("group_item_title", "created_at", "end_date", "one_day_price_change"));
    json.set("rewards_config", config(market, false));
    json.putArray("earnings")
        .addObject()
        .put("asset_address", Contracts.COLLATERAL.toString())
        .put("earnings", 0)
        .put("asset_rate", 1);
    return json;
  }

  BigDecimal spread(PolymarketListing market) {
    BookView book = venue.exchange().book(market.id());
    int bid = book.bids().isEmpty() ? 0 : book.bids().getFirst().price().e4();
    int ask = book.asks().isEmpty() ? 10_000 : book.asks().getFirst().price().e4();
    return Json.number(ask - bid, 4);
  }

  BigDecimal volume(PolymarketListing market) {
    return Json.number(venue.state(market.id()).figures().volume().e6(), 6);
  }

  static int daily(PolymarketListing market) {
    return Rewards.of(market).map(Rewards::dollarsPerDay).orElse(0);
  }

  private static ObjectNode terms(PolymarketListing market) {
    return Json.object()
        .put("condition_id", market.ids().condition())
        .put("rewards_max_spread", Rewards.MAX_SPREAD_CENTS)
        .put("rewards_min_size", Rewards.MIN_SIZE);
  }

  private static ObjectNode texts(PolymarketListing market) {
    return Json.object()
        .put("question", market.texts().question())
        .put("market_slug", market.texts().slug())
        .put("event_slug", market.event().slug())
        .put("image", "");
  }

  private static ArrayNode config(PolymarketListing market, boolean withDays) {
    String start = market.times().start().toString().substring(0, 10);
    ArrayNode configs = Json.array();
    ObjectNode config =
        configs
            .addObject()
            .put("id", 1)
            .put("asset_address", Contracts.COLLATERAL.toString())
            .put("start_date", start)
            .put("end_date", NEVER)
            .put("rate_per_day", daily(market))
            .put("total_rewards", 0);
    if (withDays) {
      long days = ChronoUnit.DAYS.between(LocalDate.parse(start), LocalDate.parse(NEVER));
      config.put("total_days", days);
    }
    return configs;
  }

  private ArrayNode tokens(PolymarketListing market) {
    MarketState state = venue.state(market.id());
    ArrayNode tokens = Json.array();
    for (Outcome outcome : Outcome.values()) {
      tokens
          .addObject()
          .put("token_id", market.token(outcome))
          .put("outcome", new Token(market, outcome).label())
          .put("price", ListingRecords.price(state, outcome));
    }
    return tokens;
  }
}
