package pairdesk.matching.text;

import java.util.regex.Pattern;
import pairdesk.engine.market.Listing;

/** Which of a listing's texts say what. */
final class ListingTexts {
  private static final Pattern ASKS_WHO =
      Pattern.compile("(?i)^\\s*(who|what|which|how|when|where|best|top|runner)\\b.*");

  private ListingTexts() {}

  /** Title and outcome name; what stands after "::" is an alias and only supports. */
  static String headline(Listing listing) {
    String title = title(listing).replace("*", " ");
    String group = group(listing);
    String label = group.isBlank() ? beforeAlias(listing.texts().subtitle()) : group;
    boolean told = Words.plain(title).contains(Words.plain(label));
    return told ? title : title + " : " + label;
  }

  static String title(Listing listing) {
    return beforeAlias(listing.texts().title());
  }

  static String group(Listing listing) {
    return beforeAlias(listing.names().group());
  }

  /** Everything else that may confirm a word. */
  static String support(Listing listing) {
    return String.join(
        " . ",
        listing.texts().subtitle(),
        listing.texts().title().substring(title(listing).length()),
        listing.names().group(),
        listing.texts().eventTitle(),
        listing.texts().rules());
  }

  /** Kalshi's event ticker, Polymarket's event slug. */
  static String code(Listing listing) {
    return listing.eventCode().isEmpty() ? listing.names().slug() : listing.eventCode();
  }

  /** "Who will win MVP?" without an outcome name: only the rules name whom it is about. */
  static boolean namesNobody(Listing listing, Reading headline) {
    boolean asks = ASKS_WHO.matcher(listing.texts().title()).matches();
    boolean says =
        Words.plain(listing.texts().title()).contains("will ")
            || headline.tags().stream().anyMatch(tag -> tag.kind() == Kind.ACTION);
    return listing.names().group().isBlank() && (asks || !says);
  }

  private static String beforeAlias(String text) {
    int alias = text.indexOf("::");
    return alias < 0 ? text : text.substring(0, alias);
  }
}
