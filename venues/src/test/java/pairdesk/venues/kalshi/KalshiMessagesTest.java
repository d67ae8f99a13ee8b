package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pairdesk.venues.net.Damage;
import pairdesk.venues.net.Damage.Unnoticed;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/**
 * Every message of the stream and every answer that was not recorded, as the documentation shows
 * it, damaged member by member: what is not noticed stands here, with the reason.
 */
class KalshiMessagesTest {
  private static final String DELTA =
      """
      {"type":"orderbook_delta","sid":1,"seq":2,"msg":{"market_ticker":"RAIN-1","market_id":"u",\
      "price_dollars":"0.0560","delta_fp":"-54.00","side":"yes","ts":"2026-11-20T15:04:01.35Z",\
      "ts_ms":1795187041354}}\
      """;

  private static final String SNAPSHOT =
      """
      {"type":"orderbook_snapshot","sid":1,"seq":1,"msg":{"market_ticker":"RAIN-1","market_id":"u",\
      "yes_dollars_fp":[["0.0550","120.00"]],"no_dollars_fp":[["0.9420","50.00"]]}}\
      """;

  private static final String FILL =
      """
      {"type":"fill","sid":13,"msg":{"trade_id":"t","order_id":"o","client_order_id":"c",
       "market_ticker":"RAIN-1","exchange_index":2,"is_taker":true,"side":"yes","action":"buy",
       "outcome_side":"yes","book_side":"bid","purchased_side":"yes",
       "yes_price_dollars":"0.0570","count_fp":"10.00","fee_cost":"0.037700",
       "post_position_fp":"10.00","subaccount":0,"ts":1795187041,"ts_ms":1795187041354}}\
      """;

  private static final String ORDER =
      """
      {"type":"user_order","sid":22,"msg":{"order_id":"o","user_id":"u","ticker":"RAIN-1",
       "exchange_index":2,"status":"resting","side":"yes","is_yes":true,"outcome_side":"yes",
       "book_side":"bid","yes_price_dollars":"0.0560","initial_count_fp":"10.00",
       "fill_count_fp":"1.00","remaining_count_fp":"9.00","client_order_id":"c",
       "created_time":"2026-11-20T15:04:01Z","last_update_time":"2026-11-20T15:04:02Z",
       "last_updated_ts_ms":1795187041001,"last_update_reason":"Trade","subaccount_number":0}}\
      """;

  private static final String POSITION =
      """
      {"type":"market_position","sid":14,"msg":{"user_id":"u","market_ticker":"RAIN-1",
       "position_fp":"10.00","position_cost_dollars":"0.5700","subaccount":0}}\
      """;

  private static final String LIFECYCLE =
      """
      {"type":"market_lifecycle_v2","sid":5,"seq":10,"msg":{"market_ticker":"RAIN-1",
       "event_type":"determined","determination_ts":1795187702,"result":"yes"}}\
      """;

  @TestFactory
  Stream<DynamicTest> noticesDamageOfBooks() {
    return Stream.of(
        message("change of a level", DELTA, ""),
        // the venue leaves a side without bids out
        message("whole book", SNAPSHOT, "msg.no_dollars_fp msg.yes_dollars_fp"));
  }

  /** Channels that are not numbered everywhere are read with their number or without. */
  @TestFactory
  Stream<DynamicTest> noticesDamageOfOtherMessages() {
    return Stream.of(
        // only on the stream, and only for orders that named one; seconds stand in for the time
        message("fill", FILL, "msg.client_order_id msg.ts_ms"),
        message(
            "order", ORDER, "msg.client_order_id msg.last_update_reason msg.last_updated_ts_ms"),
        message("position", POSITION, ""),
        message("life of a market", LIFECYCLE, "seq sid"),
        message(
            "fees of an event",
            "{\"type\":\"event_fee_update\",\"sid\":5,\"msg\":{\"event_ticker\":\"E\"}}",
            ""),
        message(
            "subscription",
            "{\"type\":\"subscribed\",\"id\":1,\"msg\":{\"channel\":\"fill\",\"sid\":3}}",
            ""),
        // which market an error is about, and its words, are not always told
        message(
            "error",
            "{\"type\":\"error\",\"id\":9,\"msg\":{\"code\":8,\"msg\":\"no\",\"market_ticker\":\"T\"}}",
            "msg.market_ticker msg.msg"));
  }

