package pairdesk.bot.rehearsal;

import java.time.Instant;
import java.util.List;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Ladder;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.venues.kalshi.KalshiBook;

/**
 * One pair's books. YES is offered on Kalshi at 0.52 until a frame offers some at 0.40, while NO is
 * offered at 0.50 on Polymarket; another frame takes it back.
 */
public final class MadeFrames {
  public static final int CHEAP_CENTS = 40;
  public static final int CHEAP_SHARES = 150;

  /** Of YES; cheaper than what is ever offered. */
  public static final List<Offer> YES_BIDS = List.of(new Offer(38, 2_000), new Offer(5, 5_000));

  /** Of NO, which is what is offered of YES. */
  public static final List<Offer> NO_BIDS = List.of(new Offer(48, 2_000), new Offer(42, 3_000));

  /** Of NO on Polymarket. */
  public static final List<Offer> OPPOSITE_ASKS =
      List.of(new Offer(50, 2_000), new Offer(54, 3_000));

  private static final List<Offer> OPPOSITE_BIDS =
      List.of(new Offer(49, 2_000), new Offer(40, 3_000));

  /** Best first in each list. */
  public record Offer(int cents, int shares) {
    private Level level() {
      return new Level(Price.ofE4(cents * 100), Quantity.ofShares(shares));
    }
  }

  private MadeFrames() {}

  /** Kalshi's, before the frame. */
  public static KalshiBook book() {
    var book = new KalshiBook();
    YES_BIDS.forEach(bid -> change(book, Outcome.YES, bid));
    NO_BIDS.forEach(bid -> change(book, Outcome.NO, bid));
    return book;
  }

  private static void change(KalshiBook book, Outcome outcome, Offer bid) {
    book.change(outcome, bid.cents() * 100, Quantity.ofShares(bid.shares()).e6());
  }

  /** Polymarket's book of NO. */
  public static Book opposite(Market market, long version, Instant now) {
    return new Book(
        market.id().no(), ladder(OPPOSITE_BIDS), ladder(OPPOSITE_ASKS), version, now, now);
  }

  private static Ladder ladder(List<Offer> offers) {
    return Ladder.of(offers.stream().map(Offer::level).toList());
  }

  public static String opens(String ticker, long seq) {
    return frame(ticker, seq, CHEAP_SHARES);
  }

  public static String closes(String ticker, long seq) {
    return frame(ticker, seq, -CHEAP_SHARES);
  }

  private static String frame(String ticker, long seq, int shares) {
    return """
    {"type":"orderbook_delta","sid":1,"seq":%d,"msg":{"market_ticker":"%s",\
    "market_id":"9b0f6b43-5b68-4f9f-9f02-9a2d1b8ac1a1","price_dollars":"0.%d00",\
    "delta_fp":"%d.00","side":"no","ts":"2026-10-01T12:00:00.354803Z","ts_ms":1790856000354}}\
    """
        .formatted(seq, ticker, 100 - CHEAP_CENTS, shares);
  }
}
