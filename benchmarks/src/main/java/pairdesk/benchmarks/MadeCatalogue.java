package pairdesk.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;

/**
 * Questions made up from names, offices, places, deeds, figures and years, worded as each venue
 * words its own, with rules of the usual length.
 */
final class MadeCatalogue {
  static final int COUNT = 2_000;

  private static final long SEED = 20261120;
  private static final String KALSHI_FOOTER =
      " If this event does not take place by the date of expiration, the market resolves to No."
          + " The outcome is verified from reports of the Associated Press, Reuters and the"
          + " responsible authority, and whoever works for one of these sources may not trade.";
  private static final String POLYMARKET_FOOTER =
      " Otherwise, this market will resolve to \"No\". If the result is not known by March 31 of"
          + " the year after, this market resolves to \"Other\". The resolution source will be the"
          + " official information of the responsible authority; a consensus of credible reporting"
          + " will also be used.";
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "cor", "dan", "el", "fer", "gar", "hol", "is", "jen", "kar", "lon", "mar", "nor",
          "os", "pel", "quin", "ros", "san", "tor", "ul", "ver", "wil", "yor", "zan");
  private static final List<String> OFFICES =
      List.of("governor", "senator", "mayor", "attorney general", "treasurer", "prime minister");
  private static final List<String> DEEDS =
      List.of("resign", "be arrested", "drop out", "be pardoned", "retire", "visit Japan");
  private static final List<String> PLACES =
      List.of(
          "Ohio",
          "Texas",
          "Nevada",
          "Maine",
          "Georgia",
          "Iowa",
          "Norway",
          "Chile",
          "Kenya",
          "Portugal",
          "Japan",
          "Peru");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Listing> kalshi;
  private final List<Listing> polymarket;

  MadeCatalogue() {
    this(COUNT, COUNT);
  }

  /** As many twins as the smaller catalogue has listings; the rest has no partner. */
  MadeCatalogue(int kalshi, int polymarket) {
    this.kalshi = new ArrayList<>(kalshi);
    this.polymarket = new ArrayList<>(polymarket);
    for (int number = 0; number < Math.max(kalshi, polymarket); number++) {
      Question question = question(number);
      Instant close = Instant.parse(question.year() + "-11-03T23:00:00Z");
      if (number < kalshi) {
        this.kalshi.add(
            listing(
                MarketId.kalshi("KXMADE-%06d".formatted(number)),
                question.kalshi(),
                question.condition() + ", then the market resolves to Yes." + KALSHI_FOOTER,
                close));
      }
      if (number < polymarket) {
        this.polymarket.add(
            listing(
                MarketId.polymarket("0x%064x".formatted(number)),
                question.polymarket(),
                "This market will resolve to \"Yes\" if "
                    + question.condition().substring("If ".length())
                    + "."
                    + POLYMARKET_FOOTER,
                close.plus(Duration.ofDays(1))));
      }
    }
  }

  private record Question(String kalshi, String polymarket, String condition, int year) {}

  /** The listing at a place asks what the other venue's listing at the same place asks. */
  List<Listing> kalshi() {
    return kalshi;
  }

  List<Listing> polymarket() {
    return polymarket;
  }

  private Question question(int number) {
    return switch (number % 3) {
      case 0 -> election();
      case 1 -> deed();
      default -> figure();
    };
  }

  private Question election() {
    String name = name();
    String office = pick(OFFICES);
    String place = pick(PLACES);
    int year = year();
    return new Question(
        "Will %s win the %d election for %s of %s?".formatted(name, year, office, place),
        "%s %s election %d: %s to win?".formatted(place, office, year, name),
        "If %s is elected %s of %s in %d".formatted(name, office, place, year),
        year);
  }

  private Question deed() {
    String name = name();
    String deed = pick(DEEDS);
    int year = year();
    return new Question(
        "Will %s %s before Jan 1, %d?".formatted(name, deed, year + 1),
        "%s to %s in %d?".formatted(name, deed, year),
        "If %s does %s before January 1, %d".formatted(name, deed, year + 1),
        year);
  }

  private Question figure() {
    String company = name();
    int thousand = 10 * random.nextInt(5, 500);
    int year = year();
    return new Question(
        "How many cars will %s sell in %d? Above %d,000".formatted(company, year, thousand),
        "Will %s sell more than %dk cars in %d?".formatted(company, thousand, year),
        "If %s sells more than %d,000 cars in %d".formatted(company, thousand, year),
        year);
  }

  private static Listing listing(MarketId id, String title, String rules, Instant close) {
    return new Listing(
        id,
        "EVENT-" + id.code(),
        new Listing.Texts(title, title, "", rules),
        new Listing.Names("", "Yes", "No", "Politics", id.code()),
        Listing.Strike.NONE,
        new Listing.Dates(close, close));
  }

  private String name() {
    return word() + " " + word();
  }

  private String word() {
    String word = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private int year() {
    return random.nextInt(2026, 2030);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
