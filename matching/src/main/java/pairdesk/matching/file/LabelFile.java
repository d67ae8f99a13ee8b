package pairdesk.matching.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Relation;

/** What people decided, as a file of labelled pairs that {@code pairdesk fit} reads. */
public final class LabelFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LabelFile() {}

  /**
   * A decision.
   *
   * @param id unique in the file
   * @param relation of an approved pair; of a rejected one it says nothing
   */
  public record Decision(
      String id, Listing kalshi, Listing polymarket, Relation relation, Truth truth) {}

  /**
   * Whether a person found the two to be one question.
   *
   * @param reason in the person's words; may be empty
   */
  public record Truth(boolean same, String reason) {}

  /** Fails with {@link IOException} when the file cannot be written. */
  public static void write(List<Decision> decisions, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (Decision decision : decisions) {
        out.write(line(decision).toString());
        out.newLine();
      }
    }
  }

  private static ObjectNode line(Decision decision) {
    ObjectNode line = JSON.createObjectNode();
    line.put("id", decision.id());
    line.put("label", decision.truth().same());
    line.put("relation", relation(decision));
    line.put("reason", decision.truth().reason());
    line.put("family", decision.kalshi().eventCode());
    line.put("topic", decision.kalshi().eventCode());
    line.set("kalshi", kalshi(decision.kalshi()));
    line.set("poly", polymarket(decision.polymarket()));
    line.put("origin", "operator");
    return line;
  }

  private static String relation(Decision decision) {
    if (!decision.truth().same()) {
      return "different";
    }
    return decision.relation() == Relation.SAME ? "equivalent" : "complement";
  }

  private static ObjectNode kalshi(Listing listing) {
    ObjectNode side = JSON.createObjectNode();
    side.put("key", listing.market().code());
    side.put("ticker", listing.market().code());
    side.put("event_ticker", listing.eventCode());
    side.put("event_title", listing.texts().eventTitle());
    side.put("title", listing.texts().title());
    side.put("subtitle", listing.texts().subtitle());
    side.put("yes_sub_title", listing.names().group());
    side.put("rules", listing.texts().rules());
    side.put("category", listing.names().category());
    side.put("close_time", text(listing.dates().close()));
    side.put("expected_expiration_time", text(listing.dates().expectedResolution()));
    return side;
  }

  private static ObjectNode polymarket(Listing listing) {
    ObjectNode side = JSON.createObjectNode();
    side.put("key", listing.market().code());
    side.put("id", listing.market().code());
    side.put("slug", listing.names().slug());
    side.put("event_slug", listing.eventCode());
    side.put("event_title", listing.texts().eventTitle());
    side.put("question", listing.texts().title());
    side.put("description", listing.texts().rules());
    side.put("groupItemTitle", listing.names().group());
    side.putArray("outcomes").add(listing.names().yesLabel()).add(listing.names().noLabel());
    side.put("category", listing.names().category());
    side.put("endDate", text(listing.dates().close()));
    return side;
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? "" : instant.toString();
  }
}
