package pairdesk.bot.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pairdesk.bot.text.Language;
import pairdesk.bot.text.Texts;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

class RenderTest {
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

  @ParameterizedTest
  @CsvSource({
    "0, +$0.00, $0.00",
    "1.239, +$1.23, $1.23",
    "-0.001, −$0.01, −$0.01",
    "-0.50, −$0.50, −$0.50"
  })
  void roundsMoneyDownAndShowsTheSign(String amount, String signed, String dollars) {
    assertEquals(signed, Numbers.signed(Usd.parse(amount)));
    assertEquals(dollars, Numbers.dollars(Usd.parse(amount)));
  }

  @Test
  void groupsThousands() {
    assertEquals("+$1,234,567.00", Numbers.signed(Usd.parse("1234567")));
  }

  @Test
  void everyNumberHasItsUnit() {
    assertEquals("1 share", Numbers.shares(Quantity.ofShares(1), ENGLISH));
    assertEquals("0.5 shares", Numbers.shares(Quantity.parse("0.5"), ENGLISH));
    assertEquals("$0.3334", Numbers.average(Usd.parse("1"), Quantity.ofShares(3)));
    assertEquals("–", Numbers.average(Usd.ZERO, Quantity.ZERO));
  }

  @ParameterizedTest
  @CsvSource({"230, 230 ms", "4250, 4.2 s", "60000, 1 min", "7200000, 2 h", "-8, −8 ms"})
  void showsSpans(long millis, String shown) {
    assertEquals(shown, Numbers.span(Duration.ofMillis(millis)));
  }

  @Test
  @Tag("fault:Q8")
  void takesTheMeaningOutOfForeignText() {
    assertEquals(
        "\\@everyone \\<\\@1\\> \\*\\*b\\*\\* \\[x\\]\\(https\\://e\\) \\:smile\\: a b",
        Shown.line("@everyone <@1> **b** [x](https://e) :smile: a\u202E\u200B\nb", 200));
  }

  @Test
  void unstacksMarks() {
    assertEquals("Z\u0300\u0301", Shown.plain("Z\u0300\u0301\u0302\u0303", 10));
  }

  @Test
  void cutsByCodePoints() {
    assertEquals("👩👩…", Shown.plain("👩👩👩👩", 3));
    assertEquals("👩👩👩", Shown.plain("👩👩👩", 3));
  }

  @Test
  void drawsATableOfCodePoints() {
    var table = new Table(Table.Column.left("what", 4), Table.Column.right("n", 6));
    table.row("👩👩👩👩👩", "1").row("a`b", "1234567");
    assertEquals(
        "```\nwhat       n\n👩👩👩…       1\naʼb   12345…\n```", table.text(1_000, ENGLISH));
  }

  @Test
  void countsRowsThatDoNotFit() {
    var table = new Table(Table.Column.left("n", 10));
    for (int n = 0; n < 100; n++) {
      table.row("row " + n);
    }
    String text = table.text(200, ENGLISH);
    assertTrue(text.length() <= 200, text);
    long shown = text.lines().filter(line -> line.startsWith("row")).count();
    assertTrue(text.contains("… and " + (100 - shown) + " more"), text);
  }

  @Test
  void refusesATableWiderThanAPhone() {
    assertThrows(IllegalArgumentException.class, () -> new Table(Table.Column.left("x", 57)));
  }

  @Test
  void keepsWholeLines() {
    assertEquals("a\nb", Lines.fit(List.of("a", "b"), 100, ENGLISH));
    String cut = Lines.fit(Collections.nCopies(50, "ten chars."), 60, ENGLISH);
    assertEquals("ten chars.\nten chars.\nten chars.\n… and 47 more", cut);
  }
}
