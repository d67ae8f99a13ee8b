package pairdesk.bot.scene;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Attachment;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Menu;

/** An answer as text that people can review. */
public final class Written {
  private Written() {}

  public static String answer(Answer answer) {
    return switch (answer) {
      case Answer.Reply reply -> reply(reply);
      case Answer.Announced(var here, var everybody) -> reply(here) + reply(everybody);
      case Answer.AskWord ask ->
          "FORM %s%n%s%n%s%n[ %s: %s ]%n"
              .formatted(ask.id().text(), ask.title(), ask.effect(), ask.label(), ask.word());
      case Answer.Form form ->
          "FORM %s%n%s%n%s%n%s%n"
              .formatted(
                  form.id().text(),
                  form.title(),
                  form.effect(),
                  form.lines().stream()
                      .map(line ->
                          "[ %s: %s (%s) ]".formatted(line.name(), line.label(), line.hint()))
                      .collect(Collectors.joining("\n")));
      case Answer.Nothing() -> "NOTHING\n";
    };
  }

  private static String reply(Answer.Reply reply) {
    Card card = reply.card();
    var text = new StringBuilder();
    text.append("to ").append(reply.audience()).append(" · ").append(card.tone()).append('\n');
    text.append("# ").append(card.title()).append('\n');
    if (!card.text().isEmpty()) {
      text.append(card.text()).append('\n');
    }
    for (Card.Entry entry : card.entries()) {
      Button button = entry.button();
      text.append("| ").append(entry.text().replace("\n", "\n| ")).append('\n');
      text.append(button == null ? "" : "| " + button(button) + "\n");
    }
    for (Card.Field field : card.fields()) {
      text.append("== ").append(field.name()).append('\n').append(field.value()).append('\n');
    }
    if (card.picture() != null) {
      text.append("(picture) ").append(card.picture().alternative()).append('\n');
    }
    Menu menu = reply.menu();
    if (menu != null) {
      text.append("menu ").append(menu.id().text()).append(" (").append(menu.hint()).append(")\n");
      menu.choices().forEach(choice -> text.append(choice(choice)));
    }
    if (!reply.buttons().isEmpty()) {
      text.append(reply.buttons().stream().map(Written::button).collect(Collectors.joining(" ")));
      text.append('\n');
    }
    for (Attachment file : reply.files()) {
      text.append("(file) ").append(file.fileName()).append('\n');
      text.append(new String(file.content(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }
    return text.append("-- ").append(card.footer()).append('\n').toString();
  }

  private static String choice(Menu.Choice choice) {
    String note = choice.note().isEmpty() ? "" : " (" + choice.note() + ")";
    return "> " + choice.label() + note + " " + choice.id().text() + "\n";
  }

  private static String button(Button button) {
    String label = "[" + button.label() + " " + button.id().text() + "]";
    return button.enabled() ? label : label + "(off)";
  }
}
