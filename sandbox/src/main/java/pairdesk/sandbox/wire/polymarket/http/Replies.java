package pairdesk.sandbox.wire.polymarket.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import pairdesk.sandbox.wire.WireReply;

/** Answers of the venue: compact JSON. */
public final class Replies {
  private Replies() {}

  public static WireReply json(JsonNode body) {
    return WireReply.json(200, Json.write(body));
  }

  public static WireReply json(JsonNode body, Map<String, String> headers) {
    return with(json(body), headers);
  }

  static WireReply refusal(HttpRefusal refusal) {
    return with(WireReply.json(refusal.status(), Json.write(refusal.body())), refusal.headers());
  }

  private static WireReply with(WireReply reply, Map<String, String> headers) {
    WireReply all = reply;
    for (var header : headers.entrySet()) {
      all = all.with(header.getKey(), header.getValue());
    }
    return all;
  }
}
