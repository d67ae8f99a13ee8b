package pairdesk.sandbox.wire.discord.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Collects what is wrong with a form, all fields at once, in the tree that Discord answers with:
 * {@code embeds.0.title._errors[]}.
 */
public final class FormErrors {
  private final ObjectNode root = Json.object();

  /** Notes one error at a dotted path such as {@code embeds.0.title}. */
  public void add(String path, String code, String message) {
    ObjectNode node = root;
    for (String step : path.split("\\.")) {
      node = node.withObjectProperty(step);
    }
    ArrayNode errors = node.withArrayProperty("_errors");
    errors.addObject().put("code", code).put("message", message);
  }

  /**
   * Ends the check.
   *
   * @throws ApiError 50035 with the tree when anything was noted
   */
  public void refuseIfAny() {
    if (!root.isEmpty()) {
      throw ApiError.invalidForm(root);
    }
  }

  /** A form whose only fault is this one. */
  public static ApiError single(String path, String code, String message) {
    FormErrors errors = new FormErrors();
    errors.add(path, code, message);
    return ApiError.invalidForm(errors.root);
  }
}
