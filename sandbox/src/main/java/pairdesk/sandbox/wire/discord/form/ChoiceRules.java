package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Form;
import pairdesk.sandbox.wire.discord.protocol.FormErrors;

/** Choices of an option, fixed with the command or suggested while someone types. */
public final class ChoiceRules {
  private static final int CHOICES = 25;
  private static final int TEXT = 100;

  private ChoiceRules() {}

  /**
   * Suggestions in a callback of type 8.
   *
   * @throws ApiError 50035 with the wrong fields
   */
  public static ArrayNode suggestions(ObjectNode callback) {
    FormErrors errors = new FormErrors();
    Form choices = Form.of(callback, errors).at("data").at("choices");
    if (!choices.present()) {
      choices.required();
    }
    check(choices);
    errors.refuseIfAny();
    return choices.node().deepCopy();
  }

  static void check(Form choices) {
    Set<String> names = new HashSet<>();
    for (Form choice : choices.items(0, CHOICES)) {
      if (!names.add(choice.at("name").requiredText(TEXT))) {
        choice
            .at("name")
            .refuse(
                "APPLICATION_COMMAND_OPTIONS_CHOICES_NAME_DUPLICATE",
                "Choice names must be unique");
      }
      Form value = choice.at("value");
      if (!value.present()) {
        value.required();
      } else if (value.node().isTextual()) {
        value.optionalText(TEXT);
      }
    }
  }
}
