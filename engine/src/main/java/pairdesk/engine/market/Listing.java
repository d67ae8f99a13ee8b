package pairdesk.engine.market;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a venue publishes about a market in words and dates: what matching reads. All texts are
 * untrusted, kept as the venue sent them; a field that the venue lacks is the empty string.
 *
 * @param eventCode the venue's key of the event (Kalshi {@code event_ticker}, Polymarket event
 *     slug)
 */
public record Listing(
    MarketId market, String eventCode, Texts texts, Names names, Strike strike, Dates dates) {

  /**
   * The question and its rules.
   *
   * @param title Kalshi's title, Polymarket's question
   */
  public record Texts(String eventTitle, String title, String subtitle, String rules) {}

  /**
   * Labels.
   *
   * @param group Kalshi's {@code yes_sub_title}, Polymarket's {@code groupItemTitle}: which of the
   *     event's outcomes this market asks about
   * @param yesLabel what the first outcome is called: "Yes", "Up", a team
   * @param slug Polymarket's slug, Kalshi's ticker
   */
  public record Names(
      String group, String yesLabel, String noLabel, String category, String slug) {}

  /**
   * A threshold where the venue gives one as data: Kalshi's {@code strike_type}, {@code
   * floor_strike}, {@code cap_strike}; decimal texts, empty where absent.
   */
  public record Strike(String type, String floor, String cap) {
    public static final Strike NONE = new Strike("", "", "");
  }

  /**
   * When the market closes, and when its outcome is expected; null where the venue does not say.
   */
  public record Dates(@Nullable Instant close, @Nullable Instant expectedResolution) {}
}
