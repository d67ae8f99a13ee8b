package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.MarketStatus;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;
import pairdesk.venues.kalshi.KalshiWire.FillRow;
import pairdesk.venues.kalshi.KalshiWire.OrderRow;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.VenueException;

/** Payloads that Kalshi really sent. */
class KalshiRecordedTest {
  private static final String DEMO = "demo-2026-06/";

  @Test
  void readsTheNestedMarketsOfAnEvent() {
    Fields file = Fields.parse(Recorded.text("prod-2026-08/events_nfl_preseason.trimmed.json"));
    Fields event = file.list("events").getFirst();
    var fees = new FeeSchedule.Quadratic(700, 175, 10_000);
    List<Market> markets =
        event.list("markets").stream().map(m -> KalshiMarkets.market(event, m, fees)).toList();
    assertEquals(2, markets.size());
    Market cincinnati = markets.getFirst();
    assertEquals(MarketId.kalshi("KXNFLGAME-26AUG13DETCIN-CIN"), cincinnati.id());
    assertEquals("KXNFLGAME-26AUG13DETCIN", cincinnati.listing().eventCode());
    assertEquals("Detroit vs Cincinnati", cincinnati.listing().texts().eventTitle());
    assertEquals("DET vs CIN (Aug 13)", cincinnati.listing().texts().subtitle());
    assertEquals("Cincinnati", cincinnati.listing().names().noLabel());
    assertEquals(Instant.parse("2026-08-15T23:00:00Z"), cincinnati.life().close());
    assertEquals(Instant.parse("2026-08-14T05:00:00Z"), cincinnati.life().resolves());
    assertEquals(MarketStatus.OPEN, cincinnati.life().status());
    assertNull(cincinnati.life().yesPays());
    assertTrue(cincinnati.terms().grid().accepts(Price.ofCents(26)));
  }

  @Test
  @Tag("fault:M6")
  void readsATaperedGridAndAStrike() {
    Fields file = Fields.parse(Recorded.text("btc15m-prod-2026-07/04-market-detail.json"));
    Fields event =
        Fields.parse("{\"event_ticker\":\"E\",\"title\":\"Bitcoin\",\"exchange_index\":2}");
    Fields body = file.object("body").object("market");
    Market market = KalshiMarkets.market(event, body, new FeeSchedule.Free());
    assertEquals("65776.62", market.listing().strike().floor());
    assertEquals("greater_or_equal", market.listing().strike().type());
    assertEquals(2, market.address().shard());
    assertTrue(market.terms().grid().accepts(Price.parse("0.056")));
    assertTrue(market.terms().grid().accepts(Price.parse("0.56")));
    assertTrue(!market.terms().grid().accepts(Price.parse("0.565")));
  }

  @Test
  void readsTheAnswersOfFinalMarkets() {
    Fields event = Fields.parse("{\"event_ticker\":\"E\",\"title\":\"T\"}");
    List<Market> settled =
        Fields.parse(Recorded.text(DEMO + "markets__status_settled.json")).list("markets").stream()
            .map(row -> KalshiMarkets.market(event, row, new FeeSchedule.Free()))
            .toList();
    assertEquals(
        Set.of(MarketStatus.SETTLED),
        settled.stream().map(market -> market.life().status()).collect(Collectors.toSet()));
    assertTrue(settled.stream().anyMatch(market -> Price.ZERO.equals(market.life().yesPays())));
    assertTrue(settled.stream().allMatch(market -> market.life().yesPays() != null));
  }

  @Test
  void readsTheFeesOfSeries() {
    Fields payloads =
        Fields.parse(Recorded.text("prod-2026-08/series_fee_fields.json")).object("payloads");
    var fees = new KalshiFees();
    for (String series : List.of("KXMLBGAME", "KXMLBSPREAD", "KXATPDOUBLES", "KXWNBAGAME")) {
      fees.learn(payloads.object(series).object("series"));
    }
    assertEquals(new FeeSchedule.Quadratic(700, 175, 5_000), fees.of(event("KXMLBGAME", "")));
    assertEquals(new FeeSchedule.Quadratic(700, 0, 5_000), fees.of(event("KXMLBSPREAD", "")));
    assertEquals(new FeeSchedule.Quadratic(700, 0, 10_000), fees.of(event("KXATPDOUBLES", "")));
    assertEquals(
        new FeeSchedule.Quadratic(700, 0, 0),
        fees.of(
            event(
                "KXWNBAGAME",
                ",\"fee_type_override\":\"quadratic\",\"fee_multiplier_override\":0")));
    assertEquals(new FeeSchedule.Unknown(""), fees.of(event("HIDDEN", "")));
    assertEquals(
        new FeeSchedule.Unknown("flat"),
        fees.of(event("KXMLBGAME", ",\"fee_type_override\":\"flat\"")));
  }

