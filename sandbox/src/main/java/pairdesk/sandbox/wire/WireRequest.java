package pairdesk.sandbox.wire;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param path as sent, without the query
 * @param headers names in lower case
 * @param body empty when there was none
 */
public record WireRequest(
    String method,
    String path,
    Parameters parameters,
    Map<String, String> headers,
    String body,
    Instant arrivedAt) {

  /** What the path and the query say, decoded. */
  public record Parameters(Map<String, String> path, Map<String, List<String>> query) {}

  public static WireRequest of(Context context, Instant arrivedAt) {
    var headers = new TreeMap<String, String>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new WireRequest(
        context.method().name(),
        context.req().getRequestURI(),
        new Parameters(Map.copyOf(context.pathParamMap()), Map.copyOf(context.queryParamMap())),
        headers,
        context.body(),
        arrivedAt);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The first value of a query parameter that is not empty. */
  public Optional<String> query(String name) {
    return queries(name).stream().filter(v -> !v.isEmpty()).findFirst();
  }

  public List<String> queries(String name) {
    return parameters.query().getOrDefault(name, List.of());
  }

  /** A part of the path that the route names. */
  public String pathParam(String name) {
    String value = parameters.path().get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no part " + name + ": " + path);
    }
    return value;
  }
}
