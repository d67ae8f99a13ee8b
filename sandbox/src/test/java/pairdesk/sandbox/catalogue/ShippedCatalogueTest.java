package pairdesk.sandbox.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.Relation;

class ShippedCatalogueTest {
  private static final Instant START = Instant.parse("2026-11-20T15:00:00Z");
  private static final Catalogue CATALOGUE = Catalogues.shipped(START);

  @Test
  void listsAtLeastHundredAndFiftyMarketsOnEachVenue() {
    assertTrue(CATALOGUE.kalshi().size() >= 150, () -> "Kalshi: " + CATALOGUE.kalshi().size());
    assertTrue(
        CATALOGUE.polymarket().size() >= 150, () -> "Polymarket: " + CATALOGUE.polymarket().size());
  }

  @Test
  void holdsAboutSixtyTruePairsSomeOfThemInverse() {
    var pairs = CATALOGUE.truePairs();
    long inverse = pairs.stream().filter(p -> p.relation() == Relation.INVERSE).count();
    assertTrue(pairs.size() >= 55 && pairs.size() <= 80, () -> "pairs: " + pairs.size());
    assertEquals(8, inverse);
  }

  @Test
  void namesAreUnique() {
    unique(CATALOGUE.kalshi().stream().map(KalshiListing::ticker).toList());
    unique(CATALOGUE.polymarket().stream().map(l -> l.ids().condition()).toList());
    unique(CATALOGUE.polymarket().stream().map(l -> l.texts().slug()).toList());
    unique(CATALOGUE.polymarket().stream().map(l -> l.ids().id()).toList());
  }

  @Test
  void noTextHasAnUnfilledVariable() {
    Stream<String> texts =
        Stream.concat(
            CATALOGUE.kalshi().stream()
                .flatMap(l ->
                    Stream.of(
                        l.ticker(),
                        l.texts().title(),
                        l.texts().rulesPrimary(),
                        l.event().title())),
            CATALOGUE.polymarket().stream()
                .flatMap(l ->
                    Stream.of(l.texts().question(), l.texts().description(), l.texts().slug())));
    texts.forEach(text -> assertFalse(text.contains("{") || text.isBlank(), text));
  }

  @Test
  void marketsCloseWeeksToMonthsAhead() {
    Instant soonest = START.plus(Duration.ofDays(14));
    Instant latest = START.plus(Duration.ofDays(200));
    CATALOGUE.kalshi().forEach(l -> assertWithin(l.times().close(), soonest, latest));
    CATALOGUE.polymarket().forEach(l -> assertWithin(l.times().end(), soonest, latest));
  }

  @Test
  void aGameListsBothTeamsOnKalshiAndOneMarketOnPolymarket() {
    var game =
        CATALOGUE.truePairs().stream()
            .filter(p -> p.kalshi().ticker().contains("CHIDET"))
            .map(p -> p.kalshi().texts().yesSubTitle() + " " + p.relation())
            .sorted()
            .toList();
    assertEquals(List.of("Chicago SAME", "Detroit INVERSE"), game);
  }

  @Test
  void rendersAbsoluteDates() {
    var rules =
        CATALOGUE.kalshi().stream()
            .filter(l -> l.ticker().startsWith("KXBTCD"))
            .map(l -> l.texts().rulesPrimary())
            .findFirst()
            .orElseThrow();
    assertTrue(rules.contains("December 30, 2026"), rules);
  }

  private static void unique(List<String> names) {
    var seen = new HashSet<String>();
    names.forEach(name -> assertTrue(seen.add(name), () -> "twice: " + name));
  }

  private static void assertWithin(Instant moment, Instant from, Instant to) {
    assertTrue(moment.isAfter(from) && moment.isBefore(to), () -> "out of range: " + moment);
  }
}
