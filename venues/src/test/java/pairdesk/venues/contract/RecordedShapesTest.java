package pairdesk.venues.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pairdesk.sandbox.Sandbox;
import pairdesk.sandbox.SandboxOptions;
import pairdesk.venues.polymarket.SharedFiles;

/**
 * Recorded listings that the product does not read, beside those that the sandbox gives to other
 * clients: it knows no member that the venue does not, and each is of the same kind.
 */
class RecordedShapesTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final Sandbox sandbox = Sandbox.start(SandboxOptions.seeded(9), InstantSource.system());
  private final HttpClient http = HttpClient.newHttpClient();

  RecordedShapesTest() throws IOException {}

  @AfterEach
  void close() {
    http.close();
    sandbox.close();
  }

  @Test
  void marketsOfTheClobAreAsRecorded() throws Exception {
    String markets = sandbox.polymarket().clobUrl() + "/markets";
    ArrayNode ours = JSON.createArrayNode();
    read(markets).get("data").forEach(ours::add);
    ours.add(read(markets + "/" + ours.get(0).get("condition_id").asText()));
    ArrayNode theirs = JSON.createArrayNode();
    recorded("clob/markets_page_2025_first5.json").get("data").forEach(theirs::add);
    theirs.add(recorded("clob/market_negrisk_2024.json"));
    compare(ours, theirs);
  }

  @Test
  void tagsAreAsRecorded() throws Exception {
    compare(read(sandbox.polymarket().gammaUrl() + "/tags"), recorded("gamma/tags.json"));
  }

  private static void compare(JsonNode ours, JsonNode theirs) {
    Map<String, String> venue = kinds(theirs);
    var wrong = new TreeSet<String>();
    kinds(ours)
        .forEach((place, kind) -> {
          String other = venue.getOrDefault(place, "not recorded");
          if (!other.equals(kind) && !other.equals("NULL") && !kind.equals("NULL")) {
            wrong.add(place + " is " + kind + ", of the venue " + other);
          }
        });
    assertEquals(new TreeSet<String>(), wrong);
  }

  /** The kind of each value by its place, the same for all elements of a list. */
  private static Map<String, String> kinds(JsonNode value) {
    var kinds = new TreeMap<String, String>();
    collect(value, "", kinds);
    return kinds;
  }

  private static void collect(JsonNode value, String place, Map<String, String> kinds) {
    kinds.merge(
        place, value.getNodeType().name(), (one, other) -> one.equals("NULL") ? other : one);
    if (value.isArray()) {
      value.forEach(element -> collect(element, place + "[]", kinds));
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(field -> collect(field.getValue(), Places.field(place, field.getKey()), kinds));
    }
  }

  private JsonNode read(String address) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static JsonNode recorded(String file) throws IOException {
    return JSON.readTree(SharedFiles.text("data/recorded/polymarket/" + file));
  }
}
