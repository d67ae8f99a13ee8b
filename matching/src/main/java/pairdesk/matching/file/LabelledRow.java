package pairdesk.matching.file;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One line of a file of labelled pairs.
 *
 * @param relation {@code equivalent}, {@code complement} (the same with YES and NO turned round) or
 *     {@code different}
 * @param topic what it is about; the Kalshi event where the file does not say
 */
record LabelledRow(ListingRow kalshi, ListingRow polymarket, String relation, String topic) {

  /** Fails with a message for the person when a listing or the label is missing. */
  static LabelledRow of(JsonNode row) {
    ListingRow kalshi = ListingRow.kalshi(row.path("kalshi"));
    String topic = row.path("topic").asText("");
    return new LabelledRow(
        kalshi,
        ListingRow.polymarket(row.path("poly")),
        relation(row),
        topic.isEmpty() ? kalshi.listing().eventCode() : topic);
  }

  private static String relation(JsonNode row) {
    String relation = row.path("relation").asText("");
    return switch (relation) {
      case "equivalent", "complement", "different" -> relation;
      case "" -> throw new BadLineException("field 'relation' is missing or empty");
      default -> throw new BadLineException("unknown relation '" + relation + "'");
    };
  }

  boolean same() {
    return relation.equals("equivalent");
  }

  /** Read to the end but neither right nor wrong for a fit. */
  boolean complement() {
    return relation.equals("complement");
  }
}
