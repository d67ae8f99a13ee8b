package pairdesk.sandbox.wire.discord.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Form;
import pairdesk.sandbox.wire.discord.protocol.FormErrors;
import pairdesk.sandbox.wire.discord.protocol.Json;

/**
 * A form that the bot opens: labelled text inputs and selects, or text inputs in rows as in older
 * clients.
 */
public final class ModalForm {
  private static final int TITLE = 45;
  private static final int CUSTOM_ID = 100;
  private static final int COMPONENTS = 5;
  private static final int LABEL = 45;
  private static final int DESCRIPTION = 100;

  private ModalForm() {}

  /**
   * The modal as people are shown it.
   *
   * @throws ApiError 50035 with the wrong fields
   */
  public static ObjectNode check(ObjectNode data) {
    FormErrors errors = new FormErrors();
    Form form = new Form(data, "data", errors);
    form.at("title").requiredText(TITLE);
    form.at("custom_id").requiredText(CUSTOM_ID);
    ControlRules controls = new ControlRules();
    form.at("components").items(1, COMPONENTS).forEach(component -> component(component, controls));
    errors.refuseIfAny();
    ObjectNode modal = Json.object();
    modal
        .put("custom_id", form.at("custom_id").node().asText())
        .put("title", form.at("title").node().asText());
    modal.set(
        "components", ComponentShape.complete(form.at("components").node(), new Media(List.of())));
    return modal;
  }

  private static void component(Form component, ControlRules controls) {
    Optional<ComponentType> type = ComponentType.of(component.node());
    if (type.equals(Optional.of(ComponentType.LABEL))) {
      component.at("label").requiredText(LABEL);
      component.at("description").optionalText(DESCRIPTION);
      control(component.at("component"), ComponentType.IN_LABEL, controls, true);
    } else if (type.equals(Optional.of(ComponentType.ACTION_ROW))) {
      for (Form input : component.at("components").items(1, 1)) {
        control(input, Set.of(ComponentType.TEXT_INPUT), controls, false);
      }
    } else if (type.equals(Optional.of(ComponentType.TEXT_DISPLAY))) {
      component.at("content").requiredText(4000);
    } else {
      component
          .at("type")
          .refuse("UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).");
    }
  }

  private static void control(
      Form control, Set<ComponentType> allowed, ControlRules controls, boolean labelled) {
    Optional<ComponentType> type = ComponentType.of(control.node());
    if (type.isEmpty() || !allowed.contains(type.get())) {
      control.at("type").refuse("UNION_TYPE_CHOICES", "This component is not allowed here.");
    } else if (type.get() == ComponentType.TEXT_INPUT) {
      controls.textInput(control, labelled);
    } else {
      controls.select(control);
    }
  }
}
