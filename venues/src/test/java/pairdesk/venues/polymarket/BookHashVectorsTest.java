package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import pairdesk.venues.net.Fields;
import pairdesk.venues.polymarket.PolymarketWire.WireBook;

class BookHashVectorsTest {
  @Test
  void hashesEveryBook() {
    Vectors.checkAll("book-hash", BookHashVectorsTest::check);
  }

  private static void check(JsonNode vector) {
    JsonNode expected = vector.get("expected");
    WireBook book = BookCodec.book(Fields.parse(vector.get("input").get("book").toString()));
    assertEquals(expected.get("hashedString").textValue(), BookHash.text(book));
    assertEquals(expected.get("hash").textValue(), BookHash.of(book));
  }

  @Test
  void hashesARecordedBookAsItsVenueDid() {
    String recorded = SharedFiles.recorded("clob/book_2026-07-25.json");
    WireBook book = BookCodec.book(Fields.parse(recorded));
    assertEquals("2dd051998b01230eba67fdad421d6795bb5fba63", BookHash.of(book));
    assertEquals(book.hash(), BookHash.of(book));
  }
}
