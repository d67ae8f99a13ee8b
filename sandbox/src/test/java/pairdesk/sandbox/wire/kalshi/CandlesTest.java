package pairdesk.sandbox.wire.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pairdesk.sandbox.catalogue.KalshiEvent;
import pairdesk.sandbox.wire.kalshi.KalshiRig.Answer;

/** Candlesticks of what was quoted and traded while the sandbox runs. */
class CandlesTest {
  private final KalshiRig rig = new KalshiRig();
  private final KalshiEvent event =
      rig.catalogue.kalshi().stream()
          .filter(l -> l.ticker().equals(rig.ticker))
          .findFirst()
          .orElseThrow()
          .event();

  @AfterEach
  void close() {
    rig.close();
  }

  private static String day() {
    long now = Instant.now().getEpochSecond();
    return "?period_interval=1440&start_ts=%d&end_ts=%d".formatted(now - 172_800, now + 172_800);
  }

  private String ofMarket() {
    return "/series/%s/markets/%s/candlesticks".formatted(event.series().ticker(), rig.ticker);
  }

  private void buy(String price, String count) {
    Answer answer =
        rig.post(
            "/portfolio/events/orders",
            """
            {"ticker":"%s","side":"bid","count":"%s","price":"%s",
             "time_in_force":"immediate_or_cancel","self_trade_prevention_type":"taker_at_cross"}
            """
                .formatted(rig.ticker, count, price));
    assertEquals(201, answer.status());
  }

  /** The one in which something was traded; quotes may stand in the day before as well. */
  private static JsonNode traded(JsonNode candles) {
    return StreamSupport.stream(candles.spliterator(), false)
        .filter(candle -> !candle.path("volume_fp").asText().equals("0.00"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCandleTellsPricesQuotesVolumeAndOpenInterest() {
    buy("0.52", "10.00");
    rig.quote(rig.ticker, "0.42", "0.56", 50);
    buy("0.56", "30.00");
    JsonNode answer = rig.open(ofMarket() + day()).body();
    assertEquals(rig.ticker, answer.path("ticker").asText());
    JsonNode candle = traded(answer.path("candlesticks"));
    assertEquals(0, candle.path("end_period_ts").asLong() % 86_400);
    assertEquals("40.00", candle.path("volume_fp").asText());
    assertEquals("40.00", candle.path("open_interest_fp").asText());
    JsonNode price = candle.path("price");
    assertEquals("0.5200", price.path("open_dollars").asText());
    assertEquals("0.5200", price.path("low_dollars").asText());
    assertEquals("0.5600", price.path("high_dollars").asText());
    assertEquals("0.5600", price.path("close_dollars").asText());
    assertEquals("0.5500", price.path("mean_dollars").asText());
    assertFalse(price.has("previous_dollars"));
    assertEquals("0.4200", candle.path("yes_bid").path("close_dollars").asText());
    assertEquals("0.5600", candle.path("yes_ask").path("close_dollars").asText());
  }

  @Test
  void withoutTradesThereIsNoPrice() {
    JsonNode candles = rig.open(ofMarket() + day()).body().path("candlesticks");
    JsonNode last = candles.path(candles.size() - 1);
    assertTrue(last.path("price").isEmpty());
    assertEquals("0.00", last.path("volume_fp").asText());
    assertEquals("0.4000", last.path("yes_bid").path("close_dollars").asText());
  }

  @Test
  void theLastPriceBeforeIsCarriedInFront() {
    buy("0.52", "10.00");
    long now = Instant.now().getEpochSecond();
    String later =
        "?period_interval=1&start_ts=%d&end_ts=%d&include_latest_before_start=true"
            .formatted(now + 120, now + 240);
    JsonNode candles = rig.open(ofMarket() + later).body().path("candlesticks");
    assertEquals(1, candles.size());
    assertEquals("0.5200", candles.path(0).path("price").path("previous_dollars").asText());
    assertFalse(candles.path(0).path("price").has("open_dollars"));
    assertEquals("0.4000", candles.path(0).path("yes_bid").path("open_dollars").asText());
  }

  @Test
  void severalMarketsAndAllOfAnEvent() {
    buy("0.52", "10.00");
    JsonNode several =
        rig.open("/markets/candlesticks" + day() + "&market_tickers=" + rig.ticker + ",NONE")
            .body()
            .path("markets");
    assertEquals(1, several.size());
    assertEquals(rig.ticker, several.path(0).path("market_ticker").asText());
    assertEquals("10.00", traded(several.path(0).path("candlesticks")).path("volume_fp").asText());
    JsonNode all =
        rig.open(
                "/series/%s/events/%s/candlesticks"
                        .formatted(event.series().ticker(), event.ticker())
                    + day())
            .body();
    assertEquals(all.path("market_tickers").size(), all.path("market_candlesticks").size());
    assertTrue(all.path("adjusted_end_ts").asLong() > 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?period_interval=5&start_ts=1&end_ts=2",
        "?period_interval=1&start_ts=soon&end_ts=2",
        "?period_interval=1&start_ts=1",
        "?period_interval=1&start_ts=1&end_ts=99999999999"
      })
  void whatCannotBeAnsweredIsRefused(String query) {
    assertEquals(400, rig.open(ofMarket() + query).status());
  }

  @Test
  void anUnknownMarketIsNotFound() {
    assertEquals(404, rig.open("/series/NONE/markets/NONE/candlesticks" + day()).status());
  }
}
