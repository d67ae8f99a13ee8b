package pairdesk.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Listing;
import pairdesk.engine.market.Relation;
import pairdesk.matching.review.PairProposal;

/** What holds of any two questions, on questions made up from a seed. */
class MatcherPropertiesTest {
  private static final long SEED = 20_261_122L;
  private static final int ROUNDS = 300;
  private static final double SAME = 1e-9;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
  private static final List<String> NAMES =
      List.of("Ann Lee", "Bob Ray", "Cy Dorn", "Eve Falk", "Gus Hale", "Ida Joss");
  private static final List<String> DEEDS =
      List.of(
          "resign",
          "visit Japan",
          "win the mayoral race",
          "be pardoned",
          "drop out of the race",
          "meet Bob Moss",
          "announce a new album",
          "be arrested");
  private static final List<String> FIGURES =
      List.of("Bitcoin price", "US unemployment", "approval of Ann Lee", "rain in Lima");

  private final Random random = new Random(SEED);
  private final Matcher matcher = new Matcher();

  @Test
  void scoresAlikeFromEitherSide() {
    for (int round = 0; round < ROUNDS; round++) {
      String one = question();
      String other = random.nextInt(3) == 0 ? one : question();
      PairProposal there = compare(one, other);
      PairProposal back = compare(other, one);
      String which = "seed " + SEED + ": " + one + " / " + other;
      assertEquals(there.judgement().likelihood(), back.judgement().likelihood(), SAME, which);
      assertEquals(there.relation(), back.relation(), which);
      assertEquals(there.vetoes().isEmpty(), back.vetoes().isEmpty(), which);
    }
  }

  @Test
  void turnsRoundWithANegation() {
    for (int round = 0; round < ROUNDS; round++) {
      String name = pick(NAMES);
      String deed = pick(DEEDS);
      String when = " before " + DAY.format(day()) + "?";
      String plain = "Will " + name + " " + deed + when;
      String negated = "Will " + name + " not " + deed + when;
      String which = "seed " + SEED + ": " + plain;
      assertEquals(Relation.SAME, compare(plain, plain).relation(), which);
      assertEquals(Relation.INVERSE, compare(plain, negated).relation(), which);
      assertEquals(Relation.INVERSE, compare(negated, plain).relation(), which);
      assertEquals(Relation.SAME, compare(negated, negated).relation(), which);
    }
  }

  @Test
  void neverScoresAShiftedDateHigher() {
    for (int round = 0; round < ROUNDS; round++) {
      String start = "Will " + pick(NAMES) + " " + pick(DEEDS) + pick(List.of(" by ", " on "));
      LocalDate day = day();
      int days = (1 + random.nextInt(400)) * (random.nextBoolean() ? 1 : -1);
      String asked = start + DAY.format(day) + "?";
      double same = compare(asked, asked).judgement().likelihood();
      double shifted =
          compare(asked, start + DAY.format(day.plusDays(days)) + "?").judgement().likelihood();
      assertTrue(shifted <= same + SAME, "seed " + SEED + ": " + asked + " shifted by " + days);
    }
  }

  @Test
  void neverScoresAShiftedThresholdHigher() {
    for (int round = 0; round < ROUNDS; round++) {
      String start = pick(FIGURES) + pick(List.of(" above ", " below ", " at least "));
      int figure = 10 + random.nextInt(5_000);
      int other = figure + (1 + random.nextInt(3_000));
      String end = " on " + DAY.format(day()) + "?";
      String asked = start + figure + end;
      double same = compare(asked, asked).judgement().likelihood();
      double shifted = compare(asked, start + other + end).judgement().likelihood();
      assertTrue(shifted < same, "seed " + SEED + ": " + asked + " against " + other);
      assertNotEquals(
          List.of(), compare(asked, start + other + end).vetoes(), "seed " + SEED + ": " + asked);
    }
  }

  @Test
  void doesNotCareForOrderOrThreads() {
    List<Listing> listings = new ArrayList<>();
    for (int at = 0; at < 400; at++) {
      String question = question();
      listings.add(Listings.kalshi("KXZ-" + at, question, "", ""));
      listings.add(Listings.polymarket("p" + at, random.nextBoolean() ? question : question(), ""));
    }
    List<PairProposal> expected = proposals(listings);
    assertFalse(expected.isEmpty());
    Collections.shuffle(listings, random);
    assertEquals(expected, proposals(listings), "seed " + SEED + ", in another order");
    try (ForkJoinPool alone = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(7)) {
      assertEquals(expected, alone.submit(() -> proposals(listings)).join(), "seed " + SEED);
      assertEquals(expected, many.submit(() -> proposals(listings)).join(), "seed " + SEED);
    }
  }

  private static List<PairProposal> proposals(List<Listing> listings) {
    Matcher matcher = new Matcher();
    matcher.replaceAll(listings);
    return matcher.proposals(1);
  }

  private String question() {
    String when = pick(List.of(" by ", " before ", " on ")) + DAY.format(day()) + "?";
    return random.nextBoolean()
        ? "Will " + pick(NAMES) + " " + (random.nextInt(4) == 0 ? "not " : "") + pick(DEEDS) + when
        : pick(FIGURES) + pick(List.of(" above ", " below ")) + random.nextInt(200) + when;
  }

  private LocalDate day() {
    return LocalDate.of(2025 + random.nextInt(4), Month.JANUARY, 5).plusDays(random.nextInt(350));
  }

  private String pick(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private PairProposal compare(String left, String right) {
    return matcher.compare(
        Listings.kalshi("KXZ-1", left, "", ""), Listings.polymarket("1", right, ""));
  }

  @Test
  void takesManyAtOnceOrOneAfterTheOther() {
    var listings =
        IntStream.range(0, 60)
            .boxed()
            .flatMap(at -> {
              String question = question();
              return List.of(
                  Listings.kalshi("KXZ-" + at, question, "", ""),
                  Listings.polymarket("p" + at, question, ""))
                  .stream();
            })
            .toList();
    Matcher one = new Matcher();
    listings.forEach(one::replace);
    Matcher many = new Matcher();
    many.replaceAll(listings);
    assertEquals(one.proposals(0), many.proposals(0), "seed " + SEED);
  }
}
