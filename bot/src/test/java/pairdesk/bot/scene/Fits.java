package pairdesk.bot.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Menu;

/** Whether an answer keeps Discord's limits, and nothing in it acts by itself. */
public final class Fits {
  private static final int FORM_TEXT = 4_000;

  private Fits() {}

  public static void discord(Answer answer) {
    switch (answer) {
      case Answer.Reply reply -> {
        card(reply.card());
        menu(reply.menu());
      }
      case Answer.Announced(var here, var everybody) -> {
        card(here.card());
        card(everybody.card());
      }
      case Answer.AskWord ask -> form(ask.id().text(), ask.effect());
      case Answer.Form form -> form(form.id().text(), form.effect());
      case Answer.Nothing() -> throw new AssertionError("nothing was answered");
    }
  }

  /** Discord reads no markup in it. */
  private static void menu(@Nullable Menu menu) {
    if (menu == null) {
      return;
    }
    assertTrue(menu.hint().length() <= 100 && menu.choices().size() <= 25, menu::toString);
    for (Menu.Choice choice : menu.choices()) {
      assertTrue(choice.label().length() <= 100 && choice.note().length() <= 100, choice::toString);
      assertTrue(choice.id().text().length() <= 100, choice::toString);
      assertFalse(choice.label().chars().anyMatch(c -> Character.getType(c) == Character.FORMAT));
    }
  }

  private static void form(String id, String effect) {
    assertTrue(id.length() <= 100, id);
    assertTrue(effect.length() <= FORM_TEXT, effect);
    text(effect);
  }

  private static void card(Card card) {
    int total = card.title().length() + card.text().length() + card.footer().length();
    for (Card.Entry entry : card.entries()) {
      total += entry.text().length();
      text(entry.text());
    }
    assertTrue(card.title().length() <= 256 && card.text().length() <= 4096);
    assertTrue(card.fields().size() <= 25);
    text(card.title());
    text(card.text());
    for (Card.Field field : card.fields()) {
      total += field.name().length() + field.value().length();
      assertTrue(field.name().length() <= 256 && field.value().length() <= 1024);
      assertFalse(field.name().isBlank() || field.value().isBlank());
      text(field.name());
      text(field.value());
    }
    assertTrue(total <= (card.entries().isEmpty() ? 6_000 : 4_000), card::toString);
  }

  /** No half character, no half escape, no open code block, nothing that Discord would act on. */
  private static void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      assertTrue(!Character.isHighSurrogate(c) || i + 1 < text.length(), text);
      assertTrue(Character.getType(c) != Character.FORMAT, text);
    }
    String[] parts = text.split("```", -1);
    assertEquals(1, parts.length % 2, () -> "open code block: " + text);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        parts[i].lines().forEach(line -> assertTrue(width(line) <= 56, line));
      } else {
        String plain = parts[i].replaceAll("\\\\[^A-Za-z0-9\\s]", "");
        assertFalse(plain.contains("@"), text);
        assertFalse(plain.contains("://"), text);
        assertFalse(plain.endsWith("\\"), text);
      }
    }
  }

  private static int width(String line) {
    return line.codePointCount(0, line.length());
  }
}
