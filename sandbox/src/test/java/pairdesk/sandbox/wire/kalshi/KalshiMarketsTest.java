package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.sandbox.wire.kalshi.KalshiRig.json;

import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;

class KalshiMarketsTest {
  private static final KalshiRig RIG = new KalshiRig();

  @AfterAll
  static void close() {
    RIG.close();
  }

  @Test
  void pagesEndWithAnEmptyCursor() {
    var seen = new HashSet<String>();
    String cursor = "";
    do {
      var page = RIG.open("/markets?limit=70&cursor=" + cursor).body();
      page.path("markets").forEach(m -> seen.add(m.path("ticker").asText()));
      cursor = page.path("cursor").asText("missing");
    } while (!cursor.isEmpty());
    assertEquals(RIG.catalogue.kalshi().size(), seen.size());
  }

  @Test
  void refusesALimitAboveTheMaximum() {
    var answer = RIG.open("/markets?limit=1001");
    assertEquals(400, answer.status());
    assertEquals(
        json(
            """
            {"msg":"Parameter validation failed for GetMarkets: Key: 'GetMarketsParams.Limit' Error:Field validation for 'Limit' failed on the 'lte' tag"}
            """),
        answer.body());
  }

  @Test
  void aGarbageCursorGivesTheFirstPage() {
    assertEquals(
        RIG.open("/markets?limit=3").body(), RIG.open("/markets?limit=3&cursor=%25%25").body());
  }

  @Test
  void refusesAFieldValueAsStatusFilter() {
    var answer = RIG.open("/markets?status=finalized");
    assertEquals(400, answer.status());
    assertEquals(
        json(
            """
            {"error":{"code":"bad_request","message":"bad request","details":"invalid status filter"}}
            """),
        answer.body());
  }

  @Test
  void aMarketShowsItsQuotesAndItsGrid() {
    var market = RIG.open("/markets/" + RIG.ticker).body().path("market");
    assertEquals("0.4000", market.path("yes_bid_dollars").asText());
    assertEquals("0.4800", market.path("no_bid_dollars").asText());
    assertEquals("50.00", market.path("yes_ask_size_fp").asText());
    assertEquals("active", market.path("status").asText());
    assertEquals("0.0100", market.path("price_ranges").path(0).path("step").asText());
  }

  @Test
  void theBookHoldsBidsOfBothSidesBestLast() {
    assertEquals(
        json(
            """
            {"orderbook_fp":{"yes_dollars":[["0.4000","50.00"]],"no_dollars":[["0.4800","50.00"]]}}
            """),
        RIG.open("/markets/" + RIG.ticker + "/orderbook").body());
  }

  @Test
  void anEventNestsItsMarketsOnRequest() {
    String event = RIG.catalogue.kalshi().getFirst().event().ticker();
    var nested = RIG.open("/events/" + event + "?with_nested_markets=true").body();
    assertEquals(4, nested.path("event").path("markets").size());
    assertTrue(nested.path("markets").isEmpty());
    assertEquals("MECNET", nested.path("event").path("collateral_return_type").asText());
  }

  @Test
  void unknownNamesAreNotFound() {
    assertEquals(404, RIG.open("/markets/NOPE").status());
    assertEquals(404, RIG.open("/series/NOPE").status());
  }

  @Test
  void theSeriesStatesItsFees() {
    String series = RIG.catalogue.kalshi().getFirst().event().series().ticker();
    var body = RIG.open("/series/" + series).body().path("series");
    assertEquals("quadratic", body.path("fee_type").asText());
    assertTrue(body.path("fee_multiplier").isNumber());
  }

  @Test
  void theExchangeIsActive() {
    var status = RIG.open("/exchange/status").body();
    assertTrue(status.path("trading_active").asBoolean());
    assertEquals(4, status.path("exchange_index_statuses").size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status=open&max_close_ts=1",
        "status=closed&min_created_ts=1",
        "status=open&min_settled_ts=1",
        "min_updated_ts=1&status=open",
        "min_close_ts=soon",
      })
  void refusesTimesThatDoNotGoWithTheRest(String query) {
    assertEquals(400, RIG.open("/markets?" + query).status());
  }

  @Test
  void combinationsAreNotListed() {
    assertTrue(RIG.open("/markets?mve_filter=only").body().path("markets").isEmpty());
    assertFalse(RIG.open("/markets?mve_filter=exclude").body().path("markets").isEmpty());
  }

  @Test
  void aSettledMarketIsFoundByItsMoment() {
    String ticker = RIG.catalogue.kalshi().getLast().ticker();
    RIG.exchange.resolve(MarketId.kalshi(ticker), Price.ZERO);
    for (Instant limit = Instant.now().plusSeconds(10); Instant.now().isBefore(limit); ) {
      RIG.exchange.advance();
      var found = RIG.open("/markets?min_settled_ts=1").body().path("markets");
      if (found.size() == 1) {
        assertEquals(ticker, found.path(0).path("ticker").asText());
        return;
      }
    }
    throw new AssertionError("not settled within ten seconds");
  }
}
