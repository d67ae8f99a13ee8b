package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/**
 * Every payload that the venue was recorded to send: read whole, with members that nobody knows,
 * with each member missing in turn, and with each of another type in turn. What is required and is
 * not there, or not what it must be, is named; what is optional is done without.
 */
class PolymarketRecordedTest {
  private static final String UNKNOWN = "a_member_of_next_year";

  /** How each file is read. */
  private static final Map<String, Function<JsonNode, Object>> READ =
      Map.ofEntries(
          Map.entry("clob/book_2026-07-25.json", one -> BookCodec.book(fields(one))),
          Map.entry("gamma/event_btc_hourly_2025-11-25.json", PolymarketRecordedTest::event),
          Map.entry("gamma/events_2026-07-25.json", PolymarketRecordedTest::event),
          Map.entry(
              "gamma/market_closed_binary_accepting_true.json", PolymarketRecordedTest::market),
          Map.entry("gamma/market_sports_market_money_line.json", PolymarketRecordedTest::market),
          Map.entry("gamma/markets_2026-06-21.json", PolymarketRecordedTest::market),
          Map.entry("ws/book_initial_2026-05-08.json", PolymarketRecordedTest::frame),
          Map.entry("ws/book_initial_2026-07-08_trimmed.json", PolymarketRecordedTest::frame),
          Map.entry("ws/last_trade_price_2024.json", PolymarketRecordedTest::frame),
          Map.entry("ws/market_resolved_2026-10-04.json", PolymarketRecordedTest::frame),
          Map.entry("ws/price_change_2026-05-08.json", PolymarketRecordedTest::frame),
          Map.entry("ws/tick_size_change_2024.json", PolymarketRecordedTest::frame),
          Map.entry(
              "ws/user_order_fok_killed_2026_redacted.json",
              one -> PolymarketAccount.update(PolymarketCodec.order(fields(one)))),
          Map.entry("ws/user_trade1_2024.json", one -> PolymarketCodec.trade(fields(one))),
          Map.entry("ws/user_trade3_2024.json", one -> PolymarketCodec.trade(fields(one))));

  /** Files of interfaces that we do not call. */
  private static final Map<String, String> NOT_READ =
      Map.of(
          "clob/data_trades_2024.json", "public trades of everybody",
          "clob/market_negrisk_2024.json", "listings are read from Gamma",
          "clob/markets_page_2025_first5.json", "listings are read from Gamma",
          "gamma/tags.json", "a listing carries its tags",
          "gamma/market_closed_nonbinary_legacy.json", "without a tick: refused, see below",
          "rtds/crypto_prices_subscribe_2026-06.json", "price stream, not of this package",
          "rtds/crypto_prices_update_2026-06.json", "price stream, not of this package");

  @Test
  void leavesNoRecordedFileOut() {
    var known = new TreeSet<>(READ.keySet());
    known.addAll(NOT_READ.keySet());
    assertEquals(SharedFiles.list("data/recorded/polymarket"), known);
  }

  @Test
  void refusesAMarketThatWasNeverTradedOnTheBook() {
    JsonNode legacy = recorded("gamma/market_closed_nonbinary_legacy.json").getFirst();
    assertTrue(outcome(PolymarketRecordedTest::market, legacy).contains("orderPriceMinTickSize"));
  }

  @TestFactory
  Stream<DynamicTest> readsEveryRecordedPayload() {
    return READ.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue())));
  }

  private static void check(String file, Function<JsonNode, Object> reader) {
    for (JsonNode whole : recorded(file)) {
      Object read = assertDoesNotThrow(() -> reader.apply(whole), file);
      for (ObjectNode place : objects(whole)) {
        place.put(UNKNOWN, "text");
        assertEquals(read, reader.apply(whole), "an unknown member in " + place);
        place.remove(UNKNOWN);
        for (String name : names(place)) {
          JsonNode value = place.get(name);
          place.remove(name);
          namesWhatItMisses(reader, whole, name);
          place.putObject(name).put("of", "another type");
          namesWhatItMisses(reader, whole, name);
          place.set(name, value);
        }
      }
    }
  }

  /** Either it does without, or it says what. */
  private static void namesWhatItMisses(
      Function<JsonNode, Object> reader, JsonNode damaged, String name) {
    String failure = outcome(reader, damaged);
    assertTrue(failure.isEmpty() || failure.contains(name), () -> name + ": " + failure);
  }

  private static String outcome(Function<JsonNode, Object> reader, JsonNode payload) {
    try {
      Object _ = reader.apply(payload);
      return "";
    } catch (VenueException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<JsonNode> recorded(String file) {
    JsonNode content = SharedFiles.parse(SharedFiles.recorded(file));
    return content.isArray() ? content.valueStream().toList() : List.of(content);
  }

  /** The payload and every object in it, as far as each is the first of its list. */
  private static List<ObjectNode> objects(JsonNode payload) {
    var found = new ArrayList<ObjectNode>();
    if (payload instanceof ObjectNode object) {
      found.add(object);
      object.forEach(value -> found.addAll(objects(value)));
    } else if (payload.isArray() && !payload.isEmpty()) {
      found.addAll(objects(payload.get(0)));
    }
    return found;
  }

  private static List<String> names(ObjectNode object) {
    return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toList());
  }

  private static Fields fields(JsonNode json) {
    return Fields.parse(json.toString());
  }

  private static Object frame(JsonNode frame) {
    return MarketFrames.read(frame.toString());
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
