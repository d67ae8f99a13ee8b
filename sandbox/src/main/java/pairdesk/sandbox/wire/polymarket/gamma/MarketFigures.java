package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.PolymarketListing;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.MarketState;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.records.BookImage;

/** What Gamma tells of a market's prices, book and trading. The sandbox is younger than a day. */
final class MarketFigures {
  private static final List<String> SPANS = List.of("24hr", "1wk", "1mo", "1yr");
  private static final List<String> CHANGES =
      List.of(
          "oneHourPriceChange", "oneDayPriceChange", "oneWeekPriceChange", "oneMonthPriceChange");

  private MarketFigures() {}

  static ObjectNode outcomes(PolymarketListing market, MarketState state, BookView book) {
    Price yes = yesPrice(state, book);
    return Json.object()
        .put("outcomes", Json.write(Json.texts(market.outcomes())))
        .put(
            "outcomePrices",
            Json.write(
                Json.texts(List.of(BookImage.price(yes), BookImage.price(yes.complement())))))
        .put(
            "clobTokenIds",
            Json.write(Json.texts(List.of(market.token(Outcome.YES), market.token(Outcome.NO)))));
  }

  /** The payout once known, else the middle of the book, else the last trade, else a half. */
  private static Price yesPrice(MarketState state, BookView book) {
    Price value = state.value();
    if (value != null) {
      return value;
    }
    if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
      int sum = book.bids().getFirst().price().e4() + book.asks().getFirst().price().e4();
      return Price.ofE4(sum / 2);
    }
    Price last = state.figures().lastPrice();
    return last.e4() == 0 ? Price.ofE4(5_000) : last;
  }

  static ObjectNode of(MarketState state, BookView book) {
    var volume = Json.number(state.figures().volume().e6(), 6);
    var liquidity = Json.number(liquidity(book).e6(), 6);
    ObjectNode json =
        Json.object()
            .put("liquidity", liquidity.toPlainString())
            .put("liquidityNum", liquidity)
            .put("liquidityClob", liquidity)
            .put("volume", volume.toPlainString())
            .put("volumeNum", volume)
            .put("volumeClob", volume)
            .put("lastTradePrice", Json.number(state.figures().lastPrice().e4(), 4));
    for (String span : SPANS) {
      json.put("volume" + span, volume).put("volume" + span + "Clob", volume);
    }
    for (String change : CHANGES) {
      json.put(change, 0);
    }
    json.put("competitive", 0);
    best(book.bids()).ifPresent(bid -> json.put("bestBid", Json.number(bid.e4(), 4)));
    best(book.asks()).ifPresent(ask -> json.put("bestAsk", Json.number(ask.e4(), 4)));
    if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
      int spread = book.asks().getFirst().price().e4() - book.bids().getFirst().price().e4();
      json.put("spread", Json.number(spread, 4));
    }
    return json;
  }

  /** What the resting orders would cost their makers. */
  static Usd liquidity(BookView book) {
    Usd sum = Usd.ZERO;
    for (Level bid : book.bids()) {
      sum = sum.plus(Usd.of(bid.price(), bid.quantity(), Rounding.DOWN));
    }
    for (Level ask : book.asks()) {
      sum = sum.plus(Usd.of(ask.price().complement(), ask.quantity(), Rounding.DOWN));
    }
    return sum;
  }

  private static Optional<Price> best(List<Level> levels) {
    return levels.stream().findFirst().map(Level::price);
  }
}
