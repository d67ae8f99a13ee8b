package pairdesk.matching;

import java.time.Instant;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;

/** Listings for tests, in our own words. */
public final class Listings {
  private Listings() {}

  /** A Kalshi listing; the event is the ticker up to its last dash. */
  public static Listing kalshi(String ticker, String title, String outcome, String rules) {
    int dash = ticker.lastIndexOf('-');
    return new Listing(
        MarketId.kalshi(ticker),
        dash < 0 ? ticker : ticker.substring(0, dash),
        new Listing.Texts("", title, "", rules),
        new Listing.Names(outcome, outcome.isEmpty() ? "Yes" : outcome, "No", "", ticker),
        Listing.Strike.NONE,
        new Listing.Dates(close("2025-12-31T15:00:00Z"), null));
  }

  public static Listing polymarket(String id, String question, String rules) {
    return polymarket(id, "", question, rules, "Yes", "No");
  }

  /** A Polymarket game, whose outcomes are its two sides. */
  public static Listing game(String id, String slug, String question, String first, String second) {
    return polymarket(id, slug, question, "", first, second);
  }

  private static Listing polymarket(
      String id, String slug, String question, String rules, String yes, String no) {
    return new Listing(
        MarketId.polymarket(id),
        slug,
        new Listing.Texts("", question, "", rules),
        new Listing.Names("", yes, no, "", slug),
        Listing.Strike.NONE,
        new Listing.Dates(close("2025-12-31T12:00:00Z"), null));
  }

  private static Instant close(String text) {
    return Instant.parse(text);
  }
}
