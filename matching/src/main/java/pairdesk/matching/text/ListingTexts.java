package pairdesk.matching.text;

import java.util.regex.Pattern;
import pairdesk.engine.market.Listing;

/** Which of a listing's texts say what. */
final class ListingTexts {
  private static final Pattern ASKS_WHO =
      Pattern.compile("(?i)^\\s*(who|what|which|how|when|where|best|top|runner)\\b.*");

  /** "Japanese Grand Prix Winner": whose market it is stands elsewhere. */
  private static final Pattern WINNER = Pattern.compile("(?i).*\\bwinner\\W*$");

  /** A question is a line; what goes on after that is none. */
  private static final int LONGEST_TITLE = 600;

  private ListingTexts() {}

  /** Title and outcome name; what stands after "::" is an alias and only supports. */
  static String headline(Listing listing) {
    String title = title(listing).replace("*", " ");
    String group = group(listing);
    String label = group.isBlank() ? beforeAlias(subtitle(listing)) : group;
    boolean told = Words.plain(title).contains(Words.plain(label));
    return told ? title : title + " : " + label;
  }

  /** The whole title. */
  static String line(Listing listing) {
    return Words.line(listing.texts().title(), LONGEST_TITLE);
  }

  private static String subtitle(Listing listing) {
    return Words.line(listing.texts().subtitle(), LONGEST_TITLE);
  }

  /** The title without what stands after "::". */
  static String title(Listing listing) {
    return beforeAlias(line(listing));
  }

  static String group(Listing listing) {
    return beforeAlias(Words.line(listing.names().group(), LONGEST_TITLE));
  }

  /** Everything else that may confirm a word. */
  static String support(Listing listing) {
    return String.join(
        " . ",
        subtitle(listing),
        line(listing).substring(title(listing).length()),
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
    boolean asks = ASKS_WHO.matcher(line(listing)).matches();
    boolean winnerOfIt = WINNER.matcher(line(listing)).matches();
    boolean says =
        Words.plain(line(listing)).contains("will ")
            || (!winnerOfIt && headline.tags().stream().anyMatch(tag -> tag.kind() == Kind.ACTION));
    return listing.names().group().isBlank() && (asks || !says);
  }

  private static String beforeAlias(String text) {
    int alias = text.indexOf("::");
    return alias < 0 ? text : text.substring(0, alias);
  }
}
