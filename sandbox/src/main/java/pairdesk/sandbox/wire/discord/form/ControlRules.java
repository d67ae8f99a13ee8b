package pairdesk.sandbox.wire.discord.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pairdesk.sandbox.wire.discord.protocol.Form;

/**
 * Buttons, selects and text inputs: what people act on. One instance per message, for custom ids
 * must not repeat.
 */
final class ControlRules {
  private static final int CUSTOM_ID = 100;
  private static final int LABEL = 80;
  private static final int URL = 512;
  private static final int OPTIONS = 25;
  private static final int OPTION_TEXT = 100;
  private static final int PLACEHOLDER = 150;
  private static final int INPUT_PLACEHOLDER = 100;
  private static final int INPUT_TEXT = 4000;
  private static final int LINK_STYLE = 5;

  private final Set<String> customIds = new HashSet<>();

  void button(Form button) {
    long style = button.at("style").integer(1, LINK_STYLE, 0);
    if (style == 0) {
      button.at("style").required();
    }
    button.at("label").optionalText(LABEL);
    if (!button.at("label").present() && !button.at("emoji").present()) {
      button
          .at("label")
          .refuse(
              "BUTTON_COMPONENT_MISSING_LABEL_OR_EMOJI", "A button must have a label or an emoji");
    }
    if (style == LINK_STYLE) {
      button.at("url").requiredText(URL);
      EmbedRules.checkUrl(button.at("url"), false);
    } else {
      customId(button);
    }
  }

  void select(Form select) {
    customId(select);
    select.at("placeholder").optionalText(PLACEHOLDER);
    long least = select.at("min_values").integer(0, OPTIONS, 1);
    long most = select.at("max_values").integer(1, OPTIONS, 1);
    if (least > most) {
      select
          .at("min_values")
          .refuse("SELECT_COMPONENT_MIN_ABOVE_MAX", "min_values must not be above max_values");
    }
    if (ComponentType.of(select.node())
        .filter(type -> type == ComponentType.STRING_SELECT)
        .isPresent()) {
      options(select.at("options").items(1, OPTIONS));
    }
  }

  void textInput(Form input, boolean labelled) {
    customId(input);
    long style = input.at("style").integer(1, 2, 0);
    if (style == 0) {
      input.at("style").required();
    }
    if (!labelled) {
      input.at("label").requiredText(45);
    }
    input.at("placeholder").optionalText(INPUT_PLACEHOLDER);
    input.at("value").optionalText(INPUT_TEXT);
    input.at("min_length").integer(0, INPUT_TEXT, 0);
    input.at("max_length").integer(1, INPUT_TEXT, INPUT_TEXT);
  }

  private static void options(List<Form> options) {
    Set<String> values = new HashSet<>();
    for (Form option : options) {
      option.at("label").requiredText(OPTION_TEXT);
      option.at("description").optionalText(OPTION_TEXT);
      if (!values.add(option.at("value").requiredText(OPTION_TEXT))) {
        option
            .at("value")
            .refuse(
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used");
      }
    }
  }

  private void customId(Form component) {
    String id = component.at("custom_id").requiredText(CUSTOM_ID);
    if (!id.isEmpty() && !customIds.add(id)) {
      component
          .at("custom_id")
          .refuse("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
  }
}
