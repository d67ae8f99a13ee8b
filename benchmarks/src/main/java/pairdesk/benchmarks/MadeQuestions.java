package pairdesk.benchmarks;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Questions by topic, worded as each venue words its own. A topic holds up to forty look-alikes:
 * the candidates of one election, the strikes of one price on one day, the deadlines of one deed.
 */
final class MadeQuestions {
  private static final int MOST_CANDIDATES = 30;
  private static final int MOST_STRIKES = 40;
  private static final int MOST_DEADLINES = 8;
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  private final SplittableRandom random;
  private final MadeWords words;
  private final List<Question> made = new ArrayList<>();
  private int topics;

  /**
   * One question in two wordings.
   *
   * @param event the topic, as a code
   * @param outcome whom or what Kalshi's outcome names
   */
  record Question(
      String event,
      String kalshi,
      String outcome,
      String polymarket,
      String condition,
      LocalDate close) {}

  MadeQuestions(SplittableRandom random) {
    this.random = random;
    this.words = new MadeWords(random);
  }

  List<Question> make(int count) {
    while (made.size() < count) {
      topics++;
      switch (random.nextInt(4)) {
        case 0 -> addElection();
        case 1 -> addPrices();
        case 2 -> addDeed();
        default -> addSales();
      }
    }
    return made.subList(0, count);
  }

  private void addElection() {
    String office = words.office();
    String place = words.place();
    LocalDate day = LocalDate.of(year(), Month.NOVEMBER, 3);
    int candidates = 1 + words.rank(MOST_CANDIDATES);
    for (int at = 0; at < candidates; at++) {
      String name = words.person();
      add(
          "Who will win the %d %s election for %s?".formatted(day.getYear(), place, office),
          name,
          "Will %s win the %d %s %s election?".formatted(name, day.getYear(), place, office),
          "If %s is elected %s of %s in %d".formatted(name, office, place, day.getYear()),
          day);
    }
  }

  private void addPrices() {
    String asset = words.asset();
    LocalDate day = day();
    int step = 50 * random.nextInt(1, 20);
    int lowest = step * random.nextInt(10, 200);
    int strikes = 1 + words.rank(MOST_STRIKES);
    for (int at = 0; at < strikes; at++) {
      int strike = lowest + at * step;
      add(
          "%s price on %s at 5pm EST?".formatted(asset, SHORT.format(day)),
          "$%,d or above".formatted(strike),
          "Will the price of %s be above $%,d on %s?".formatted(asset, strike, LONG.format(day)),
          "If the price of %s is at or above %d on %s".formatted(asset, strike, LONG.format(day)),
          day);
    }
  }

  private void addDeed() {
    String name = words.person();
    String deed = words.deed();
    LocalDate first = day();
    int deadlines = words.rank(MOST_DEADLINES);
    for (int at = 0; at < deadlines; at++) {
      LocalDate day = first.plusMonths(at);
      add(
          "Will %s %s before %s?".formatted(name, deed, SHORT.format(day.plusDays(1))),
          "",
          "%s to %s by %s?".formatted(name, deed, LONG.format(day)),
          "If %s does %s before %s".formatted(name, deed, LONG.format(day.plusDays(1))),
          day);
    }
  }

  private void addSales() {
    String company = words.company();
    LocalDate day = LocalDate.of(year(), Month.DECEMBER, 31);
    int lowest = 10 * random.nextInt(5, 200);
    int figures = words.rank(MOST_STRIKES / 2);
    for (int at = 0; at < figures; at++) {
      int thousand = lowest + 10 * at;
      add(
          "How many cars will %s sell in %d?".formatted(company, day.getYear()),
          "Above %d,000".formatted(thousand),
          "Will %s sell more than %dk cars in %d?".formatted(company, thousand, day.getYear()),
          "If %s sells more than %d,000 cars in %d".formatted(company, thousand, day.getYear()),
          day);
    }
  }

  private void add(
      String kalshi, String outcome, String polymarket, String condition, LocalDate close) {
    made.add(
        new Question("MADE%05d".formatted(topics), kalshi, outcome, polymarket, condition, close));
  }

  private LocalDate day() {
    return LocalDate.of(year(), Month.JANUARY, 1).plusDays(random.nextInt(365));
  }

  private int year() {
    return 2026 + words.rank(4) - 1;
  }
}
