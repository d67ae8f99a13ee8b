package pairdesk.matching.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void foldsAccentsQuotesAndDashes() {
    assertEquals("jose artes - gluck d'or", Words.plain("José Artés — Glück d\u2019Or"));
  }

  @Test
  void keepsInitialsAndThousandsTogether() {
    assertEquals(List.of("us", "debt", "$", "97000.50"), texts("U.S. debt $97,000.50"));
  }

  @Test
  void takesPossessivesAndPluralsOff() {
    assertEquals(
        List.of("driver", "champion", "trump", "rally"),
        texts("Drivers' Champions Trump's rallies"));
  }

  @Test
  void readsADashAsRangeOnlyBetweenFigures() {
    assertEquals(List.of("16", "-", "18", "win", "won", "oh"), texts("16-18 wins Won-oh"));
  }

  @Test
  void readsHostileTextInLinearTimeWithoutFailing() {
    String hostile = "\u202e\u0000&#x1F600;😀'.,-$%".repeat(4_000);
    assertTrue(Words.split(hostile).size() <= Words.LIMIT);
    assertEquals(List.of(), Words.split(""));
  }

  private static List<String> texts(String text) {
    return Words.split(text).stream().map(Word::text).toList();
  }
}
