package pairdesk.sandbox.wire.discord.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A place in a submitted JSON tree that knows its path, so that a rule can say which field is
 * wrong.
 */
public record Form(JsonNode node, String path, FormErrors errors) {

  public static Form of(JsonNode root, FormErrors errors) {
    return new Form(root, "", errors);
  }

  public Form at(String field) {
    JsonNode child = node.path(field);
    return new Form(child.isNull() ? MissingNode.getInstance() : child, join(field), errors);
  }

  public boolean present() {
    return !node.isMissingNode() && !node.isNull();
  }

  /** The elements, each with its own path; notes an error when there are too few or too many. */
  public List<Form> items(int min, int max) {
    if (!present()) {
      if (min > 0) {
        required();
      }
      return List.of();
    }
    if (!node.isArray()) {
      refuse("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
      return List.of();
    }
    if (node.size() < min || node.size() > max) {
      refuse("BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
    }
    return IntStream.range(0, node.size())
        .mapToObj(index -> new Form(node.path(index), join(Integer.toString(index)), errors))
        .toList();
  }

  /** The text, or the empty string; notes an error when it is no string or longer than allowed. */
  public String optionalText(int max) {
    if (!present()) {
      return "";
    }
    if (!node.isTextual()) {
      refuse("STRING_TYPE_CONVERT", "Could not interpret \"" + node + "\" as string.");
      return "";
    }
    if (length() > max) {
      refuse("BASE_TYPE_MAX_LENGTH", "Must be " + max + " or fewer in length.");
    }
    return node.textValue();
  }

  /** As {@link #optionalText}, and notes an error when it is missing or blank. */
  public String requiredText(int max) {
    String text = optionalText(max);
    if (!present() || (node.isTextual() && text.isBlank())) {
      required();
    }
    return text;
  }

  /** The number, or the fallback; notes an error when it is no whole number or out of range. */
  public long integer(long min, long max, long fallback) {
    if (!present()) {
      return fallback;
    }
    if (!node.isIntegralNumber() && !node.asText().matches("-?[0-9]{1,18}")) {
      refuse("NUMBER_TYPE_COERCE", "Value \"" + node.asText() + "\" is not int.");
      return fallback;
    }
    long value = node.asLong();
    if (value < min || value > max) {
      refuse("NUMBER_TYPE_RANGE", "int value should be between " + min + " and " + max + ".");
    }
    return value;
  }

  public void required() {
    refuse("BASE_TYPE_REQUIRED", "This field is required");
  }

  public void refuse(String code, String message) {
    errors.add(path, code, message);
  }

  private String join(String step) {
    return path.isEmpty() ? step : path + "." + step;
  }

  private int length() {
    return node.textValue().codePointCount(0, node.textValue().length());
  }
}
