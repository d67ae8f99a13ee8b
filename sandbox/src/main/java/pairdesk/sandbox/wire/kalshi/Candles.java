package pairdesk.sandbox.wire.kalshi;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeEvent;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.kalshi.Candle.Dealt;

/** What happened in each market by the minute, of the newest day. Safe from any thread. */
final class Candles {
  private static final int MINUTE_MILLIS = 60_000;
  private static final int MINUTE_SECONDS = 60;

  /** Minutes in which something happened that are kept of a market. */
  private static final int KEPT = 1_440;

  private final Exchange exchange;
  private final Map<MarketId, NavigableMap<Long, Candle>> minutes = new HashMap<>();

  Candles(Exchange exchange) {
    this.exchange = exchange;
    exchange.listen(this::on);
  }

  private void on(ExchangeEvent event) {
    switch (event) {
      case ExchangeEvent.LevelChanged change -> note(change.market(), change.at(), null);
      case ExchangeEvent.Traded(var trade) -> note(trade.market(), trade.at(), dealt(trade));
      case ExchangeEvent.TradeAdvanced _,
          ExchangeEvent.OrderChanged _,
          ExchangeEvent.Filled _,
          ExchangeEvent.PositionChanged _,
          ExchangeEvent.MarketChanged _,
          ExchangeEvent.GroupChanged _ -> {}
    }
  }

  private static Dealt dealt(Trade trade) {
    var deal = trade.taker().deal();
    return Dealt.of(deal.yesPrice(), deal.quantity());
  }

  private void note(MarketId market, Instant at, @Nullable Dealt dealt) {
    if (market.venue().equals(VenueId.KALSHI)) {
      add(
          market,
          minute(at),
          new Candle(
              Extent.of(exchange.best(market, Side.BUY).orElse(Price.ZERO)),
              Extent.of(exchange.best(market, Side.SELL).orElse(Price.ONE)),
              dealt,
              openInterest(market)));
    }
  }

  private Quantity openInterest(MarketId market) {
    return exchange
        .market(market)
        .map(state -> state.figures().openInterest())
        .orElse(Quantity.ZERO);
  }

  private synchronized void add(MarketId market, long minute, Candle candle) {
    NavigableMap<Long, Candle> known = minutes.computeIfAbsent(market, _ -> new TreeMap<>());
    known.merge(minute, candle, Candle::then);
    if (known.size() > KEPT) {
      known.pollFirstEntry();
    }
  }

  /** The second with which the moment's minute ends. */
  private static long minute(Instant at) {
    return Math.ceilDiv(at.toEpochMilli(), MINUTE_MILLIS) * MINUTE_SECONDS;
  }

  /** A market's candles by the second with which they end; none where nothing happened. */
  synchronized NavigableMap<Long, Candle> of(MarketId market, Span span) {
    var candles = new TreeMap<Long, Candle>();
    known(market)
        .forEach((minute, candle) -> {
          if (span.holds(minute)) {
            candles.merge(span.endOf(minute), candle, Candle::then);
          }
        });
    return candles;
  }

  /** All that happened before the first candle that is asked for; null when nothing did. */
  synchronized @Nullable Candle before(MarketId market, Span span) {
    return known(market).headMap(span.begin(), true).values().stream()
        .reduce(Candle::then)
        .orElse(null);
  }

  private NavigableMap<Long, Candle> known(MarketId market) {
    return minutes.getOrDefault(market, Collections.emptyNavigableMap());
  }

  /**
   * Which candles are asked for.
   *
   * @param first the second with which the first ends, a multiple of {@code seconds}
   * @param last the same of the last
   * @param seconds the length of each
   */
  record Span(long first, long last, long seconds) {
    /** The second with which the candle before the first ends. */
    long begin() {
      return first - seconds;
    }

    boolean holds(long minute) {
      return minute > begin() && minute <= last;
    }

    long endOf(long minute) {
      return Math.ceilDiv(minute, seconds) * seconds;
    }

    long count() {
      return last < first ? 0 : (last - first) / seconds + 1;
    }
  }
}
