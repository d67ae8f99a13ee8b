package pairdesk.sandbox.wire.polymarket.relayer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pairdesk.sandbox.wire.polymarket.Vectors;
import pairdesk.sandbox.wire.polymarket.signing.ContractCall;

/** Requests that the official client signed: taken as they are, refused with one nibble changed. */
class SubmissionVectorsTest {
  private static final List<String> KINDS = List.of("WALLET", "SAFE", "PROXY");

  @TestFactory
  Stream<DynamicTest> takesWhatTheOfficialClientSigned() {
    List<JsonNode> calls =
        Vectors.polymarket("relayer-requests.json").stream()
            .filter(vector -> KINDS.contains(vector.get("requestType").asText()))
            .toList();
    assertFalse(calls.isEmpty());
    return calls.stream()
        .map(vector -> DynamicTest.dynamicTest(vector.get("id").asText(), () -> check(vector)));
  }

  private static void check(JsonNode vector) {
    ObjectNode request = (ObjectNode) vector.get("expected").get("request");
    Submission read = Submission.read(request);
    assertEquals(request.get("type").asText(), read.type());
    assertEquals(targets(vector), read.calls().stream().map(SubmissionVectorsTest::to).toList());
    String signature = request.get("signature").asText();
    char other = signature.charAt(10) == '0' ? '1' : '0';
    ObjectNode altered = request.deepCopy();
    altered.put("signature", signature.substring(0, 10) + other + signature.substring(11));
    assertThrows(IllegalArgumentException.class, () -> Submission.read(altered));
    ObjectNode later = request.deepCopy();
    later.put("nonce", Long.toString(request.get("nonce").asLong() + 1));
    assertThrows(IllegalArgumentException.class, () -> Submission.read(later));
  }

  private static String to(ContractCall call) {
    return call.to().hex();
  }

  /** What the client was asked to call; a proxy's calls are only in its data. */
  private static List<String> targets(JsonNode vector) {
    JsonNode input = vector.get("input");
    if (input.has("calls")) {
      return input.get("calls").valueStream().map(c -> lower(c, "target")).toList();
    }
    if (input.has("transactions")) {
      return input.get("transactions").valueStream().map(c -> lower(c, "to")).toList();
    }
    return Unpacking.proxy(input.get("data").asText()).stream()
        .map(SubmissionVectorsTest::to)
        .toList();
  }

  private static String lower(JsonNode call, String field) {
    return call.get(field).asText().toLowerCase(Locale.ROOT);
  }
}
