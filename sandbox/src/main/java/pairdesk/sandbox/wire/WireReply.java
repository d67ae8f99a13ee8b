package pairdesk.sandbox.wire;

import java.util.Map;
import java.util.TreeMap;

/** A reply before it is sent. */
public record WireReply(int status, Map<String, String> headers, String body) {
  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

  public WireReply {
    headers = Map.copyOf(headers);
  }

  public static WireReply json(int status, String body) {
    return new WireReply(status, JSON, body);
  }

  public static WireReply empty(int status) {
    return new WireReply(status, Map.of(), "");
  }

  public WireReply with(String header, String value) {
    var more = new TreeMap<>(headers);
    more.put(header, value);
    return new WireReply(status, more, body);
  }
}
