package pairdesk.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;

/** Questions made up from names, offices, places and years, worded as each venue words its own. */
final class MadeCatalogue {
  static final int COUNT = 2_000;

  private static final long SEED = 20261120;
  private static final List<String> SYLLABLES =
      List.of(
          "ba", "cor", "dan", "el", "fer", "gar", "hol", "is", "jen", "kar", "lon", "mar", "nor",
          "os", "pel", "quin", "ros", "san", "tor", "ul", "ver", "wil", "yor", "zan");
  private static final List<String> OFFICES =
      List.of("governor", "senator", "mayor", "attorney general", "treasurer", "prime minister");
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

  private final List<Listing> kalshi = new ArrayList<>(COUNT);
  private final List<Listing> polymarket = new ArrayList<>(COUNT);

  MadeCatalogue() {
    var random = new SplittableRandom(SEED);
    for (int i = 0; i < COUNT; i++) {
      add(i, new Question(name(random), pick(OFFICES, random), pick(PLACES, random), year(random)));
    }
  }

  private record Question(String name, String office, String place, int year) {}

  /** The listing at a place asks what the other venue's listing at the same place asks. */
  List<Listing> kalshi() {
    return kalshi;
  }

  List<Listing> polymarket() {
    return polymarket;
  }

  private void add(int number, Question q) {
    Instant close = Instant.parse(q.year() + "-11-03T23:00:00Z");
    kalshi.add(
        listing(
            MarketId.kalshi("KXMADE-%05d".formatted(number)),
            "Will %s win the %d election for %s of %s?"
                .formatted(q.name(), q.year(), q.office(), q.place()),
            "If %s is elected %s of %s in %d, the market resolves to Yes."
                .formatted(q.name(), q.office(), q.place(), q.year()),
            close));
    polymarket.add(
        listing(
            MarketId.polymarket("0x%064x".formatted(number)),
            "%s %s election %d: %s to win?".formatted(q.place(), q.office(), q.year(), q.name()),
            "This market resolves to \"Yes\" if %s wins the %d election of the %s of %s."
                .formatted(q.name(), q.year(), q.office(), q.place()),
            close.plus(Duration.ofDays(1))));
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

  private static String name(SplittableRandom random) {
    return word(random) + " " + word(random);
  }

  private static String word(SplittableRandom random) {
    String word = pick(SYLLABLES, random) + pick(SYLLABLES, random) + pick(SYLLABLES, random);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static int year(SplittableRandom random) {
    return random.nextInt(2026, 2030);
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
  }
}
