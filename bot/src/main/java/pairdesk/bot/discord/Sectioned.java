package pairdesk.bot.discord;

import java.util.ArrayList;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.Card;

/**
 * A card whose entries have buttons of their own, as a container of Discord's components of version
 * 2; an embed has no place for them. A message that is one stays one, however it is edited.
 */
final class Sectioned {
  private Sectioned() {}

  static Container of(Answer.Reply reply) {
    Card card = reply.card();
    var parts = new ArrayList<ContainerChildComponent>();
    parts.add(TextDisplay.of(head(card)));
    for (Card.Entry entry : card.entries()) {
      parts.add(line());
      parts.add(part(entry));
    }
    if (!card.fields().isEmpty()) {
      parts.add(line());
      parts.add(TextDisplay.of(fields(card)));
    }
    parts.addAll(Rendered.rows(reply));
    if (!card.footer().isEmpty()) {
      parts.add(TextDisplay.of("-# " + card.footer()));
    }
    return Container.of(parts).withAccentColor(card.tone().rgb());
  }

  private static String head(Card card) {
    return "### " + card.title() + (card.text().isEmpty() ? "" : "\n" + card.text());
  }

  private static Separator line() {
    return Separator.createDivider(Separator.Spacing.SMALL);
  }

  private static ContainerChildComponent part(Card.Entry entry) {
    var text = TextDisplay.of(entry.text());
    Button button = entry.button();
    return button == null ? text : Section.of(Rendered.button(button), text);
  }

  private static String fields(Card card) {
    return card.fields().stream()
        .map(field -> "**" + field.name() + "** " + field.value())
        .collect(Collectors.joining("\n"));
  }
}
