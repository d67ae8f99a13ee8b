package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pairdesk.venues.net.Damage;
import pairdesk.venues.net.Damage.Unnoticed;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/**
 * Every payload that the venue was recorded to send: read whole, with members that nobody knows,
 * and damaged member by member. What is required and is not there, or not what it must be, is
 * named; the few members that are done without are told here, each with what it then means.
 */
class PolymarketRecordedTest {
  private static final Unnoticed NONE = Unnoticed.of("", "");

  /**
   * How the files of a kind are read.
   *
   * @param unnoticed damage that is taken for something else, all in all
   */
  private record Kind(
      String name, Function<JsonNode, Object> reader, Unnoticed unnoticed, List<String> files) {}

  private static final List<Kind> READ =
      List.of(
          // texts of a book are hashed as they are sent; later books of a stream have no terms
          new Kind(
              "book",
              one -> MarketFrames.read(one.toString()),
              Unnoticed.of("last_trade_price tick_size", "last_trade_price tick_size"),
              List.of(
                  "ws/book_initial_2026-05-08.json", "ws/book_initial_2026-07-08_trimmed.json")),
          new Kind(
              "book over REST",
              one -> BookCodec.book(fields(one)),
              Unnoticed.of(
                  "last_trade_price min_order_size neg_risk tick_size",
                  "last_trade_price min_order_size tick_size"),
              List.of("clob/book_2026-07-25.json")),
          // the best prices are a check on ours, which is left out then
          new Kind(
              "change of levels",
              one -> MarketFrames.read(one.toString()),
              Unnoticed.of("price_changes.best_ask price_changes.best_bid", ""),
              List.of("ws/price_change_2026-05-08.json")),
          // the price's text goes into the hash
          new Kind(
              "trade of everybody",
              one -> MarketFrames.read(one.toString()),
              Unnoticed.of("", "price"),
              List.of("ws/last_trade_price_2024.json")),
          // a market may end without a winner
          new Kind(
              "end of a market",
              one -> MarketFrames.read(one.toString()),
              Unnoticed.of("winning_asset_id", ""),
              List.of("ws/market_resolved_2026-10-04.json")),
          new Kind(
              "change of the tick",
              one -> MarketFrames.read(one.toString()),
              NONE,
              List.of("ws/tick_size_change_2024.json")),
          new Kind(
              "order of ours",
              one -> PolymarketAccount.update(PolymarketCodec.order(fields(one))),
              NONE,
              List.of("ws/user_order_fok_killed_2026_redacted.json")),
          // who made it, is told by one of two; the frame's time stands in for the match's
          new Kind(
              "trade of ours",
              one -> PolymarketCodec.trade(fields(one)),
              Unnoticed.of(
                  "maker_orders.maker_address maker_orders.owner maker_orders.side match_time", ""),
              List.of("ws/user_trade1_2024.json", "ws/user_trade3_2024.json")),
          // not said to take orders is PAUSED, without a schedule the fee is not known and nothing
          // is bought, not said to be resolved is CLOSED; the others are texts and dates to show
          new Kind(
              "market",
              PolymarketRecordedTest::market,
              Unnoticed.of(
                  "acceptingOrders description enableOrderBook endDate events events.slug"
                      + " events.title feeSchedule groupItemTitle resolutionSource slug startDate"
                      + " umaResolutionStatus",
                  ""),
              List.of(
                  "gamma/market_closed_binary_accepting_true.json",
                  "gamma/market_sports_market_money_line.json",
                  "gamma/markets_2026-06-21.json")),
          // as above; a market without its condition is one that is only announced
          new Kind(
              "event",
              PolymarketRecordedTest::event,
              Unnoticed.of(
                  "markets.acceptingOrders markets.conditionId markets.description"
                      + " markets.enableOrderBook markets.endDate markets.feeSchedule"
                      + " markets.groupItemTitle markets.resolutionSource markets.slug"
                      + " markets.startDate markets.umaResolutionStatus slug tags tags.label title",
                  ""),
              List.of("gamma/event_btc_hourly_2025-11-25.json", "gamma/events_2026-07-25.json")),
          new Kind(
              "row of the data API",
              one -> PolymarketData.Names.FIRST.held(fields(one)),
              NONE,
              List.of("clob/data_trades_2024.json")));

  /** Files of which the product reads nothing. */
  private static final Map<String, String> NOT_READ =
      Map.of(
          "clob/market_negrisk_2024.json", "listings are Gamma's: RecordedShapesTest compares it",
          "clob/markets_page_2025_first5.json", "as above",
          "gamma/tags.json", "a listing carries its tags: RecordedShapesTest compares it",
          "gamma/market_closed_nonbinary_legacy.json", "without a tick: refused, see below",
          "rtds/crypto_prices_subscribe_2026-06.json", "prices of coins: no part of the product",
          "rtds/crypto_prices_update_2026-06.json", "prices of coins: no part of the product");

  @Test
  void leavesNoRecordedFileOut() {
    var known = new TreeSet<String>();
    READ.forEach(kind -> known.addAll(kind.files()));
    known.addAll(NOT_READ.keySet());
    assertEquals(SharedFiles.list("data/recorded/polymarket"), known);
  }

  @Test
  void refusesAMarketThatWasNeverTradedOnTheBook() {
    JsonNode legacy = recorded("gamma/market_closed_nonbinary_legacy.json").getFirst();
    var refused = assertThrows(VenueException.class, () -> PolymarketRecordedTest.market(legacy));
    assertTrue(String.valueOf(refused.getMessage()).contains("orderPriceMinTickSize"));
  }

  @TestFactory
  Stream<DynamicTest> readsEveryRecordedPayload() {
    return READ.stream().map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind)));
  }

  private static void check(Kind kind) {
    Unnoticed found = NONE;
    for (String file : kind.files()) {
      for (JsonNode payload : recorded(file)) {
        found = found.and(Damage.unnoticed(payload, kind.reader()));
      }
    }
    assertEquals(kind.unnoticed(), found);
  }

  private static List<JsonNode> recorded(String file) {
    JsonNode content = SharedFiles.parse(SharedFiles.recorded(file));
    return content.isArray() ? content.valueStream().toList() : List.of(content);
  }

  private static Fields fields(JsonNode json) {
    return Fields.parse(json.toString());
  }

  private static Object market(JsonNode listed) {
    Fields market = fields(listed);
    return GammaCodec.market(market, GammaCodec.eventOf(market));
  }

  /** One that is announced only has no condition yet, and is left out. */
  private static Object event(JsonNode listed) {
    Fields event = fields(listed);
    return event.list("markets").stream()
        .filter(market -> !market.textOrEmpty("conditionId").isEmpty())
        .map(market -> GammaCodec.market(market, event))
        .toList();
  }
}
