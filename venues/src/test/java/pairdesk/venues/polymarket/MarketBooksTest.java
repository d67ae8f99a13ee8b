package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.StreamRecorder;
import pairdesk.venues.polymarket.MarketBooks.Comparison;
import pairdesk.venues.polymarket.PolymarketWire.BookTerms;
import pairdesk.venues.polymarket.PolymarketWire.LevelChange;
import pairdesk.venues.polymarket.PolymarketWire.LevelsChanged;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;
import pairdesk.venues.polymarket.PolymarketWire.WireLevel;

class MarketBooksTest {
  private static final Instant T0 = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant NOW = T0.plusMillis(500);
  private static final BookTerms TERMS = new BookTerms("5", "0.01", false, "0.5");

  private final StreamRecorder told = new StreamRecorder();
  private final MarketBooks books = new MarketBooks(Markets.market(), new HashRule(), told);

  @Test
  @Tag("fault:W8")
  void takesTheTickOfAWholeBookUnlessTheStreamToldOfAnotherSince() {
    books.compared(withTick(book(T0, "0.48", "0.52"), "0.001"), NOW);
    assertEquals(PriceGrid.uniform(10), books.market().terms().grid());
    books.tickChanged(Price.ofCents(1), NOW);
    books.compared(withTick(book(T0, "0.48", "0.52"), "0.001"), NOW.minusMillis(1));
    assertEquals(PriceGrid.uniform(100), books.market().terms().grid());
    books.compared(withTick(book(T0, "0.48", "0.52"), "0.07"), NOW.plusMillis(1));
    assertEquals(PriceGrid.uniform(100), books.market().terms().grid());
    assertEquals(2, told.markets.size());
  }

  private static WireBook withTick(WireBook book, String tick) {
    var terms = new BookTerms("5", tick, false, "0.5");
    return new WireBook(
        book.market(), book.tokenId(), book.at(), book.hash(), book.bids(), book.asks(), terms);
  }

