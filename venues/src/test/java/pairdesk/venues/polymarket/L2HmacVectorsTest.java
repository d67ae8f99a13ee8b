package pairdesk.venues.polymarket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class L2HmacVectorsTest {
  @Test
  void signsRequestsByteForByte() {
    Vectors.checkAll("l2-hmac", L2HmacVectorsTest::check);
  }

  private static void check(JsonNode vector) {
    JsonNode input = vector.get("input");
    assertEquals(
        Vectors.texts(vector.get("expected").get("headers")),
        Vectors.signer(input)
            .requestHeaders(
                Vectors.credentials(input),
                Instant.ofEpochSecond(input.get("timestamp").longValue()),
                input.get("method").textValue(),
                input.get("requestPath").textValue(),
                input.get("body").textValue()));
  }
}
