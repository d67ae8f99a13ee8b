package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.venues.net.Damage;
import pairdesk.venues.net.Damage.Unnoticed;
import pairdesk.venues.net.Fields;

/**
 * Every kind of object that Kalshi really sent: read whole, read the same with members more, and
 * damaged member by member. What is required and is not there, or not what it must be, is named;
 * the members that are done without are told here.
 */
class KalshiShapesTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DEMO = "demo-2026-06/";
  private static final String PROD = "prod-2026-08/";

  /** The event's title, the latest end and no strike stand in. */
  private static final String MARKET = "expected_expiration_time floor_strike strike_type title";

  /**
   * @param file of the recording
   * @param path to the object in it, or to a list of them
   * @param optional members that may be missing, and then mean something else
   */
  record Kind(
      String name, String file, String path, String optional, Function<Fields, Object> reader) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.concat(publicKinds(), ownKinds());
  }

  private static Stream<Kind> publicKinds() {
    return Stream.of(
        new Kind(
            "market of a list",
            DEMO + "markets__page2.json",
            "/markets",
            MARKET,
            KalshiShapesTest::market),
        new Kind(
            "market by itself",
            PROD + "market_single.json",
            "/single/market",
            "expected_expiration_time strike_type title",
            KalshiShapesTest::market),
        new Kind(
            "market of bitcoin",
            "btc15m-prod-2026-07/03-markets-open.json",
            "/body/markets",
            MARKET,
            KalshiShapesTest::market),
        new Kind(
            "trade", DEMO + "trades__public_recorded.json", "/trades", "", KalshiMarketData::trade),
        new Kind(
            "candlestick",
            PROD + "candlesticks_pregame_mlb.json",
            "/candlesticks_response/candlesticks",
            "",
            KalshiMarketData::candle),
        new Kind(
            "book", DEMO + "orderbook__base.json", "/orderbook_fp", "", KalshiShapesTest::book));
  }

  private static Stream<Kind> ownKinds() {
    return Stream.of(
        // orders of other programs have no id of ours; the time of making is the first change
        new Kind(
            "order",
            DEMO + "portfolio__orders_list.json",
            "/orders",
            "client_order_id last_update_time",
            KalshiCodec::order),
        new Kind(
            "order by itself",
            DEMO + "orders__get_after_cancel.json",
            "/order",
            "client_order_id",
            KalshiCodec::order),
        new Kind(
            "order placed",
            DEMO + "orders__create_v2_taker_ioc.json",
            "",
            "client_order_id",
            KalshiCodec::placed),
        // whole seconds stand in for the time
        new Kind(
            "fill", DEMO + "fills__after_taker.json", "/fills", "created_time", KalshiCodec::fill),
        new Kind(
            "position",
            DEMO + "portfolio__positions.json",
            "/market_positions",
            "",
            KalshiAccount::holding),
        new Kind(
            "settlement",
            PROD + "portfolio_settlements_redacted.json",
            "/payload/settlements",
            "",
            KalshiAccount::payout),
        new Kind(
            "cash of a shard",
            DEMO + "auth__balance_ok.json",
            "/balance_breakdown",
            "",
            KalshiAccount::shard));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void isReadWholeOrRefusedByName(Kind kind) {
    Unnoticed found = Unnoticed.of("", "");
    for (JsonNode payload : payloads(kind)) {
      found =
          found.and(
              Damage.unnoticed(payload, one -> kind.reader().apply(Fields.parse(one.toString()))));
    }
    assertEquals(Unnoticed.of(kind.optional(), ""), found);
  }

  private static Object market(Fields row) {
    Fields event = Fields.parse("{\"event_ticker\":\"E\",\"title\":\"T\",\"sub_title\":\"\"}");
    return KalshiMarkets.market(event, row, new FeeSchedule.Free());
  }

  private static Object book(Fields row) {
    return List.of(row.rows("yes_dollars"), row.rows("no_dollars"));
  }

  private static List<JsonNode> payloads(Kind kind) {
    try {
      JsonNode found = JSON.readTree(Recorded.text(kind.file())).at(kind.path());
      return found.isArray() ? found.valueStream().toList() : List.of(found);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
