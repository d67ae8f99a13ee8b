package pairdesk.bot.discord;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import net.dv8tion.jda.api.modals.Modal;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Option;

/** Forms of ours as Discord's modals, and back. */
final class Forms {
  private Forms() {}

  static Modal of(Answer.AskWord ask) {
    var input =
        TextInput.create(ButtonAction.WORD, TextInputStyle.SHORT)
            .setPlaceholder(ask.word())
            .setRequired(true);
    return Modal.create(ask.id().text(), ask.title())
        .addComponents(TextDisplay.of(ask.effect()), Label.of(ask.label(), input.build()))
        .build();
  }

  static Modal of(Answer.Form form) {
    return Modal.create(form.id().text(), form.title())
        .addComponents(TextDisplay.of(form.effect()))
        .addComponents(form.lines().stream().map(Forms::line).toList())
        .build();
  }

  private static Label line(Answer.Form.Line line) {
    return Label.of(
        line.label(),
        TextInput.create(line.name(), TextInputStyle.SHORT)
            .setPlaceholder(line.hint())
            .setMaxLength(Option.TEXT_LIMIT)
            .setRequired(false)
            .build());
  }

  static Map<String, String> lines(List<ModalMapping> sent) {
    return sent.stream()
        .collect(Collectors.toMap(ModalMapping::getCustomId, ModalMapping::getAsString));
  }

  static IllegalStateException tooLate(ButtonId id) {
    return new IllegalStateException("a form must be the first answer: " + id);
  }
}
