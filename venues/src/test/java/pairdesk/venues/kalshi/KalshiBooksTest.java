package pairdesk.venues.kalshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pairdesk.venues.kalshi.Samples.RAIN;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pairdesk.engine.book.Book;
import pairdesk.engine.book.Level;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.venues.kalshi.KalshiWire.BookRow;
import pairdesk.venues.kalshi.KalshiWire.Delta;
import pairdesk.venues.kalshi.KalshiWire.Mark;
import pairdesk.venues.net.MovingClock;

class KalshiBooksTest {
  private final MovingClock clock = new MovingClock("2026-11-20T10:00:00Z");
  private final FeedRecorder told = new FeedRecorder();
  private final KalshiBooks books = new KalshiBooks(told, clock);

  @BeforeEach
  void watch() {
    books.watch(List.of(Samples.market(RAIN)));
  }

  @Test
  void buildsBothSidesOfBothOutcomes() {
    books.snapshot(row("0.46x12 0.47x3", "0.48x5"));
    assertEquals("0.47x3 0.46x12|0.52x5", told.shown(RAIN.yes()));
    assertEquals("0.48x5|0.53x3 0.54x12", told.shown(RAIN.no()));
  }

  @Test
  void appliesChangesAndRefusesLessThanNothing() {
    books.snapshot(row("0.46x12", "0.48x5"));
    assertTrue(books.delta(delta(Outcome.YES, "0.46", -2)));
    assertTrue(books.delta(delta(Outcome.NO, "0.50", 7)));
    assertTrue(books.delta(delta(Outcome.NO, "0.48", -5)));
    assertEquals("0.46x10|0.50x7", told.shown(RAIN.yes()));
    assertFalse(books.delta(delta(Outcome.YES, "0.46", -11)));
    assertEquals(2, told.stale.size());
    assertTrue(books.delta(delta(Outcome.YES, "0.46", 1)), "ignored until the next snapshot");
    assertEquals("0.46x10|0.50x7", told.shown(RAIN.yes()));
  }

  @Test
  void aQuietBookIsConfirmedByThePoll() {
    books.snapshot(row("0.46x12", "0.48x5"));
    Book before = Objects.requireNonNull(told.latest.get(RAIN.yes()));
    clock.move(Duration.ofSeconds(2));
    Instant sent = clock.instant();
    assertTrue(books.polled(row("0.46x12", "0.48x5"), version(), sent));
    Book after = Objects.requireNonNull(told.latest.get(RAIN.yes()));
    assertEquals(sent, after.confirmedAt());
    assertEquals(before.version(), after.version());
  }

  @Test
  @Tag("fault:W5")
  @Tag("fault:V1")
  void aStreamedBookThatDiffersTwiceIsInDoubtUntilAPollReplacesIt() {
    books.snapshot(row("0.46x12", "0.48x5"));
    BookRow other = row("0.40x1", "0.48x5");
    assertTrue(books.polled(other, version(), clock.instant()));
    assertEquals(List.of(), told.stale);
    assertFalse(books.polled(other, version(), clock.instant()));
    assertEquals(2, told.stale.size());
    assertTrue(books.polled(other, version(), clock.instant()));
    assertEquals("0.40x1|0.52x5", told.shown(RAIN.yes()));
  }

  @Test
  @Tag("fault:W7")
  void aPollThatAChangeOvertookSaysNothing() {
    books.snapshot(row("0.46x12", "0.48x5"));
    long before = version();
    books.delta(delta(Outcome.YES, "0.46", -2));
    int reports = told.books.size();
    assertTrue(books.polled(row("0.46x12", "0.48x5"), before, clock.instant()));
    assertEquals(reports, told.books.size());
    assertEquals("0.46x10|0.52x5", told.shown(RAIN.yes()));
  }

