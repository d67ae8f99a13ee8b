package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pairdesk.sandbox.catalogue.PolymarketEvent;
import pairdesk.sandbox.wire.polymarket.http.Json;

/** Tags of events; number and slug follow from the label. */
final class TagRecords {
  private TagRecords() {}

  static ArrayNode of(PolymarketEvent event) {
    ArrayNode tags = Json.array();
    event.tags().forEach(label -> tags.add(of(label)));
    return tags;
  }

  static ObjectNode of(String label) {
    return Json.object()
        .put("id", id(label))
        .put("label", label)
        .put("slug", slug(label))
        .put("forceShow", false)
        .put("createdAt", "2024-01-01T00:00:00Z")
        .put("updatedAt", "2024-01-01T00:00:00Z");
  }

  /** Slugs and numbers of an event's tags. */
  static List<String> names(PolymarketEvent event) {
    return event.tags().stream().flatMap(label -> Stream.of(slug(label), id(label))).toList();
  }

  static String id(String label) {
    return Integer.toString(Math.floorMod(label.hashCode(), 100_000));
  }

  static String slug(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
