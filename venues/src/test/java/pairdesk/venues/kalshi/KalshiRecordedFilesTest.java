package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.venues.net.Fields;
import pairdesk.venues.polymarket.SharedFiles;

/** No recorded file is left out: each is read as what its members say it is. */
class KalshiRecordedFilesTest {
  private static final String DEMO = "demo-2026-06/";

  /** How the objects of a list are read, by the list's name. */
  private static final Map<String, Function<Fields, Object>> LISTS =
      Map.of(
          "markets", KalshiRecordedFilesTest::market,
          "orders", KalshiCodec::order,
          "fills", KalshiCodec::fill,
          "trades", KalshiMarketData::trade,
          "market_positions", KalshiAccount::holding,
          "settlements", KalshiAccount::payout,
          "balance_breakdown", KalshiAccount::shard,
          "series_fee_change_arr", KalshiFeeChanges::ofSeries);

  /** How one object is read, by its name. */
  private static final Map<String, Function<Fields, Object>> OBJECTS =
      Map.of(
          "market", KalshiRecordedFilesTest::market,
          "order", KalshiCodec::order,
          "orderbook_fp", book -> book.rows("yes_dollars"));

  /** How a whole answer is read, by a member of it. */
  private static final Map<String, Function<Fields, Object>> WHOLE =
      Map.of(
          "remaining_count", KalshiCodec::placed,
          "usage_tier", KalshiLimits::limits,
          "endpoint_costs", KalshiLimits::costs,
          "exchange_active", KalshiExchange::status);

  /** Files with a frame of their own around what the venue sent. */
  private static final Map<String, String> READ_ELSEWHERE =
      Map.ofEntries(
          Map.entry("btc15m-prod-2026-07/02-series-KXBTC15M.json", "readsASeries"),
          Map.entry("btc15m-prod-2026-07/03-markets-open.json", "KalshiShapesTest"),
          Map.entry("btc15m-prod-2026-07/04-market-detail.json", "KalshiRecordedTest"),
          Map.entry("btc15m-prod-2026-07/05-orderbook-sample.json", "KalshiRecordedTest"),
          Map.entry("mve/kalshi_markets.json", "readsCombinationsAsTheOrdinaryMarketsTheyAre"),
          Map.entry("prod-2026-08/candlesticks_pregame_mlb.json", "KalshiShapesTest"),
          Map.entry("prod-2026-08/events_nfl_preseason.trimmed.json", "KalshiRecordedTest"),
          Map.entry("prod-2026-08/market_single.json", "KalshiShapesTest"),
          Map.entry("prod-2026-08/portfolio_settlements_redacted.json", "KalshiShapesTest"),
          Map.entry("prod-2026-08/price_grids.json", "readsEveryRecordedGrid"),
          Map.entry("prod-2026-08/series_fee_fields.json", "KalshiRecordedTest"),
          Map.entry(DEMO + "ws__orderbook_trade_noleg.jsonl", "KalshiRecordedTest"),
          Map.entry(DEMO + "ws__orderbook_trade_yes.jsonl", "KalshiRecordedTest"),
          Map.entry(DEMO + "markets__garbage_cursor.json", "its list is empty"),
          Map.entry(DEMO + "cleanup__stp_resting.json", "of a cancel the status alone counts"),
          Map.entry(DEMO + "orders__cancel_v2.json", "of a cancel the status alone counts"));

  @Test
  void leavesNoRecordedFileOut() {
    var left = new TreeSet<>(files());
    left.removeAll(READ_ELSEWHERE.keySet());
    left.removeIf(file -> file.startsWith(DEMO));
    assertEquals(Set.of(), left);
  }

  @TestFactory
  Stream<DynamicTest> readsEveryAnswerOfTheDemo() {
    return files().stream()
        .filter(file -> file.startsWith(DEMO) && !READ_ELSEWHERE.containsKey(file))
        .map(file -> DynamicTest.dynamicTest(file, () -> assertDoesNotThrow(() -> read(file))));
  }

  private static void read(String file) {
    String text = Recorded.text(file);
    Fields answer = Fields.parse(text);
    var read = new TreeMap<String, Object>();
    LISTS.forEach((name, reader) -> {
      if (answer.has(name)) {
        read.put(name, answer.list(name).stream().map(reader).toList());
      }
    });
    OBJECTS.forEach((name, reader) -> {
      if (answer.has(name)) {
        read.put(name, reader.apply(answer.object(name)));
      }
    });
    WHOLE.forEach((name, reader) -> {
      if (answer.has(name)) {
        read.put(name, reader.apply(answer));
      }
    });
    KalshiError.read(text).ifPresent(error -> read.put("error", error));
    assertTrue(!read.isEmpty(), () -> file + " is read by nothing");
  }

  @Test
  void readsASeries() {
    var fees = new KalshiFees();
    fees.learn(
        Fields.parse(Recorded.text("btc15m-prod-2026-07/02-series-KXBTC15M.json"))
            .object("body")
            .object("series"));
    assertTrue(fees.knows("KXBTC15M"));
    Fields event = Fields.parse("{\"series_ticker\":\"KXBTC15M\"}");
    assertEquals(new FeeSchedule.Quadratic(700, 0, 10_000), fees.of(event));
  }

  @Test
  void readsEveryRecordedGrid() {
    Fields file = Fields.parse(Recorded.text("prod-2026-08/price_grids.json"));
    assertEquals(1, file.list("grids").stream().map(KalshiMarkets::grid).distinct().count());
  }

  /** They are left alone because no event that we list has them, not because of what they are. */
  @Test
  void readsCombinationsAsTheOrdinaryMarketsTheyAre() {
    List<Fields> combinations = Fields.parseList(Recorded.text("mve/kalshi_markets.json"));
    assertTrue(!combinations.isEmpty());
    combinations.forEach(KalshiRecordedFilesTest::market);
  }

  private static Set<String> files() {
    return SharedFiles.list("data/recorded/kalshi").stream()
        .filter(file -> !file.endsWith(".meta.json"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Object market(Fields row) {
    Fields event = Fields.parse("{\"event_ticker\":\"E\",\"title\":\"T\",\"sub_title\":\"\"}");
    return KalshiMarkets.market(event, row, new FeeSchedule.Free());
  }
}
