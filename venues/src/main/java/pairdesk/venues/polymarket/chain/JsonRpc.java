package pairdesk.venues.polymarket.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.HttpSigner;
import pairdesk.venues.net.Priority;
import pairdesk.venues.net.Redactor;
import pairdesk.venues.net.TokenBucket;
import pairdesk.venues.net.Toll;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;

/** JSON-RPC 2.0 over HTTP. The address may hold a key of the provider: it is never printed. */
final class JsonRpc {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpApi node;
  private final Toll toll;
  private final Duration limit;
  private final AtomicLong lastId = new AtomicLong();

  /** One question. */
  private record Request(String jsonrpc, long id, String method, List<Object> params) {}

  /** What became of a call that was made once. */
  sealed interface Sent {
    record Result(String text) implements Sent {}

    record Refusal(String message) implements Sent {}

    record NotSent(String reason) implements Sent {}

    record Unknown(String reason) implements Sent {}
  }

  JsonRpc(Transport transport, URI address, Duration limit, Chance chance) {
    this.node = new HttpApi(transport, address, HttpSigner.NONE, chance);
    this.toll = new Toll(new TokenBucket(chance.clock(), 40, 20), 1, Priority.READ);
    this.limit = limit;
  }

  /**
   * Asks, again while the node is busy.
   *
   * @return the whole answer, whose {@code result} is there or null
   * @throws VenueException when the node answers with an error, or with nothing usable
   */
  Fields ask(String method, Object... params) {
    Answered answer = node.read(call(method, params), limit);
    Fields fields = answer(method, answer);
    if (fields.has("error")) {
      throw new VenueException(method + ": " + error(fields));
    }
    return fields;
  }

  /** The answer's result where it is a text. */
  String text(String method, Object... params) {
    return ask(method, params).text("result");
  }

  /** Calls exactly once, for what changes something. */
  Sent send(String method, Object... params) {
    return switch (node.send(call(method, params), limit)) {
      case HttpOutcome.NotSent notSent -> new Sent.NotSent(notSent.reason());
      case HttpOutcome.Unknown unknown -> new Sent.Unknown(unknown.reason());
      case Answered answer -> sent(method, answer);
    };
  }

  private static Sent sent(String method, Answered answer) {
    try {
      Fields fields = answer(method, answer);
      return fields.has("error")
          ? new Sent.Refusal(error(fields))
          : new Sent.Result(fields.text("result"));
    } catch (VenueException e) {
      return new Sent.Unknown(String.valueOf(e.getMessage()));
    }
  }

  private static Fields answer(String method, Answered answer) {
    if (answer.isPage() || answer.body().isBlank()) {
      throw new VenueException(method + ": HTTP " + answer.status() + " without an answer");
    }
    return Fields.parse(answer.body());
  }

  private static String error(Fields answer) {
    return Redactor.redact(answer.object("error").text("message"));
  }

  private HttpCall call(String method, Object... params) {
    var request = new Request("2.0", lastId.incrementAndGet(), method, List.of(params));
    try {
      return HttpCall.post("/", JSON.writeValueAsString(request), toll);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + request, e);
    }
  }
}
