package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;

class BookHashTest {

  @Test
  void hashesEveryVector() {
    for (JsonNode vector : SharedFiles.vectors("book-hash")) {
      WireBook book =
          BookCodec.book(
              pairdesk.venues.net.Fields.parse(vector.get("input").get("book").toString()));
      assertEquals(vector.get("expected").get("hashedString").textValue(), BookHash.text(book));
      assertEquals(vector.get("expected").get("hash").textValue(), BookHash.of(book));
    }
  }

  @Test
  void hashesARecordedBookAsItsVenueDid() {
    WireBook book =
        BookCodec.books("[" + SharedFiles.recorded("clob/book_2026-07-25.json") + "]").getFirst();
    assertEquals("2dd051998b01230eba67fdad421d6795bb5fba63", BookHash.of(book));
    assertEquals(book.hash(), BookHash.of(book));
  }
}
