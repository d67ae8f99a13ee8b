package pairdesk.sandbox.wire.polymarket.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** A request that is answered with an error: status, body and headers as the venue sends them. */
public final class HttpRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient ObjectNode body;
  private final transient Map<String, String> headers;

  public HttpRefusal(int status, ObjectNode body, Map<String, String> headers) {
    super(status + " " + body, null, false, false);
    this.status = status;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  public static HttpRefusal of(int status, String error) {
    return new HttpRefusal(status, Json.object().put("error", error), Map.of());
  }

  public static HttpRefusal badRequest(String error) {
    return of(400, error);
  }

  public static HttpRefusal notFound(String error) {
    return of(404, error);
  }

  public static HttpRefusal unauthorized() {
    return of(401, "Unauthorized/Invalid api key");
  }

  /** Throws the refusal, where there is one. */
  public static void check(Optional<HttpRefusal> refusal) {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  public int status() {
    return status;
  }

  public ObjectNode body() {
    return body;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
