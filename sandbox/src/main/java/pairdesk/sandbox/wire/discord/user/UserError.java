package pairdesk.sandbox.wire.discord.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.Json;

/** A refusal for a person: which field is wrong and why. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String field;

  private UserError(int status, String field, String message) {
    super(message);
    this.status = status;
    this.field = field;
  }

  static UserError wrong(String field, String message) {
    return new UserError(400, field, message);
  }

  static UserError wrongLength(String field, int least, int most) {
    return wrong(
        field,
        least == most
            ? "must have %d characters".formatted(most)
            : "must have %d to %d characters".formatted(least, most));
  }

  static UserError notLoggedIn() {
    return new UserError(401, "Authorization", "log in first: POST /user/v1/login");
  }

  static UserError forbidden(String field, String message) {
    return new UserError(403, field, message);
  }

  static UserError unknown(String field, String message) {
    return new UserError(404, field, message);
  }

  static UserError noAnswer(String field) {
    return new UserError(504, field, "the application did not respond");
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    return body(field, String.valueOf(getMessage()));
  }

  /** Discord's own refusals in the words of this API. */
  static ObjectNode body(ApiError error) {
    ObjectNode body = body(error.field(), String.valueOf(error.getMessage()));
    body.withObjectProperty("error").put("code", error.code());
    return body;
  }

  private static ObjectNode body(String field, String message) {
    ObjectNode body = Json.object();
    body.putObject("error").put("field", field).put("message", message);
    return body;
  }
}
