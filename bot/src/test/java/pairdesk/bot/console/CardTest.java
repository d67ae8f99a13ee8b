package pairdesk.bot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CardTest {
  private static final String[] PIECES = {"word ", "\\*", "\\\\", "👩", "```\n", "`x`", "\\_", "é"};

  @Test
  void cutsNothingThatFits() {
    Card card = Card.of(Tone.INFO, "Title", "Text").with("Name", "Value");
    assertEquals("Text", card.text());
    assertEquals(new Card.Field("Name", "Value", true), card.fields().getFirst());
  }

  @Test
  @Tag("fault:Q11")
  void givesFieldsTheRoomBecauseTheyHoldTotals() {
    Card card = Card.of(Tone.INFO, "Title", "x".repeat(4096));
    for (int n = 0; n < 3; n++) {
      card = card.withLine("Total " + n, "y".repeat(1024));
    }
    assertEquals(3, card.fields().size());
    assertTrue(card.text().endsWith("…"));
    assertTrue(total(card) <= Card.TOTAL_LIMIT);
  }

  @Test
  void saysThatFieldsWereLeftOut() {
    Card card = Card.of(Tone.INFO, "Title", "");
    for (int n = 0; n < 40; n++) {
      card = card.withLine("Field " + n, "y");
    }
    assertEquals(25, card.fields().size());
    assertEquals("Field 0", card.fields().getFirst().name());
    assertEquals("…", card.fields().getLast().name());
  }

  @Test
  @Tag("fault:Q8")
  void neverBreaksWhatDiscordReads() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    for (int n = 0; n < 500; n++) {
      var text = new StringBuilder();
      for (int piece = 0; piece < 400; piece++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      String cut = Cut.to(text.toString(), 20 + random.nextInt(380));
      String message = "seed " + seed + ": " + cut;
      String body = cut.substring(0, cut.lastIndexOf('…'));
      int slashes = body.length() - body.replaceAll("\\\\+$", "").length();
      assertEquals(0, slashes % 2, message);
      assertFalse(
          !body.isEmpty() && Character.isHighSurrogate(body.charAt(body.length() - 1)), message);
      assertEquals(1, cut.split("```", -1).length % 2, message);
    }
  }

  @Test
  void showsADashWhereDiscordRefusesNothing() {
    Card card = Card.of(Tone.INFO, " ", "").with("", " ");
    assertEquals("–", card.title());
    assertEquals(new Card.Field("–", "–", true), card.fields().getFirst());
  }

  private static int total(Card card) {
    return card.title().length()
        + card.text().length()
        + card.footer().length()
        + card.fields().stream().mapToInt(f -> f.name().length() + f.value().length()).sum();
  }
}
