package pairdesk.matching.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;

/**
 * One line of a catalogue file, in the venue's own field names.
 *
 * @param key what results refer to
 * @param group listings of different groups (snapshots of different days) are never compared
 */
record ListingRow(String key, String group, Listing listing) {

  /** Fails with a message for the person when the key or the title is missing. */
  static ListingRow kalshi(JsonNode row) {
    String key = key(row, "ticker");
    Listing listing =
        new Listing(
            MarketId.kalshi(key),
            text(row, "event_ticker"),
            new Listing.Texts(
                text(row, "event_title"),
                required(row, "title"),
                text(row, "subtitle"),
                kalshiRules(row)),
            new Listing.Names(
                text(row, "yes_sub_title"),
                label(text(row, "yes_sub_title"), "Yes"),
                label(text(row, "no_sub_title"), "No"),
                text(row, "category"),
                text(row, "ticker")),
            new Listing.Strike(
                text(row, "strike_type"), text(row, "floor_strike"), text(row, "cap_strike")),
            new Listing.Dates(
                instant(text(row, "close_time")), instant(text(row, "expected_expiration_time"))));
    return new ListingRow(key, text(row, "snap"), listing);
  }

  /** Fails with a message for the person when the key or the question is missing. */
  static ListingRow polymarket(JsonNode row) {
    String key = key(row, "id");
    JsonNode outcomes = row.path("outcomes");
    String event = text(row, "event_slug");
    Listing listing =
        new Listing(
            MarketId.polymarket(key),
            event.isEmpty() ? text(row, "slug") : event,
            new Listing.Texts(
                text(row, "event_title"), required(row, "question"), "", text(row, "description")),
            new Listing.Names(
                text(row, "groupItemTitle"),
                label(outcomes.path(0).asText(""), "Yes"),
                label(outcomes.path(1).asText(""), "No"),
                text(row, "category"),
                text(row, "slug")),
            Listing.Strike.NONE,
            new Listing.Dates(instant(text(row, "endDate")), null));
    return new ListingRow(key, text(row, "snap"), listing);
  }

  private static String kalshiRules(JsonNode row) {
    String rules = text(row, "rules");
    return rules.isEmpty()
        ? (text(row, "rules_primary") + "\n" + text(row, "rules_secondary")).strip()
        : rules;
  }

  private static String key(JsonNode row, String otherwise) {
    String key = text(row, "key");
    return key.isEmpty() ? required(row, otherwise) : key;
  }

  private static String required(JsonNode row, String field) {
    String value = text(row, field);
    if (value.isBlank()) {
      throw new BadLineException("field '" + field + "' is missing or empty");
    }
    return value;
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asText("");
  }

  private static String label(String stated, String otherwise) {
    return stated.isBlank() ? otherwise : stated;
  }

  /** A date that cannot be read is unknown: it is a hint for matching, never an amount. */
  private static @Nullable Instant instant(String text) {
    try {
      return text.isBlank() ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
