package pairdesk.bot.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import pairdesk.bot.render.Shown;

/** The answer of {@code /status} as people read it. */
final class StatusText {
  private static final int LONGEST = 200;

  private StatusText() {}

  /**
   * @param colours trouble in red: for terminals alone
   */
  static List<String> lines(JsonNode status, boolean colours) {
    var lines = new ArrayList<String>();
    String mode = status.path("mode").asText();
    lines.add(
        status.path("halted").asBoolean()
            ? red(mode + ", HALTED: " + plain(status.path("halt_reason")), colours)
            : mode);
    status.path("venues").forEach(venue -> lines.addAll(venue(venue, colours)));
    if (status.path("breakers").isEmpty()) {
      lines.add("breakers: none tripped");
    }
    status
        .path("breakers")
        .forEach(breaker ->
            lines.add(
                red(
                    "breaker " + plain(breaker.path("name")) + ": " + plain(breaker.path("cause")),
                    colours)));
    JsonNode risk = status.path("risk");
    lines.add(
        "capital $%s · unhedged $%s · open risk $%s · today at worst $%s"
            .formatted(
                cents(risk.path("capital_dollars")),
                cents(risk.path("unhedged_dollars")),
                cents(risk.path("open_risk_dollars")),
                cents(risk.path("today_at_worst_dollars"))));
    lines.add(status.path("approved_pairs").asLong() + " approved pairs");
    lines.add("live: " + trading(status.path("live")));
    lines.add("paper: " + trading(status.path("paper")));
    return lines;
  }

  private static List<String> venue(JsonNode venue, boolean colours) {
    JsonNode age = venue.path("last_tick_age_ms");
    String parts =
        StreamSupport.stream(venue.path("parts").spliterator(), false)
            .map(part -> part(part, colours))
            .collect(Collectors.joining(", "));
    String reconciled =
        venue.path("reconciled").asBoolean()
            ? "reconciled"
            : red("not reconciled: " + plain(venue.path("differences")), colours);
    return List.of(
        venue.path("venue").asText() + ": " + (parts.isEmpty() ? "no word yet" : parts),
        "  last tick %s · order path p95 %d ms · clock off by %d ms · %s"
            .formatted(
                age.isNull() ? "never" : age.asLong() + " ms ago",
                venue.path("order_latency_p95_ms").asLong(),
                venue.path("clock_offset_ms").asLong(),
                reconciled));
  }

  private static String part(JsonNode part, boolean colours) {
    String cause = plain(part.path("cause"));
    String health = part.path("health").asText();
    String text =
        part.path("part").asText().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
            + " "
            + health
            + (cause.isEmpty() ? "" : " (" + cause + ")");
    return health.equals("UP") ? text : red(text, colours);
  }

  private static String trading(JsonNode figures) {
    return """
    %d orders open, %d executions open; since start %d executions, %d complete, \
    slippage of %d within 5 %% of the trade and of %d within 2 %%, \
    %d ended unhedged, mean %d ms\
    """
        .formatted(
            figures.path("open_orders").asLong(),
            figures.path("open_executions").asLong(),
            figures.path("executions").asLong(),
            figures.path("completed").asLong(),
            figures.path("slippage_within_5_percent").asLong(),
            figures.path("slippage_within_2_percent").asLong(),
            figures.path("ended_unhedged").asLong(),
            figures.path("mean_execution_ms").asLong());
  }

  /** Exact decimals without the zeros beyond the cent. */
  private static String cents(JsonNode dollars) {
    return dollars.asText().replaceFirst("(\\.\\d\\d\\d*?)0*$", "$1");
  }

  private static String plain(JsonNode text) {
    return Shown.plain(text.asText(), LONGEST);
  }

  private static String red(String text, boolean colours) {
    return colours ? "\u001b[31m" + text + "\u001b[0m" : text;
  }
}
