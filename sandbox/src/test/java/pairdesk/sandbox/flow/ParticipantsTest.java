package pairdesk.sandbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.Relation;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.catalogue.Catalogue.TruePair;
import pairdesk.sandbox.catalogue.Catalogues;
import pairdesk.sandbox.catalogue.ListingSpecs;
import pairdesk.sandbox.exchange.BookView;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.ExchangeSettings;
import pairdesk.sandbox.exchange.Level;
import pairdesk.sandbox.exchange.SandboxClock;
import pairdesk.sandbox.exchange.fees.KalshiFees;
import pairdesk.sandbox.exchange.fees.PolymarketFees;

class ParticipantsTest {
  private static final Instant START = Instant.parse("2026-11-20T15:00:00Z");
  private static final Quantity FIFTY = Quantity.ofShares(50);

  private Instant now = START;
  private final Catalogue catalogue = Catalogues.shipped(START);

  private Exchange begin(long seed) {
    var exchange = new Exchange(ExchangeSettings.seeded(seed), new SandboxClock(() -> now, 100));
    catalogue.kalshi().forEach(l -> exchange.list(ListingSpecs.of(l, Duration.ofSeconds(1))));
    catalogue.polymarket().forEach(l -> exchange.list(ListingSpecs.of(l, Duration.ofSeconds(1))));
    new Participants(exchange, catalogue, FlowSettings.usual(seed)).start();
    return exchange;
  }

  private void pass(Exchange exchange, Duration span) {
    now = now.plus(span);
    exchange.advance();
  }

  @Test
  void everyBookIsDeepAndNeverCrossed() {
    Exchange exchange = begin(1);
    for (int second = 0; second < 60; second++) {
      pass(exchange, Duration.ofSeconds(1));
      for (VenueId venue : List.of(VenueId.KALSHI, VenueId.POLYMARKET)) {
        exchange.markets(venue).forEach(m -> assertQuoted(exchange.book(m.spec().id())));
      }
    }
  }

  private static void assertQuoted(BookView book) {
    assertTrue(book.bids().size() + book.asks().size() >= 6, () -> "thin: " + book);
    if (!book.bids().isEmpty() && !book.asks().isEmpty()) {
      Price bid = book.bids().getFirst().price();
      assertTrue(bid.isLessThan(book.asks().getFirst().price()), () -> "crossed: " + book);
    }
  }

  @Test
  void gapsOpenSeveralTimesAMinuteAndCloseAgain() {
    Exchange exchange = begin(2);
    pass(exchange, Duration.ofSeconds(2));
    Map<TruePair, Integer> openFor = new HashMap<>();
    var lengths = new ArrayList<Integer>();
    int minutes = 4;
    for (int second = 0; second < minutes * 60; second++) {
      pass(exchange, Duration.ofSeconds(1));
      for (TruePair pair : catalogue.truePairs()) {
        if (best(exchange, pair).isGreaterThan(Usd.parse("0.02"))) {
          openFor.merge(pair, 1, Integer::sum);
        } else if (openFor.containsKey(pair)) {
          lengths.add(openFor.remove(pair));
        }
      }
    }
    double aMinuteOverTwenty = lengths.size() * 20.0 / (minutes * catalogue.truePairs().size());
    double seconds = lengths.stream().mapToInt(Integer::intValue).average().orElse(0);
    assertTrue(aMinuteOverTwenty > 3 && aMinuteOverTwenty < 9, () -> "gaps: " + aMinuteOverTwenty);
    assertTrue(seconds > 3 && seconds < 10, () -> "seconds open: " + seconds);
  }

  /** What a share of both legs earns after fees at the touch, the better of the two directions. */
  private static Usd best(Exchange exchange, TruePair pair) {
    Outcome same = pair.relation() == Relation.SAME ? Outcome.NO : Outcome.YES;
    Usd one = edge(exchange, pair, Outcome.YES, same);
    return one.max(edge(exchange, pair, Outcome.NO, same.opposite()));
  }

  private static Usd edge(Exchange exchange, TruePair pair, Outcome here, Outcome there) {
    List<Level> kalshi = exchange.book(pair.kalshi().id()).asks(here);
    List<Level> polymarket = exchange.book(pair.polymarket().id()).asks(there);
    if (kalshi.isEmpty() || polymarket.isEmpty()) {
      return Usd.ofDollars(-1);
    }
    Price first = kalshi.getFirst().price();
    Price second = polymarket.getFirst().price();
    Usd fees =
        KalshiFees.DIRECT
            .tradeFee(700, 1_000, first, FIFTY)
            .plus(PolymarketFees.taker(pair.polymarket().trading().feeRateE4(), second, FIFTY));
    long perShareE6 = 1_000_000L - 100L * (first.e4() + second.e4()) - fees.e6() / 50;
    return Usd.ofE6(perShareE6);
  }

  @Test
  void theSameSeedGivesTheSameBooks() {
    assertEquals(afterAMinute(3), afterAMinute(3));
    assertNotEquals(afterAMinute(3), afterAMinute(4));
  }

  private List<BookView> afterAMinute(long seed) {
    now = START;
    Exchange exchange = begin(seed);
    for (int i = 0; i < 60; i++) {
      pass(exchange, Duration.ofSeconds(1));
    }
    return catalogue.kalshi().stream().map(l -> exchange.book(l.id())).toList();
  }

  @Test
  void listingsOfOneQuestionGetTheSameAnswer() {
    Exchange exchange = begin(5);
    now = START.plus(Duration.ofDays(201));
    exchange.advance();
    pass(exchange, Duration.ofSeconds(10));
    for (TruePair pair : catalogue.truePairs()) {
      Price here = value(exchange, pair.kalshi().id());
      Price there = value(exchange, pair.polymarket().id());
      assertEquals(
          here, pair.relation() == Relation.SAME ? there : there.complement(), pair::toString);
    }
  }

  private static Price value(Exchange exchange, MarketId id) {
    Price value = exchange.market(id).orElseThrow().value();
    assertTrue(value != null, () -> "not resolved: " + id);
    return value == null ? Price.ZERO : value;
  }
}
