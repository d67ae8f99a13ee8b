package pairdesk.sandbox.wire.polymarket.gamma;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.function.Function;
import java.util.stream.Stream;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** {@code /tags}: all, or one by its number or slug. */
final class TagRoutes {
  private final Venue venue;

  TagRoutes(Venue venue) {
    this.venue = venue;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/tags", _ -> all());
    endpoints.get("/tags/{id}", r -> one(TagRecords::id, r.pathParam("id")));
    endpoints.get("/tags/slug/{slug}", r -> one(TagRecords::slug, r.pathParam("slug")));
  }

  private WireReply all() {
    ArrayNode tags = Json.array();
    labels().forEach(label -> tags.add(TagRecords.of(label)));
    return Replies.json(tags);
  }

  private WireReply one(Function<String, String> name, String wanted) {
    return labels()
        .filter(label -> name.apply(label).equals(wanted))
        .findFirst()
        .map(label -> Replies.json(TagRecords.of(label)))
        .orElseThrow(() -> Gamma.notFound("id not found"));
  }

  private Stream<String> labels() {
    return venue.listings().events().stream()
        .flatMap(event -> event.event().tags().stream())
        .distinct();
  }
}
