package pairdesk.sandbox.wire.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pairdesk.sandbox.catalogue.KalshiSeries;
import pairdesk.sandbox.wire.WireHandler;
import pairdesk.sandbox.wire.WireReply;

/**
 * What clients look up around markets: tags by category, and lists of what the sandbox has none of,
 * which are empty.
 */
final class MetadataRoutes {
  private final Listings listings;

  MetadataRoutes(Listings listings) {
    this.listings = listings;
  }

  void enter(Gateway gateway) {
    gateway.open("/search/tags_by_categories", _ -> tags());
    gateway.open("/search/filters_by_sport", _ -> sports());
    empty(gateway, "/milestones", "milestones", "cursor");
    empty(gateway, "/structured_targets", "structured_targets", "cursor");
    empty(gateway, "/multivariate_event_collections", "multivariate_contracts", "cursor");
    empty(gateway, "/incentive_programs", "incentive_programs", "next_cursor");
    gateway.read("/portfolio/deposits", list("deposits", "cursor"));
    gateway.read("/portfolio/withdrawals", list("withdrawals", "cursor"));
    gateway.read("/communications/rfqs", list("rfqs", "cursor"));
    gateway.read("/communications/quotes", list("quotes", "cursor"));
    gateway.read("/communications/block-trade-proposals", list("block_trade_proposals", "cursor"));
  }

  /** The list, and that there is none of its things by any name. */
  private static void empty(Gateway gateway, String path, String name, String cursor) {
    gateway.open(path, list(name, cursor));
    gateway.open(
        path + "/{id}",
        _ -> {
          throw Refused.notFound();
        });
  }

  private static WireHandler list(String name, String cursor) {
    ObjectNode body = Replies.object();
    body.set(name, Replies.array());
    WireReply reply = Replies.json(200, body.put(cursor, ""));
    return _ -> reply;
  }

  private WireReply tags() {
    var byCategory =
        listings.series().stream()
            .collect(
                Collectors.groupingBy(KalshiSeries::category, TreeMap::new, Collectors.toList()));
    ObjectNode categories = Replies.object();
    byCategory.forEach((category, series) -> categories.set(category, tagsOf(series)));
    return Replies.json(200, Replies.object().set("tags_by_categories", categories));
  }

  private static JsonNode tagsOf(List<KalshiSeries> series) {
    ArrayNode tags = Replies.array();
    series.stream().flatMap(s -> s.tags().stream()).distinct().sorted().forEach(tags::add);
    return tags;
  }

  private static WireReply sports() {
    ObjectNode body = Replies.object();
    body.set("filters_by_sports", Replies.object());
    body.set("sport_ordering", Replies.array());
    return Replies.json(200, body);
  }
}
