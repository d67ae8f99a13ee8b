package pairdesk.sandbox.wire.polymarket.http;

import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.wire.WireRequest;

/** Query parameters; an empty one counts as absent. */
public final class Query {
  private Query() {}

  public static Optional<String> text(WireRequest request, String name) {
    return request.query(name);
  }

  /** Given several times, or once with commas. */
  public static List<String> list(WireRequest request, String name) {
    return request.queries(name).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /**
   * @throws HttpRefusal when it is no whole number from 0 to a thousand million
   */
  public static int number(WireRequest request, String name, int otherwise) {
    String value = text(request, name).orElse(Integer.toString(otherwise));
    if (!value.matches("[0-9]{1,9}")) {
      throw HttpRefusal.badRequest("invalid " + name);
    }
    return Integer.parseInt(value);
  }

  /**
   * Seconds since 1970.
   *
   * @throws HttpRefusal when it is no whole number
   */
  public static long seconds(WireRequest request, String name, long otherwise) {
    String value = text(request, name).orElse(Long.toString(otherwise));
    if (!value.matches("[0-9]{1,12}")) {
      throw HttpRefusal.badRequest("Invalid payload");
    }
    return Long.parseLong(value);
  }

  /** True or false; empty for anything else. */
  public static Optional<Boolean> flag(WireRequest request, String name) {
    return text(request, name)
        .filter(value -> value.equals("true") || value.equals("false"))
        .map(Boolean::parseBoolean);
  }
}
