package pairdesk.sandbox.wire.discord.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP answer: status, JSON body if any, headers beyond the usual. */
public record Reply(int status, @Nullable JsonNode body, Map<String, String> headers) {
  public static final Reply NO_CONTENT = new Reply(204, null, Map.of());

  public static Reply ok(JsonNode body) {
    return new Reply(200, body, Map.of());
  }

  public static Reply error(int status, JsonNode body) {
    return new Reply(status, body, Map.of());
  }

  public void send(Context context) {
    context.status(status);
    headers.forEach(context::header);
    if (body != null) {
      context.contentType("application/json").result(body.toString());
    }
    context.attribute(Call.ANSWERED, true);
  }
}
