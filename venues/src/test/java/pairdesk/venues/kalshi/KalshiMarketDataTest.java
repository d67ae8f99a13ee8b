package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

class KalshiMarketDataTest {
  private final SandboxKalshi venue = new SandboxKalshi();
  private final Kalshi kalshi = venue.client();
  private final MarketId market = venue.market(0);

  @AfterEach
  void close() {
    kalshi.close();
    venue.close();
  }

  @Test
  void readsTradesAndBooks() {
    venue.quote(market, "0.40", "0.52", 50);
    Market listed = kalshi.catalog().read(market).orElseThrow();
    var intent = Samples.intent(market.yes(), Side.BUY, "0.52", TimeInForce.IOC);
    kalshi.orders().submit(kalshi.orders().prepare(intent, listed), Duration.ofSeconds(3));
    var trades = new ArrayList<KalshiMarketData.Trade>();
    kalshi.tools().data().trades(market, Instant.now().minusSeconds(60), trades::add);
    assertEquals(1, trades.size());
    assertEquals(Side.BUY, trades.getFirst().taker());
    assertEquals(Price.parse("0.52"), trades.getFirst().yesPrice());
    assertEquals(Quantity.ofShares(10), trades.getFirst().quantity());

    Instant asked = Instant.now();
    List<Book> books = kalshi.tools().data().books(List.of(market, venue.market(1)), asked);
    Book book =
        books.stream().filter(b -> b.instrument().equals(market.yes())).findFirst().orElseThrow();
    assertEquals("[Level[price=0.52, quantity=40]]", book.asks().toString());
    assertEquals(asked, book.confirmedAt());
    assertTrue(kalshi.books(List.of(listed), asked).containsAll(List.of(book, book.mirrored())));
  }

  @Test
  void knowsWhatLiesInTheArchive() {
    KalshiMarketData.Cutoff cutoff = kalshi.tools().data().cutoff();
    assertTrue(cutoff.trades().isBefore(cutoff.orders()));
    assertEquals(cutoff.trades(), cutoff.settledMarkets());
  }

  @Test
  void readsCandlesticksWithAndWithoutTrades() {
    try (var fake = new FakeKalshi();
        var client = fake.client()) {
      String range =
          "{\"open_dollars\":\"0.40\",\"low_dollars\":\"0.39\",\"high_dollars\":\"0.41\",\"close_dollars\":\"0.4050\"}";
      fake.on(
          "GET /series/KXRAIN/markets/RAIN-1/candlesticks",
          """
          {"ticker":"RAIN-1","candlesticks":[
            {"end_period_ts":1786293600,"yes_bid":%1$s,"yes_ask":%1$s,"price":%1$s,"volume_fp":"22.36"},
            {"end_period_ts":1786297200,"yes_bid":%1$s,"yes_ask":%1$s,"price":{"previous_dollars":"0.4050"},"volume_fp":"0.00"}]}
          """
              .formatted(range));
      Instant from = Instant.ofEpochSecond(1_786_290_000);
      List<KalshiMarketData.Candle> candles =
          client
              .tools()
              .data()
              .candles(
                  "KXRAIN",
                  Samples.RAIN,
                  KalshiMarketData.Period.HOUR,
                  from,
                  from.plusSeconds(7_200));
      assertEquals(Price.parse("0.405"), candles.getFirst().yesBid().close());
      assertEquals(Quantity.parse("22.36"), candles.getFirst().volume());
      assertNull(candles.getLast().price());
      assertEquals(
          "/trade-api/v2/series/KXRAIN/markets/RAIN-1/candlesticks?period_interval=60&start_ts=1786290000&end_ts=1786297200",
          fake.requests.getLast().getTarget());
    }
  }
}
