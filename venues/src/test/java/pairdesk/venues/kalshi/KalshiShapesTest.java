package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/**
 * Every kind of object that Kalshi really sent: read whole; read the same with a field more; read
 * without a field, or refused by that field's name, as the table says; refused by name with a field
 * of another shape.
 */
class KalshiShapesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DEMO = "demo-2026-06/";
  private static final String PROD = "prod-2026-08/";

  /**
   * @param file of the recording
   * @param path to the object in it, or to a list of them
   * @param required fields without which it is refused
   */
  record Kind(
      String name,
      String file,
      String path,
      Set<String> required,
      Function<Fields, Object> reader) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    Set<String> market =
        Set.of(
            "ticker",
            "market_type",
            "status",
            "price_ranges",
            "open_time",
            "close_time",
            "rules_primary",
            "rules_secondary",
            "yes_sub_title",
            "no_sub_title");
    Set<String> order =
        Set.of(
            "order_id",
            "ticker",
            "status",
            "initial_count_fp",
            "fill_count_fp",
            "remaining_count_fp");
    return Stream.of(
        new Kind(
            "market of a list",
            DEMO + "markets__page2.json",
            "/markets",
            market,
            KalshiShapesTest::market),
        new Kind(
            "market by itself",
            PROD + "market_single.json",
            "/single/market",
            market,
            KalshiShapesTest::market),
        new Kind(
            "market of bitcoin",
            "btc15m-prod-2026-07/03-markets-open.json",
            "/body/markets",
            market,
            KalshiShapesTest::market),
        new Kind(
            "order", DEMO + "portfolio__orders_list.json", "/orders", order, KalshiCodec::order),
        new Kind(
            "order by itself",
            DEMO + "orders__get_after_cancel.json",
            "/order",
            order,
            KalshiCodec::order),
        new Kind(
            "order placed",
            DEMO + "orders__create_v2_taker_ioc.json",
            "",
            Set.of("order_id", "fill_count", "remaining_count"),
            KalshiCodec::placed),
        new Kind(
            "fill",
            DEMO + "fills__after_taker.json",
            "/fills",
            Set.of(
                "trade_id",
                "order_id",
                "market_ticker",
                "book_side",
                "count_fp",
                "yes_price_dollars",
                "fee_cost",
                "is_taker"),
            KalshiCodec::fill),
        new Kind(
            "trade",
            DEMO + "trades__public_recorded.json",
            "/trades",
            Set.of(
                "trade_id",
                "ticker",
                "taker_book_side",
                "yes_price_dollars",
                "count_fp",
                "created_time"),
            KalshiMarketData::trade),
        new Kind(
            "candlestick",
            PROD + "candlesticks_pregame_mlb.json",
            "/candlesticks_response/candlesticks",
            Set.of("end_period_ts", "yes_bid", "yes_ask", "price", "volume_fp"),
            KalshiMarketData::candle),
        new Kind(
            "position",
            DEMO + "portfolio__positions.json",
            "/market_positions",
            Set.of("ticker", "position_fp"),
            KalshiAccount::holding),
        new Kind(
            "settlement",
            PROD + "portfolio_settlements_redacted.json",
            "/payload/settlements",
            Set.of("ticker", "revenue", "settled_time"),
            KalshiAccount::payout),
        new Kind(
            "cash of a shard",
            DEMO + "auth__balance_ok.json",
            "/balance_breakdown",
            Set.of("exchange_index", "balance"),
            KalshiAccount::shard),
        new Kind(
            "book",
            DEMO + "orderbook__base.json",
            "/orderbook_fp",
            Set.of("yes_dollars", "no_dollars"),
            KalshiShapesTest::book));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadWholeAndWithMoreFields(Kind kind) {
    List<ObjectNode> objects = objects(kind);
    assertFalse(objects.isEmpty());
    for (ObjectNode object : objects) {
      Object read = read(kind, object);
      ObjectNode more = object.deepCopy();
      more.put("field_of_next_year", "x").putArray("list_of_next_year").addObject().put("a", 1);
      assertEquals(read, read(kind, more));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadWithoutWhatIsOptionalAlone(Kind kind) {
    ObjectNode object = objects(kind).getFirst();
    for (boolean asNull : new boolean[] {false, true}) {
      var refused = new TreeSet<String>();
      for (String name : names(object)) {
        ObjectNode less = object.deepCopy();
        if (asNull) {
          less.putNull(name);
        } else {
          less.remove(name);
        }
        try {
          Object _ = read(kind, less);
        } catch (VenueException e) {
          assertTrue(String.valueOf(e.getMessage()).contains(name), name + ": " + e.getMessage());
          refused.add(name);
        }
      }
      assertEquals(new TreeSet<>(kind.required()), refused, kind + (asNull ? " with null" : ""));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isRefusedByNameWhenAFieldHasAnotherShape(Kind kind) {
    ObjectNode object = objects(kind).getFirst();
    for (JsonNode other :
        List.of(
            JSON.createObjectNode().put("x", 1),
            JSON.getNodeFactory().numberNode(0.5),
            JSON.getNodeFactory().textNode("1e3"))) {
      var refused = new TreeSet<String>();
      for (String name : names(object)) {
        ObjectNode bent = object.deepCopy();
        bent.set(name, other);
        try {
          Object _ = read(kind, bent);
        } catch (VenueException e) {
          assertTrue(String.valueOf(e.getMessage()).contains(name), name + ": " + e.getMessage());
          refused.add(name);
        }
      }
      if (other.isNumber()) {
        assertTrue(
            refused.containsAll(kind.required()),
            kind + " takes a number for one of " + kind.required() + " but " + refused);
      }
    }
  }

  private static Object market(Fields row) {
    Fields event = Fields.parse("{\"event_ticker\":\"E\",\"title\":\"T\",\"sub_title\":\"\"}");
    return KalshiMarkets.market(event, row, new FeeSchedule.Free());
  }

  private static Object book(Fields row) {
    return List.of(row.rows("yes_dollars"), row.rows("no_dollars"));
  }

  private static Object read(Kind kind, ObjectNode object) {
    return kind.reader().apply(Fields.parse(object.toString()));
  }

  private static List<String> names(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<ObjectNode> objects(Kind kind) {
    try {
      JsonNode found = JSON.readTree(Recorded.text(kind.file())).at(kind.path());
      var objects = new ArrayList<ObjectNode>();
      if (found instanceof ArrayNode list) {
        list.forEach(item -> objects.add((ObjectNode) item));
      } else {
        objects.add((ObjectNode) found);
      }
      return objects;
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