  @TestFactory
  Stream<DynamicTest> noticesDamageOfRecordedAnswers() {
    return Stream.of(
        answer("limits", recorded("account__limits"), KalshiLimits::limits, ""),
        answer("costs", recorded("account__endpoint_costs"), KalshiLimits::costs, ""),
        // a status of before the shards names none, and the time of return only while it is away
        answer(
            "status",
            """
            {"exchange_active":true,"trading_active":true,"exchange_index_statuses":[
             {"exchange_index":2,"exchange_active":true,"trading_active":false}],
             "exchange_estimated_resume_time":"2026-11-20T15:04:01Z"}\
            """,
            KalshiExchange::status,
            "exchange_estimated_resume_time exchange_index_statuses"),
        answer(
            "fees announced for a series",
            """
            {"id":"i","series_ticker":"S","fee_type":"quadratic","fee_multiplier":1,
             "scheduled_ts":"2026-11-20T15:04:01Z"}\
            """,
            KalshiFeeChanges::ofSeries,
            "fee_multiplier"));
  }

  private static String recorded(String file) {
    return Recorded.text("demo-2026-06/" + file + ".json");
  }

  @TestFactory
  @Tag("fault:R22")
  Stream<DynamicTest> noticesDamageOfAnswers() {
    return Stream.of(
        // a market of before the shards lies on the first
        answer(
            "group",
            """
            {"id":"g","is_auto_cancel_enabled":true,"contracts_limit_fp":"50.00","orders":["o"],
             "exchange_index":2}\
            """,
            row -> KalshiGroups.group("g", row),
            "exchange_index orders"),
        answer(
            "change",
            "{\"order_id\":\"o\",\"fill_count\":\"1.00\",\"remaining_count\":\"9.00\"}",
            KalshiChanges::changed,
            "fill_count remaining_count"),
        answer(
            "shard",
            """
            {"exchange_index":2,"description":"Crypto","exchange_active":true,
             "trading_active":true}\
            """,
            KalshiExchange::shard,
            "description"),
        answer(
            "fees announced for an event",
            """
            {"id":"i","event_ticker":"E","series_ticker":"S","fee_type_override":"quadratic",
             "fee_multiplier_override":1,"scheduled_ts":"2026-11-20T15:04:01Z"}\
            """,
            KalshiFeeChanges::ofEvent,
            "fee_multiplier_override fee_type_override"));
  }

  /** What the fast reader leaves alone, the full one has the last word on. */
  @Test
  void theFastReaderNeverTakesADamagedFrame() {
    var frame = new KalshiHotFrame();
    Function<JsonNode, Object> read =
        json -> {
          boolean taken = frame.readDelta(json.toString());
          try {
            return KalshiCodec.message(json.toString());
          } catch (VenueException e) {
            assertFalse(taken, json::toString);
            throw e;
          }
        };
    assertEquals(Unnoticed.of("", ""), Damage.unnoticed(DELTA, read));
  }

  private static Object read(JsonNode json) {
    return KalshiCodec.message(json.toString()) instanceof KalshiWire.Snapshot(var mark, var book)
        ? List.of(mark, book.ticker(), book.yesBids().bids(), book.noBids().bids())
        : KalshiCodec.message(json.toString());
  }

  private static DynamicTest message(String name, String payload, String optional) {
    Function<JsonNode, Object> read = KalshiMessagesTest::read;
    return DynamicTest.dynamicTest(
        name, () -> assertEquals(Unnoticed.of(optional, ""), Damage.unnoticed(payload, read)));
  }

  private static DynamicTest answer(
      String name, String payload, Function<Fields, Object> reader, String optional) {
    Function<JsonNode, Object> read = json -> reader.apply(Fields.parse(json.toString()));
    return DynamicTest.dynamicTest(
        name, () -> assertEquals(Unnoticed.of(optional, ""), Damage.unnoticed(payload, read)));
  }
}
