package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.MarketPhase;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.exchange.Trade;

/** Markets, books and trades in Kalshi's form. */
final class MarketJson {

  private MarketJson() {}

  static ObjectNode market(KalshiListing listing, MarketState state, BookView book) {
    ObjectNode node = Replies.object();
    node.put("ticker", listing.ticker());
    node.put("event_ticker", listing.event().ticker());
    node.put("market_type", "binary");
    texts(node, listing);
    times(node, listing, state);
    node.put("settlement_timer_seconds", state.spec().life().settlementTimer().toSeconds());
    node.put("status", status(state.phase()));
    quotes(node, book);
    figures(node, state);
    outcome(node, state);
    strike(node, listing.strike());
    node.put("price_level_structure", listing.grid().label());
    node.set("price_ranges", ranges(state.grid()));
    node.put("exchange_index", listing.event().shard());
    return node;
  }

  private static void texts(ObjectNode node, KalshiListing listing) {
    KalshiListing.Texts texts = listing.texts();
    node.put("title", texts.title());
    node.put("subtitle", "");
    node.put("yes_sub_title", texts.yesSubTitle());
    node.put("no_sub_title", texts.noSubTitle());
    node.put("rules_primary", texts.rulesPrimary());
    node.put("rules_secondary", texts.rulesSecondary());
  }

  private static void times(ObjectNode node, KalshiListing listing, MarketState state) {
    KalshiListing.Times times = listing.times();
    node.put("created_time", Fixed.time(times.created()));
    node.put("open_time", Fixed.time(times.open()));
    node.put("close_time", Fixed.time(state.close()));
    node.put("expected_expiration_time", Fixed.time(times.expected()));
    node.put("expiration_time", Fixed.time(times.latest()));
    node.put("latest_expiration_time", Fixed.time(times.latest()));
    node.put("can_close_early", true);
  }

  static String status(MarketPhase phase) {
    return switch (phase) {
      case INITIALIZED -> "initialized";
      case ACTIVE -> "active";
      case PAUSED -> "inactive";
      case CLOSED -> "closed";
      case DETERMINED -> "determined";
      case DISPUTED -> "disputed";
      case AMENDED -> "amended";
      case FINALIZED -> "finalized";
    };
  }

  private static void quotes(ObjectNode node, BookView book) {
    Price bid = best(book.bids(), Price.ZERO);
    Price ask = best(book.asks(), Price.ONE);
    node.put("yes_bid_dollars", Fixed.price(bid));
    node.put("yes_ask_dollars", Fixed.price(ask));
    node.put("no_bid_dollars", Fixed.price(ask.complement()));
    node.put("no_ask_dollars", Fixed.price(bid.complement()));
    node.put("yes_bid_size_fp", size(book.bids()));
    node.put("yes_ask_size_fp", size(book.asks()));
  }

  static Price best(List<Level> levels, Price none) {
    return levels.isEmpty() ? none : levels.getFirst().price();
  }

  static String size(List<Level> levels) {
    return Fixed.count(levels.isEmpty() ? Quantity.ZERO : levels.getFirst().quantity());
  }

  private static void figures(ObjectNode node, MarketState state) {
    MarketState.Figures figures = state.figures();
    node.put("last_price_dollars", Fixed.price(figures.lastPrice()));
    node.put("previous_price_dollars", "0.0000");
    node.put("previous_yes_bid_dollars", "0.0000");
    node.put("previous_yes_ask_dollars", "0.0000");
    node.put("volume_fp", Fixed.count(figures.volume()));
    node.put("volume_24h_fp", Fixed.count(figures.volume()));
    node.put("open_interest_fp", Fixed.count(figures.openInterest()));
    node.put("notional_value_dollars", "1.0000");
  }

  private static void outcome(ObjectNode node, MarketState state) {
    Price value = state.value();
    node.put("result", value == null ? "" : result(value));
    node.put("expiration_value", "");
    node.put("settlement_bounds_type", "default");
    if (value != null) {
      node.put("settlement_value_dollars", Fixed.price(value));
    }
    if (state.settledAt() != null) {
      node.put("settlement_ts", Fixed.time(state.settledAt()));
    }
  }

  static String result(Price value) {
    return switch (value.e4()) {
      case 10_000 -> "yes";
      case 0 -> "no";
      default -> "scalar";
    };
  }

  private static void strike(ObjectNode node, KalshiListing.@Nullable Strike strike) {
    if (strike == null) {
      return;
    }
    node.put("strike_type", strike.type());
    if (strike.floor() != null) {
      node.set("floor_strike", DecimalNode.valueOf(new BigDecimal(strike.floor())));
    }
    if (strike.cap() != null) {
      node.set("cap_strike", DecimalNode.valueOf(new BigDecimal(strike.cap())));
    }
  }

  static ArrayNode ranges(PriceGrid grid) {
    ArrayNode ranges = Replies.array();
    for (PriceGrid.Band band : grid.bands()) {
      ranges.add(
          Replies.object()
              .put("start", Fixed.price(band.from()))
              .put("end", Fixed.price(band.to()))
              .put("step", Fixed.step(band.stepE4())));
    }
    return ranges;
  }

  /** Bids of both outcomes, each at its own price, the best last. */
  static ObjectNode book(BookView book, int depth) {
    ObjectNode node = Replies.object();
    node.set("yes_dollars", levels(book.bids(Outcome.YES), depth));
    node.set("no_dollars", levels(book.bids(Outcome.NO), depth));
    return node;
  }

  /**
   * @param depth the best so many, 0 for all
   */
  static ArrayNode levels(List<Level> bestFirst, int depth) {
    List<Level> shown =
        depth == 0 ? bestFirst : bestFirst.subList(0, Math.min(depth, bestFirst.size()));
    ArrayNode levels = Replies.array();
    for (Level level : shown.reversed()) {
      levels.add(
          Replies.array().add(Fixed.price(level.price())).add(Fixed.count(level.quantity())));
    }
    return levels;
  }

  static JsonNode trade(Trade trade) {
    Price yes = trade.taker().deal().yesPrice();
    String bookSide = Sides.book(trade.taker().deal());
    return Replies.object()
        .put("trade_id", trade.id())
        .put("ticker", trade.market().code())
        .put("count_fp", Fixed.count(trade.taker().deal().quantity()))
        .put("yes_price_dollars", Fixed.price(yes))
        .put("no_price_dollars", Fixed.price(yes.complement()))
        .put("taker_side", Sides.outcome(bookSide))
        .put("taker_outcome_side", Sides.outcome(bookSide))
        .put("taker_book_side", bookSide)
        .put("created_time", Fixed.time(trade.at()))
        .put("is_block_trade", false);
  }
}
