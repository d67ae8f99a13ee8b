package pairdesk.sandbox.wire.discord.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.discord.form.Draft;
import pairdesk.sandbox.wire.discord.protocol.ApiError;
import pairdesk.sandbox.wire.discord.protocol.FormErrors;
import pairdesk.sandbox.wire.discord.protocol.Json;
import pairdesk.sandbox.wire.discord.protocol.Snowflake;
import pairdesk.sandbox.wire.discord.world.Bytes;
import pairdesk.sandbox.wire.discord.world.Shelf.Upload;
import pairdesk.sandbox.wire.discord.world.Window;

/** A request, read to its end before its turn comes. */
public final class Call {
  /** Set on the context once an answer was written. */
  static final String ANSWERED = "answered";

  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 100;

  private final Context context;
  private final JsonNode body;
  private final List<Upload> uploads;

  private Call(Context context, JsonNode body, List<Upload> uploads) {
    this.context = context;
    this.body = body;
    this.uploads = uploads;
  }

  /** What happens in a turn. */
  @FunctionalInterface
  public interface Work {
    Reply on(Call call);
  }

  /** Reads the whole request: nobody should wait in a turn for a slow sender. */
  public static Call read(Context context) {
    if (context.isMultipartFormData()) {
      @Nullable String payload = context.formParam("payload_json");
      JsonNode body = payload == null ? Json.object() : Json.readObject(payload);
      return new Call(context, body, uploads(context));
    }
    String text = context.body();
    return new Call(context, text.isBlank() ? Json.object() : Json.read(text), List.of());
  }

  /** Whether somebody has answered this request already. */
  public static boolean isAnswered(Context context) {
    return context.attribute(ANSWERED) != null;
  }

  public String path(String name) {
    return context.pathParam(name);
  }

  /** An id in the path, or error 50035 naming it. */
  public Snowflake id(String name) {
    return Snowflake.parse(path(name)).orElseThrow(() -> notAnId(name, path(name)));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /** The body as an object; any other JSON is an invalid form. */
  public ObjectNode object() {
    if (body instanceof ObjectNode object) {
      return object;
    }
    throw FormErrors.single(
        "_", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
  }

  public JsonNode array() {
    if (body.isArray()) {
      return body;
    }
    throw FormErrors.single("_", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
  }

  public Draft draft() {
    return new Draft(object(), uploads, "");
  }

  /** The part of a history that limit, before and after ask for. */
  public Window window() {
    int limit = query("limit").flatMap(Call::number).orElse(PAGE);
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw FormErrors.single(
          "limit", "NUMBER_TYPE_RANGE", "int value should be between 1 and 100.");
    }
    return new Window(limit, idInQuery("before"), idInQuery("after"));
  }

  private @Nullable Snowflake idInQuery(String name) {
    return query(name)
        .map(text -> Snowflake.parse(text).orElseThrow(() -> notAnId(name, text)))
        .orElse(null);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.of(-1);
  }

  private static ApiError notAnId(String name, String text) {
    return FormErrors.single(
        name, "NUMBER_TYPE_COERCE", "Value \"" + text + "\" is not snowflake.");
  }

  private static List<Upload> uploads(Context context) {
    return context.uploadedFileMap().entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(file -> upload(entry.getKey(), file)))
        .toList();
  }

  private static Upload upload(String part, UploadedFile file) {
    try (InputStream content = file.content()) {
      return new Upload(part, file.filename(), Bytes.of(content.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("upload " + part, e);
    }
  }
}
