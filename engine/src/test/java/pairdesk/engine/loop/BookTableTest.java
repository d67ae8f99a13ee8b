package pairdesk.engine.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.sample.SampleMarkets;

/** Beside a plain map that is copied as a whole. */
class BookTableTest {
  private record Copied(Map<Instrument, Book> table, Map<Instrument, Book> plain) {}

  @Test
  void everyCopyIsWhatAPlainMapWasAndStaysSo() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var table = new BookTable();
    var plain = new HashMap<Instrument, Book>();
    var copies = new ArrayList<Copied>();
    for (int step = 0; step < 3_000; step++) {
      Instrument instrument = MarketId.kalshi("KX-" + random.nextInt(150)).yes();
      if (random.nextInt(4) == 0) {
        table.remove(instrument);
        plain.remove(instrument);
      } else {
        Book book = book(instrument, 10 + random.nextInt(80));
        assertEquals(plain.put(instrument, book), table.put(book), "seed " + seed);
      }
      assertEquals(plain.get(instrument), table.get(instrument), "seed " + seed);
      if (random.nextInt(20) == 0) {
        copies.add(new Copied(table.copy(), Map.copyOf(plain)));
      }
    }
    for (Copied copy : copies) {
      assertEquals(copy.plain(), copy.table(), "seed " + seed);
      for (int i = 0; i < 150; i++) {
        Instrument instrument = MarketId.kalshi("KX-" + i).yes();
        assertEquals(copy.plain().get(instrument), copy.table().get(instrument));
        assertEquals(copy.plain().containsKey(instrument), copy.table().containsKey(instrument));
      }
    }
  }

  @Test
  void aCopyCannotBeChanged() {
    var table = new BookTable();
    Book book = book(MarketId.kalshi("KX").yes(), 40);
    table.put(book);
    Map<Instrument, Book> copy = table.copy();
    assertThrows(UnsupportedOperationException.class, () -> copy.put(book.instrument(), book));
    assertThrows(UnsupportedOperationException.class, () -> copy.entrySet().clear());
    assertEquals(List.of(book), List.copyOf(copy.values()));
  }

  private static Book book(Instrument instrument, int ask) {
    return SampleMarkets.book(instrument, "", "0." + ask + " x 100");
  }
}
