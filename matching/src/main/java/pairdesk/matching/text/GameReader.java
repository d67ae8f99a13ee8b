package pairdesk.matching.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Listing;

/** Finds the two sides and the day of a game: "Milwaukee at Denver", "Bucks vs. Nuggets - O/U". */
final class GameReader {
  private static final Pattern VERSUS = Pattern.compile("(?i)\\s+(?:vs?\\.?|@)\\s+");
  private static final Pattern AT = Pattern.compile("\\s+at\\s+");
  private static final Pattern TAIL =
      Pattern.compile("(?i)\\s*(?:[:(?,|]|\\s-\\s|\\bwinner\\b).*$");
  private static final Pattern TICKER_DAY =
      Pattern.compile("-(\\d{2})-?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(\\d{2})");
  private static final Pattern SLUG_DAY = Pattern.compile("(20\\d{2})-(\\d{2})-(\\d{2})$");
  private static final int LONGEST_NAME = 45;
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

  private GameReader() {}

  static Optional<Proposition.Game> read(Listing listing, Surroundings around) {
    String title = ListingTexts.line(listing);
    String[] parts = VERSUS.split(title, 2);
    if (parts.length < 2 && around.known().contains(new Tag(Kind.MARKET, "winner"))) {
      parts = AT.split(title, 2);
    }
    if (parts.length < 2) {
      return Optional.empty();
    }
    int prefix = Math.max(parts[0].lastIndexOf(':'), parts[0].lastIndexOf(" - "));
    String left = parts[0].substring(prefix + 1);
    String right = TAIL.matcher(parts[1]).replaceFirst("");
    if (isNoName(left) || isNoName(right)) {
      return Optional.empty();
    }
    Set<Tag> leagues = new LinkedHashSet<>();
    around.read(left + " vs " + right).tags().stream()
        .filter(tag -> tag.kind() == Kind.TEAM)
        .forEach(tag -> Teams.competitionOf(tag).ifPresent(leagues::add));
    Surroundings league = around.with(leagues);
    return Optional.of(
        new Proposition.Game(List.of(league.keys(left), league.keys(right)), day(listing)));
  }

  private static boolean isNoName(String side) {
    return side.isBlank() || side.length() > LONGEST_NAME;
  }

  /** The day in a ticker or slug; null when neither carries one. */
  static @Nullable LocalDate day(Listing listing) {
    String code = listing.eventCode().isEmpty() ? listing.names().slug() : listing.eventCode();
    Matcher ticker = TICKER_DAY.matcher(code.toUpperCase(Locale.ROOT));
    try {
      if (ticker.find()) {
        int month = MONTHS.indexOf(ticker.group(2)) + 1;
        return LocalDate.of(
            2000 + Integer.parseInt(ticker.group(1)), month, Integer.parseInt(ticker.group(3)));
      }
      Matcher slug = SLUG_DAY.matcher(code);
      return slug.find() ? LocalDate.parse(slug.group()) : null;
    } catch (DateTimeException notADay) {
      return null;
    }
  }
}
