package pairdesk.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pairdesk.benchmarks.MadeQuestions.Question;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.MarketId;

/** Both venues' listings of made-up questions, with rules of the usual length. */
final class MadeCatalogue {
  static final int COUNT = 2_000;

  private static final long SEED = 20261120;
  private static final String KALSHI_FOOTER =
      " If this event does not take place by the date of expiration, the market resolves to No."
          + " The outcome is verified from reports of the Associated Press, Reuters and the"
          + " responsible authority, and whoever works for one of these sources may not trade.";
  private static final String POLYMARKET_FOOTER =
      " Otherwise, this market will resolve to \"No\".\n\nIf the result is not known by March 31 of"
          + " the year after, this market resolves to \"Other\". Announcements, rumours and"
          + " statements of intent alone do not count, nor does anything that is taken back before"
          + " the end of this market's timeframe. Should two reports contradict each other, the"
          + " later one of the authority itself counts, at its first publication; later"
          + " corrections are not considered.\n\nThe resolution source will be the official"
          + " information of the responsible authority; a consensus of credible reporting will"
          + " also be used.";

  private final List<Listing> kalshi;
  private final List<Listing> polymarket;

  MadeCatalogue() {
    this(COUNT, COUNT);
  }

  /** As many twins as the smaller catalogue has listings; the rest has no partner. */
  MadeCatalogue(int kalshi, int polymarket) {
    this.kalshi = new ArrayList<>(kalshi);
    this.polymarket = new ArrayList<>(polymarket);
    List<Question> questions =
        new MadeQuestions(new SplittableRandom(SEED)).make(Math.max(kalshi, polymarket));
    for (int number = 0; number < questions.size(); number++) {
      if (number < kalshi) {
        this.kalshi.add(kalshi(number, questions.get(number)));
      }
      if (number < polymarket) {
        this.polymarket.add(polymarket(number, questions.get(number)));
      }
    }
  }

  /** The listing at a place asks what the other venue's listing at the same place asks. */
  List<Listing> kalshi() {
    return kalshi;
  }

  List<Listing> polymarket() {
    return polymarket;
  }

  private static Listing kalshi(int number, Question question) {
    MarketId id = MarketId.kalshi("KX%s-%06d".formatted(question.event(), number));
    Instant close = close(question);
    return new Listing(
        id,
        "KX" + question.event(),
        new Listing.Texts(
            question.kalshi(),
            question.kalshi(),
            "",
            question.condition() + ", then the market resolves to Yes." + KALSHI_FOOTER),
        new Listing.Names(question.outcome(), "Yes", "No", "Politics", id.code()),
        Listing.Strike.NONE,
        new Listing.Dates(close, close));
  }

  private static Listing polymarket(int number, Question question) {
    MarketId id = MarketId.polymarket("0x%064x".formatted(number));
    Instant close = close(question).plus(Duration.ofDays(1));
    return new Listing(
        id,
        question.event(),
        new Listing.Texts(
            question.polymarket(),
            question.polymarket(),
            "",
            "This market will resolve to \"Yes\" if "
                + question.condition().substring("If ".length())
                + "."
                + POLYMARKET_FOOTER),
        new Listing.Names("", "Yes", "No", "Politics", "made-" + number),
        Listing.Strike.NONE,
        new Listing.Dates(close, close));
  }

  private static Instant close(Question question) {
    return question.close().atTime(LocalTime.of(23, 0)).toInstant(ZoneOffset.UTC);
  }
}
