package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.Matcher;
import pairdesk.matching.review.PairProposal;
import pairdesk.matching.veto.Objection;
import pairdesk.sandbox.catalogue.Asks;
import pairdesk.sandbox.catalogue.Catalogue;
import pairdesk.sandbox.catalogue.Catalogues;
import pairdesk.sandbox.catalogue.KalshiListing;
import pairdesk.sandbox.catalogue.PolymarketListing;

/**
 * Each lookalike that the sandbox lists is refused, for the reason for which it was planted. The
 * table says what differs, as the sandbox's own families do.
 */
class LookalikesOfTheSandboxTest {
  private static final String TABLE = "/lookalikes-of-the-sandbox.txt";
  private static final int FAR_BELOW = 10;
  private static final Catalogue CATALOGUE =
      Catalogues.shipped(Instant.parse("2026-11-20T10:00:00Z"));

  /**
   * @param left a family of questions, or one of its questions after a colon
   * @param vetoes any of these names says it
   */
  private record Row(String left, String right, Set<String> vetoes) {
    boolean holds(Asks kalshi, Asks polymarket) {
      String one = kalshi.question().id();
      String other = polymarket.question().id();
      boolean whole = !left.contains(":");
      return whole
          ? family(one).equals(left) && family(other).equals(right) && code(one).equals(code(other))
          : one.equals(left) && other.equals(right);
    }

    /** For its reason; where no veto has one, by a score that no card would show. */
    boolean isRefused(PairProposal found) {
      return vetoes.equals(Set.of("nothing"))
          ? found.vetoes().isEmpty() && found.score() <= FAR_BELOW
          : found.vetoes().stream().map(Objection::veto).anyMatch(vetoes::contains);
    }
  }

  private static String family(String question) {
    return question.substring(0, question.indexOf(':'));
  }

  private static String code(String question) {
    return question.substring(question.indexOf(':') + 1);
  }

  @Test
  void refusesEachForWhatDiffers() throws IOException {
    Matcher matcher = new Matcher();
    matcher.replaceAll(SandboxListings.all(CATALOGUE));
    List<String> wrong = new ArrayList<>();
    int judged = 0;
    for (Row row : rows()) {
      int before = judged;
      for (KalshiListing left : CATALOGUE.kalshi()) {
        for (PolymarketListing right : CATALOGUE.polymarket()) {
          if (row.holds(asks(left.id()), asks(right.id()))) {
            judged++;
            PairProposal found =
                matcher.compare(SandboxListings.listing(left), SandboxListings.listing(right));
            if (!row.isRefused(found)) {
              wrong.add(row + ": " + found.score() + " " + found.vetoes());
            }
          }
        }
      }
      assertTrue(judged > before, () -> "nothing is listed for " + row);
    }
    System.out.printf(
        "lookalikes of the sandbox: %d, not refused as planted: %d%n", judged, wrong.size());
    assertEquals(List.of(), wrong);
  }

  /** A family that one venue alone lists is a lookalike of something, or alone on purpose. */
  @Test
  void theTableNamesEveryFamilyThatOneVenueAloneLists() throws IOException {
    Set<String> left = families(CATALOGUE.kalshi().stream().map(KalshiListing::id).toList());
    Set<String> right =
        families(CATALOGUE.polymarket().stream().map(PolymarketListing::id).toList());
    Set<String> oneSided = new TreeSet<>(left);
    oneSided.addAll(right);
    oneSided.removeIf(family -> left.contains(family) && right.contains(family));
    Set<String> named = new TreeSet<>();
    for (String line : lines()) {
      Arrays.stream(line.split("\\|"))
          .limit(2)
          .map(String::strip)
          .map(name -> name.contains(":") ? family(name) : name)
          .forEach(named::add);
    }
    oneSided.removeAll(named);
    assertEquals(Set.of(), oneSided);
  }

  private static Set<String> families(List<MarketId> markets) {
    return markets.stream()
        .map(market -> family(asks(market).question().id()))
        .collect(Collectors.toSet());
  }

  private static Asks asks(MarketId market) {
    Asks asks = CATALOGUE.asks().get(market);
    assertNotNull(asks, market::toString);
    return asks;
  }

  private static List<Row> rows() throws IOException {
    return lines().stream()
        .map(line -> line.split("\\s*\\|\\s*"))
        .filter(cells -> cells.length > 2)
        .map(cells -> new Row(cells[0], cells[1], Set.of(cells[2].split(" / "))))
        .toList();
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = LookalikesOfTheSandboxTest.class.getResourceAsStream(TABLE)) {
      assertNotNull(in, TABLE);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }
}