  @Test
  void readsOrders() {
    Fields list = Fields.parse(Recorded.text(DEMO + "portfolio__orders_list.json"));
    List<OrderRow> orders = list.list("orders").stream().map(KalshiCodec::order).toList();
    assertEquals(9, orders.size());
    OrderRow first = orders.getFirst();
    assertEquals("97ec18b7-10d3-4557-9de0-8598aad625f0", first.orderId());
    assertEquals("2b8394e0-515e-4b89-b624-f34067756855", first.clientOrderId());
    assertEquals(OrderState.FILLED, KalshiStates.of(first));
    assertEquals(Instant.parse("2026-06-11T06:29:30.164956Z"), first.at());
    Fields cancelled = Fields.parse(Recorded.text(DEMO + "orders__get_after_create.json"));
    assertEquals(OrderState.LIVE, KalshiStates.of(KalshiCodec.order(cancelled.object("order"))));
  }

  @Test
  void readsFillsOfBothDirections() {
    Fields list = Fields.parse(Recorded.text(DEMO + "fills__after_taker.json"));
    List<FillRow> fills = list.list("fills").stream().map(KalshiCodec::fill).toList();
    assertEquals(3, fills.size());
    var taken = KalshiFills.ofUnknown(fills.getFirst(), null);
    assertEquals(Outcome.YES, taken.instrument().outcome());
    assertEquals(Side.BUY, taken.side());
    assertEquals(Price.parse("0.52"), taken.price());
    assertEquals(Usd.parse("0.0175"), taken.fee());
    assertEquals("97ec18b7-10d3-4557-9de0-8598aad625f0", taken.key().venueOrder());
  }

  @Test
  void readsAnswersToOrders() {
    Fields maker = Fields.parse(Recorded.text(DEMO + "orders__create_v2_maker.json"));
    assertEquals(Quantity.ofShares(1), KalshiCodec.placed(maker).remaining());
    Fields taker = Fields.parse(Recorded.text(DEMO + "orders__create_v2_taker_ioc.json"));
    assertEquals(Quantity.ofShares(1), KalshiCodec.placed(taker).filled());
    for (String file :
        List.of(
            "orders__insufficient_balance",
            "orders__invalid_price_structure",
            "orders__numeric_field_types",
            "orders__post_only_cross",
            "orders__duplicate_client_order_id",
            "orders__cancel_unknown_id",
            "auth__bad_signature",
            "auth__skew_plus5min",
            "markets__limit_over_max")) {
      String body = Recorded.text(DEMO + file + ".json");
      assertTrue(KalshiError.read(body).isPresent(), file);
    }
  }

  @Test
  void readsEveryFrameOfTheRecordedStreams() {
    var sequence = new KalshiSequence();
    int deltas = 0;
    for (String file : List.of("ws__orderbook_trade_yes", "ws__orderbook_trade_noleg")) {
      sequence.restart();
      for (String line : Recorded.lines(DEMO + file + ".jsonl")) {
        var message = KalshiCodec.message(line);
        assertEquals(KalshiSequence.Step.NEXT, sequence.step(message.mark()), line);
        deltas += message instanceof KalshiWire.Delta ? 1 : 0;
      }
    }
    assertEquals(6, deltas);
  }

  @Test
  void readsARecordedBook() {
    Fields file = Fields.parse(Recorded.text("btc15m-prod-2026-07/05-orderbook-sample.json"));
    Fields entry = Fields.parse("{\"ticker\":\"T\",\"orderbook_fp\":" + book(file) + "}");
    var book = new KalshiBook();
    book.replace(KalshiCodec.polledBook(entry));
    var yes = book.yes(MarketId.kalshi("T").yes(), 1, Instant.EPOCH, Instant.EPOCH);
    assertTrue(!yes.isCrossed());
    assertTrue(yes.bids().size() > 5 && yes.asks().size() > 5);
    for (int i = 1; i < yes.bids().size(); i++) {
      assertTrue(yes.bids().priceE4(i) < yes.bids().priceE4(i - 1));
    }
    for (int i = 1; i < yes.asks().size(); i++) {
      assertTrue(yes.asks().priceE4(i) > yes.asks().priceE4(i - 1));
    }
  }

  @Test
  @Tag("fault:R23")
  void unknownWordsAreFailedReads() {
    String order = Recorded.text(DEMO + "orders__get_after_create.json");
    for (String other : List.of("\"status\":\"unknown\"", "\"status\":\"\"")) {
      String changed = order.replace("\"status\":\"resting\"", other);
      assertThrows(
          VenueException.class,
          () -> KalshiCodec.order(Fields.parse(changed).object("order")),
          other);
    }
    assertInstanceOf(KalshiWire.Other.class, KalshiCodec.message("{\"type\":\"news\",\"msg\":{}}"));
  }

  private static String book(Fields file) {
    var book = file.object("body").object("orderbook_fp");
    return "{\"yes_dollars\":"
        + rows(book.rowsOrEmpty("yes_dollars"))
        + ",\"no_dollars\":"
        + rows(book.rowsOrEmpty("no_dollars"))
        + "}";
  }

  private static String rows(List<List<String>> rows) {
    return rows.stream().map(row -> "[\"" + String.join("\",\"", row) + "\"]").toList().toString();
  }

  private static Fields event(String series, String more) {
    return Fields.parse("{\"series_ticker\":\"" + series + "\"" + more + "}");
  }
}