  @Test
  void withoutAStreamPollsAreTheBook() {
    assertTrue(books.polled(row("0.46x12", ""), version(), clock.instant()));
    assertEquals("0.46x12|", told.shown(RAIN.yes()));
    assertTrue(books.polled(row("0.45x1", ""), version(), clock.instant()));
    assertEquals("0.45x1|", told.shown(RAIN.yes()));
  }

  @Test
  @Tag("fault:W13")
  void waitsForSnapshotsOnlyAsLongAsAllowed() {
    assertEquals(Set.of(), books.waiting(Duration.ofSeconds(10)));
    clock.move(Duration.ofSeconds(11));
    assertEquals(Set.of("RAIN-1"), books.waiting(Duration.ofSeconds(10)));
    books.snapshot(row("", ""));
    assertEquals(Set.of(), books.waiting(Duration.ofSeconds(10)));
  }

  @Test
  @Tag("fault:W1")
  void gapAfterGapAsksForASnapshotOnceInAWhile() {
    books.snapshot(row("0.46x12", "0.48x5"));
    clock.move(Duration.ofMinutes(1));
    books.doubtAll("a gap");
    assertEquals(Set.of("RAIN-1"), books.waiting(Duration.ofSeconds(1)));
    books.asked(List.of("RAIN-1"));
    books.doubtAll("another gap");
    assertEquals(Set.of(), books.waiting(Duration.ofSeconds(1)));
    clock.move(Duration.ofMillis(1_001));
    assertEquals(Set.of("RAIN-1"), books.waiting(Duration.ofSeconds(1)));
  }

  @Test
  void forgetsWhatIsNoLongerWatched() {
    books.snapshot(row("0.46x12", "0.48x5"));
    assertEquals(Set.of("RAIN-1"), books.watch(List.of()).removed());
    int reports = told.books.size();
    books.snapshot(row("0.40x1", "0.48x5"));
    assertEquals(reports, told.books.size());
  }

  @Test
  void changesAndSnapshotsLeadToTheSameBook() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      books.snapshot(row("", ""));
      Map<Outcome, Map<Integer, Integer>> model =
          Map.of(Outcome.YES, new HashMap<>(), Outcome.NO, new HashMap<>());
      for (int i = 0; i < 100; i++) {
        Outcome outcome = random.nextBoolean() ? Outcome.YES : Outcome.NO;
        var side = Objects.requireNonNull(model.get(outcome));
        int cents = 1 + random.nextInt(49);
        int rests = side.getOrDefault(cents, 0);
        int next = random.nextInt(3) == 0 ? 0 : random.nextInt(20);
        side.put(cents, next);
        books.delta(delta(outcome, "0." + (cents < 10 ? "0" : "") + cents, next - rests));
      }
      String streamed = told.shown(RAIN.yes());
      long version = version();
      books.snapshot(
          new BookRow(
              "RAIN-1",
              KalshiBids.of(levels(Objects.requireNonNull(model.get(Outcome.YES)))),
              KalshiBids.of(levels(Objects.requireNonNull(model.get(Outcome.NO))))));
      assertEquals(streamed, told.shown(RAIN.yes()), "seed " + seed);
      assertTrue(version() > version, "seed " + seed);
    }
  }

  private long version() {
    return Objects.requireNonNull(books.versions().get("RAIN-1"));
  }

  private static List<Level> levels(Map<Integer, Integer> side) {
    return side.entrySet().stream()
        .map(e -> new Level(Price.ofCents(e.getKey()), Quantity.ofShares(e.getValue())))
        .toList();
  }

  private Delta delta(Outcome outcome, String price, long shares) {
    return new Delta(
        new Mark(1, 1), "RAIN-1", outcome, Price.parse(price), shares * 1_000_000, clock.instant());
  }

  private static BookRow row(String yes, String no) {
    return new BookRow("RAIN-1", KalshiBids.of(side(yes)), KalshiBids.of(side(no)));
  }

  private static List<Level> side(String text) {
    return text.lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .map(level -> level.split("x"))
        .map(level -> new Level(Price.parse(level[0]), Quantity.parse(level[1])))
        .toList();
  }
}
