package pairdesk.sandbox.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event or series as it stands in the shipped file: texts with {@code {variables}} and the
 * entries that fill them.
 *
 * @param exclusive the entries exclude each other and cover everything
 * @param closesInDays when it closes, in days after the sandbox's start
 */
record Family(
    @JsonProperty(required = true) String family,
    @JsonProperty(required = true) String category,
    boolean exclusive,
    @JsonProperty(required = true) int closesInDays,
    @Nullable KalshiTexts kalshi,
    @Nullable PolymarketTexts polymarket,
    @JsonProperty(required = true) List<Entry> entries) {

  /**
   * @param event the event's ticker without the series and the date
   * @param listing how a market's ticker goes on after the event's
   */
  record KalshiTexts(
      @JsonProperty(required = true) String series,
      @JsonProperty(required = true) String seriesTitle,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String market,
      @JsonProperty(required = true) String yes,
      @JsonProperty(required = true) String rules,
      String more,
      @Nullable String event,
      @Nullable String listing,
      @Nullable String grid,
      @Nullable String strike) {}

  record PolymarketTexts(
      @JsonProperty(required = true) String slug,
      @JsonProperty(required = true) String title,
      @JsonProperty(required = true) String question,
      @JsonProperty(required = true) String rules,
      @Nullable String item,
      @Nullable List<String> outcomes,
      @Nullable Integer tickE4) {}

  /**
   * One subject.
   *
   * @param code unique in the family, part of the tickers
   * @param on K, P or KP: which venues list it
   * @param percent the chance of YES at the start, or a weight in an exclusive family
   * @param inverted K, P or nothing: whose YES is the NO of the question
   * @param question another entry's question instead of its own
   * @param values of the texts' variables
   */
  record Entry(
      @JsonProperty(required = true) String code,
      @JsonProperty(required = true) String on,
      @JsonProperty(required = true) int percent,
      @Nullable String inverted,
      @Nullable String question,
      Map<String, String> values) {}
}