  @Test
  void reportsABookOnceItIsSent() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    Book reported = told.books.getLast();
    assertEquals(Markets.market().id().yes(), reported.instrument());
    assertEquals(Price.parse("0.48"), reported.bids().best().price());
    assertEquals(Price.parse("0.52"), reported.asks().best().price());
    assertEquals(T0, reported.venueTime());
    assertEquals(NOW, reported.confirmedAt());
  }

  @Test
  void takesAChangeWhoseHashAgrees() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    WireBook after = book(T0.plusMillis(5), "0.49", "0.52");
    assertTrue(books.changed(bid(T0.plusMillis(5), "0.49", "10", BookHash.of(both(after))), NOW));
    assertEquals(Price.parse("0.49"), told.books.getLast().bids().best().price());
    assertEquals(2, told.books.getLast().bids().size());
    assertEquals(List.of(), List.copyOf(told.stale));
  }

  @Test
  void doubtsAChangeWhoseHashDiffersUntilAWholeBookArrives() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    assertFalse(books.changed(bid(T0.plusMillis(5), "0.49", "10", "not this"), NOW));
    assertEquals(List.of("hash differs from the venue's"), List.copyOf(told.stale));

    WireBook asked = book(T0.plusMillis(5), "0.47", "0.52");
    assertEquals(Comparison.ADOPTED, books.compared(asked, NOW));
    assertEquals(Price.parse("0.47"), told.books.getLast().bids().best().price());
  }

  @Test
  void aLaterHashThatAgreesEndsTheDoubt() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    books.changed(bid(T0.plusMillis(5), "0.49", "10", "of the burst's end"), NOW);
    int reported = told.books.size();
    WireBook after = book(T0.plusMillis(6), "0.49", "0.52");
    books.changed(bid(T0.plusMillis(6), "0.49", "10", BookHash.of(both(after))), NOW);
    assertEquals(reported + 1, told.books.size());
  }

  @Test
  void doubtsABookWhoseBestPricesAreNotTheVenues() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    var change =
        new LevelChange(
            Markets.YES, Side.BUY, level("0.47", "1"), "", Price.parse("0.5"), Price.parse("0.52"));
    assertFalse(
        books.changed(
            new LevelsChanged(Markets.CONDITION, T0.plusMillis(1), List.of(change)), NOW));
    assertEquals(List.of("best prices differ from the venue's"), List.copyOf(told.stale));
  }

  @Test
  void bestPricesThatTheVenueDoesNotTellAreNoneToDiffer() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    WireBook after = both(book(T0.plusMillis(1), "0.49", "0.52"));
    var change =
        new LevelChange(Markets.YES, Side.BUY, level("0.49", "10"), BookHash.of(after), null, null);
    assertTrue(
        books.changed(
            new LevelsChanged(Markets.CONDITION, T0.plusMillis(1), List.of(change)), NOW));
    assertEquals(List.of(), List.copyOf(told.stale));
  }

  @Test
  @Tag("fault:W7")
  @Tag("fault:V1")
  void anOlderRestBookDoesNotUndoTheStream() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    assertEquals(Comparison.AGREED, books.compared(book(T0.minusMillis(5), "0.40", "0.52"), NOW));
    assertEquals(Price.parse("0.48"), told.books.getLast().bids().best().price());
    books.changed(bid(T0.plusMillis(5), "0.49", "10", "not this"), NOW);
    assertEquals(Comparison.TOO_OLD, books.compared(book(T0, "0.40", "0.52"), NOW));
  }

  @Test
  @Tag("fault:W2")
  void theSameMessageTwiceChangesNothing() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    WireBook after = book(T0.plusMillis(5), "0.49", "0.52");
    LevelsChanged change = bid(T0.plusMillis(5), "0.49", "10", BookHash.of(both(after)));
    books.changed(change, NOW);
    Book once = told.books.getLast();
    books.changed(change, NOW);
    assertEquals(once.bids(), told.books.getLast().bids());
    assertEquals(List.of(), List.copyOf(told.stale));
  }

  @Test
  void aComparisonThatAgreesConfirmsAQuietBook() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    Instant asked = NOW.plusSeconds(2);
    assertEquals(Comparison.AGREED, books.compared(book(T0, "0.48", "0.52"), asked));
    assertEquals(asked, told.books.getLast().confirmedAt());
  }

  @Test
  @Tag("fault:W12")
  void neverReportsACrossedBook() {
    books.sent(book(T0, "0.53", "0.52"), NOW);
    assertEquals(List.of(), List.copyOf(told.books));
    assertEquals(List.of("crossed"), List.copyOf(told.stale));
  }

  @Test
  void knowsNothingOfABookThatTheVenueHasNot() {
    books.sent(book(T0, "0.48", "0.52"), NOW);
    books.lost("the venue has no book");
    assertTrue(books.changed(bid(T0.plusMillis(5), "0.49", "10", ""), NOW));
    assertEquals(List.of("the venue has no book"), List.copyOf(told.stale));
    assertEquals(1, told.books.size());
  }

  private static WireBook book(Instant at, String bid, String ask) {
    return new WireBook(
        Markets.CONDITION,
        Markets.YES,
        at,
        "",
        List.of(level(bid, "10")),
        List.of(level(ask, "20")),
        TERMS);
  }

  /** With the first bid below the new one. */
  private static WireBook both(WireBook book) {
    return new WireBook(
        book.market(),
        book.tokenId(),
        book.at(),
        "",
        List.of(level("0.48", "10"), book.bids().getFirst()),
        book.asks(),
        book.terms());
  }

  private static LevelsChanged bid(Instant at, String price, String size, String hash) {
    var change =
        new LevelChange(
            Markets.YES,
            Side.BUY,
            level(price, size),
            hash,
            Price.parse(price),
            Price.parse("0.52"));
    return new LevelsChanged(Markets.CONDITION, at, List.of(change));
  }

  private static WireLevel level(String price, String size) {
    return new WireLevel(price, size, Price.parse(price), Quantity.parse(size));
  }
}
