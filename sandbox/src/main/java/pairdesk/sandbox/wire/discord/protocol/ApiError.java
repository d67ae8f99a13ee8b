package pairdesk.sandbox.wire.discord.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as Discord words it: HTTP status, Discord's own code, message, and for forms the tree
 * of field errors. Codes from Discord's documentation, "Opcodes and status codes".
 */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final int code;
  private final transient @Nullable ObjectNode fields;

  private ApiError(
      int status,
      int code,
      String message,
      @Nullable ObjectNode fields,
      @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  private static ApiError of(int status, int code, String message) {
    return new ApiError(status, code, message, null, null);
  }

  static ApiError invalidForm(ObjectNode fields) {
    return new ApiError(400, 50035, "Invalid Form Body", fields, null);
  }

  static ApiError invalidJson(@Nullable Throwable cause) {
    return new ApiError(400, 50109, "The request body contains invalid JSON.", null, cause);
  }

  public static ApiError unauthorized() {
    return of(401, 0, "401: Unauthorized");
  }

  public static ApiError notFound() {
    return of(404, 0, "404: Not Found");
  }

  public static ApiError unknownApplication() {
    return of(404, 10002, "Unknown Application");
  }

  public static ApiError unknownChannel() {
    return of(404, 10003, "Unknown Channel");
  }

  public static ApiError unknownGuild() {
    return of(404, 10004, "Unknown Guild");
  }

  public static ApiError unknownMember() {
    return of(404, 10007, "Unknown Member");
  }

  public static ApiError unknownMessage() {
    return of(404, 10008, "Unknown Message");
  }

  public static ApiError unknownUser() {
    return of(404, 10013, "Unknown User");
  }

  public static ApiError unknownEmoji() {
    return of(400, 10014, "Unknown Emoji");
  }

  public static ApiError unknownWebhook() {
    return of(404, 10015, "Unknown Webhook");
  }

  public static ApiError unknownInteraction() {
    return of(404, 10062, "Unknown interaction");
  }

  public static ApiError unknownCommand() {
    return of(404, 10063, "Unknown application command");
  }

  public static ApiError tooManyPins() {
    return of(400, 30003, "Maximum number of pins reached for the channel (50)");
  }

  public static ApiError tooManyReactions() {
    return of(400, 30010, "Maximum number of reactions reached (20)");
  }

  public static ApiError tooManyCommandCreates() {
    return of(400, 30034, "Max number of daily application command creates has been reached (200)");
  }

  public static ApiError tooLarge() {
    return of(413, 40005, "Request entity too large");
  }

  public static ApiError alreadyAcknowledged() {
    return of(400, 40060, "Interaction has already been acknowledged.");
  }

  public static ApiError missingAccess() {
    return of(403, 50001, "Missing Access");
  }

  public static ApiError notTheAuthor() {
    return of(403, 50005, "Cannot edit a message authored by another user");
  }

  public static ApiError emptyMessage() {
    return of(400, 50006, "Cannot send an empty message");
  }

  public static ApiError missingPermissions() {
    return of(403, 50013, "Missing Permissions");
  }

  public static ApiError invalidWebhookToken() {
    return of(401, 50027, "Invalid Webhook Token");
  }

  public int status() {
    return status;
  }

  public int code() {
    return code;
  }

  /** The first wrong field of a form, or {@code request} when the fault lies elsewhere. */
  public String field() {
    return fields == null || fields.isEmpty() ? "request" : fields.fieldNames().next();
  }

  /** The body that Discord would answer with. */
  public ObjectNode body() {
    ObjectNode body = Json.object().put("message", String.valueOf(getMessage())).put("code", code);
    if (fields != null) {
      body.set("errors", fields);
    }
    return body;
  }
}
