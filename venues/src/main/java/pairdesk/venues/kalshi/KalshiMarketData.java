package pairdesk.venues.kalshi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.Slices;

/** Public data of markets that no port asks for: trades, candlesticks, single books, history. */
public final class KalshiMarketData {
  private static final int BOOKS = 100;

  private final KalshiRest rest;

  KalshiMarketData(KalshiRest rest) {
    this.rest = rest;
  }

  /**
   * @param taker BUY when the taker bought YES or sold NO
   * @param block negotiated outside the book
   */
  public record Trade(
      String id,
      MarketId market,
      Side taker,
      Price yesPrice,
      Quantity quantity,
      boolean block,
      Instant at) {}

  /**
   * The trades of one market from a moment on, newest first, page by page to the end.
   *
   * @throws pairdesk.venues.net.VenueException when the end cannot be reached
   */
  public void trades(MarketId market, Instant since, Consumer<Trade> sink) {
    rest.pages(
        "/markets/trades?limit=1000&ticker="
            + KalshiRest.encoded(market.code())
            + "&min_ts="
            + since.getEpochSecond(),
        page -> page.list("trades").forEach(row -> sink.accept(trade(row))));
  }

  /** How long one candlestick is. */
  public enum Period {
    MINUTE(1),
    HOUR(60),
    DAY(1_440);

    private final int minutes;

    Period(int minutes) {
      this.minutes = minutes;
    }
  }

  /**
   * @param ends last second of the period
   * @param price of trades; null when there was none
   */
  public record Candle(
      Instant ends, Range yesBid, Range yesAsk, @Nullable Range price, Quantity volume) {}

  public record Range(Price open, Price low, Price high, Price close) {}

  /**
   * @param series the market's series
   */
  public List<Candle> candles(
      String series, MarketId market, Period period, Instant from, Instant to) {
    String target =
        "/series/%s/markets/%s/candlesticks?period_interval=%d&start_ts=%d&end_ts=%d"
            .formatted(
                KalshiRest.encoded(series),
                KalshiRest.encoded(market.code()),
                period.minutes,
                from.getEpochSecond(),
                to.getEpochSecond());
    return rest.read(target).list("candlesticks").stream().map(KalshiMarketData::candle).toList();
  }

  /**
   * The books of YES as the venue has them now, at most 100 a call.
   *
   * @param confirmedAt when we ask: the books are from some moment after it
   */
  public List<Book> books(Collection<MarketId> markets, Instant confirmedAt) {
    var books = new ArrayList<Book>();
    for (List<MarketId> part : Slices.of(markets, BOOKS)) {
      String query =
          part.stream()
              .map(market -> "tickers=" + KalshiRest.encoded(market.code()))
              .collect(Collectors.joining("&"));
      for (Fields entry : rest.read("/markets/orderbooks?" + query).list("orderbooks")) {
        var book = new KalshiBook();
        KalshiWire.BookRow row = KalshiCodec.polledBook(entry);
        book.replace(row);
        books.add(book.yes(MarketId.kalshi(row.ticker()).yes(), 0, confirmedAt, confirmedAt));
      }
    }
    return books;
  }

  /**
   * From which moments on the usual addresses answer; what is older is under {@code /historical}.
   */
  public record Cutoff(Instant settledMarkets, Instant trades, Instant orders) {}

  public Cutoff cutoff() {
    Fields answer = rest.read("/historical/cutoff");
    return new Cutoff(
        answer.instant("market_settled_ts"),
        answer.instant("trades_created_ts"),
        answer.instant("orders_updated_ts"));
  }

  static Trade trade(Fields row) {
    return new Trade(
        row.text("trade_id"),
        MarketId.kalshi(row.text("ticker")),
        row.exact("taker_book_side", KalshiMarketData::side),
        row.price("yes_price_dollars"),
        row.quantity("count_fp"),
        row.has("is_block_trade") && row.flag("is_block_trade"),
        row.instant("created_time"));
  }

  private static Side side(String word) {
    return switch (KalshiWire.BookSide.valueOf(word.toUpperCase(Locale.ROOT))) {
      case BID -> Side.BUY;
      case ASK -> Side.SELL;
    };
  }

  static Candle candle(Fields row) {
    Fields price = row.object("price");
    return new Candle(
        row.whole("end_period_ts", Instant::ofEpochSecond),
        range(row.object("yes_bid")),
        range(row.object("yes_ask")),
        isTraded(price) ? range(price) : null,
        row.quantity("volume_fp"));
  }

  /** A period without trades may still name the price before it. */
  private static boolean isTraded(Fields price) {
    return price.has("open_dollars") || price.has("close_dollars");
  }

  private static Range range(Fields row) {
    return new Range(
        row.price("open_dollars"),
        row.price("low_dollars"),
        row.price("high_dollars"),
        row.price("close_dollars"));
  }
}
