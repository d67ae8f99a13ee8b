package pairdesk.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pairdesk.engine.market.Listing;
import pairdesk.matching.review.PairProposal;

/** Whatever a venue publishes is read, compared and shown: nothing throws, nothing takes long. */
class HostileTextTest {
  private static final int LONG = 30_000;
  private static final int SHORTER = 4_000;
  private static final int LONGER = 16_000;
  private static final int TRIES = 7;

  /** Four times the text may take four times as long; ten is what a busy machine makes of it. */
  private static final double LINEAR = 10;

  /** In nanoseconds; a busy machine makes this of nothing, a loop in a loop makes more of it. */
  private static final long NOISE = 100_000_000;

  record Kind(String name, IntFunction<String> text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        repeated("spaces", " "),
        repeated("line breaks", "\n"),
        repeated("control characters", "\u0000\u0007\u001b[31m"),
        repeated("right to left", "\u202e\u05d0\u05d1 \u0645\u0631\u062d\u0628\u0627 "),
        repeated("emoji", "\ud83d\ude80\ud83c\udff3\ufe0f\u200d\ud83c\udf08"),
        repeated("half a surrogate", "\ud83d"),
        repeated("combining marks", "e\u0301\u0302\u0303"),
        repeated("one letter", "a"),
        repeated("capitals", "Ab Cd "),
        repeated("digits", "7"),
        repeated("figures", "above 12.5% or more "),
        repeated("dates", "by Dec 31, 2025 "),
        repeated("games", "Lakers vs. Celtics "),
        repeated("verbs", "Ann endorses Bob "),
        repeated("sentences", "If it is cancelled, it resolves to No. "),
        repeated("markup", "<a href=\"javascript:x\">&amp;&#39;&lt; "),
        repeated("aliases", ":: "),
        repeated("brackets", "([{:,|- "));
  }

  private static Kind repeated(String name, String piece) {
    return new Kind(name, length -> piece.repeat(length / piece.length() + 1).substring(0, length));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void readsAndComparesIt(Kind kind) {
    String text = kind.text().apply(LONG);
    Matcher matcher = new Matcher();
    List<Listing> left = List.of(kalshi(text), Listings.kalshi("KXB-1", "", "", ""));
    List<Listing> right = List.of(polymarket(text), Listings.polymarket("2", "", ""));
    matcher.replaceAll(left);
    matcher.replaceAll(right);
    matcher.proposals(0);
    for (Listing one : left) {
      for (Listing other : right) {
        PairProposal pair = matcher.compare(one, other);
        assertTrue(pair.score() >= 0 && pair.score() <= 100, kind.name());
        assertEquals(2 * 32, pair.rulesHash().length());
        pair.reasons()
            .forEach(reason ->
                assertEquals(
                    -1,
                    reason.chars().filter(Character::isISOControl).findFirst().orElse(-1),
                    reason));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void takesTimeInProportionToItsLength(Kind kind) {
    Matcher matcher = new Matcher();
    best(matcher, kind.text().apply(SHORTER));
    long shorter = best(matcher, kind.text().apply(SHORTER));
    long longer = best(matcher, kind.text().apply(LONGER));
    assertTrue(
        longer <= Math.max(NOISE, shorter * LINEAR),
        () -> kind + ": " + shorter / 1_000 + " µs, then " + longer / 1_000 + " µs");
  }

  private static long best(Matcher matcher, String text) {
    long best = Long.MAX_VALUE;
    for (int at = 0; at < TRIES; at++) {
      long start = System.nanoTime();
      matcher.compare(kalshi(text), polymarket(text));
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private static Listing kalshi(String text) {
    return Listings.kalshi("KXA-1", text, text, text);
  }

  private static Listing polymarket(String text) {
    return Listings.polymarket("1", text, text);
  }
}
