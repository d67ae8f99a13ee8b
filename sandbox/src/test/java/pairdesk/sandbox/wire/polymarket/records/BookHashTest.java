package pairdesk.sandbox.wire.polymarket.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.wire.polymarket.Vectors;

class BookHashTest {

  @Test
  void hashesEveryBookAsTheVenueDoes() {
    for (JsonNode vector : Vectors.polymarket("book-hash.json")) {
      ObjectNode book = (ObjectNode) vector.at("/input/book");
      assertEquals(
          vector.at("/expected/hash").asText(),
          BookHash.of(book.deepCopy().put("hash", "")),
          vector.get("id").asText());
    }
  }
}
