package pairdesk.sandbox.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pairdesk.sandbox.faults.Faults;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.StreamFault;
import pairdesk.sandbox.faults.When;
import pairdesk.sandbox.faults.When.Occurrence;

/** Reads fault rules: {@code {"on","when":{…},"do":{…}}}. */
final class Rules {
  private static final int FOREVER = -1;

  private final Faults faults;

  Rules(Faults faults) {
    this.faults = faults;
  }

  void add(Input rule, Instant now) {
    Input when = rule.object("when");
    Input action = rule.object("do");
    switch (rule.text("on").orElse("request")) {
      case "request" -> faults.onRequest(when(when, "method", "path", now), requestFault(action));
      case "message" -> faults.onMessage(when(when, "channel", "type", now), streamFault(action));
      default -> throw rule.wrong("on", "want request or message");
    }
  }

  private static When when(Input when, String name, String path, Instant now) {
    int millis = when.number("forMillis", FOREVER);
    int percent = when.number("percent", 100);
    if (percent < 0 || percent > 100) {
      throw when.wrong("percent", "want 0 to 100");
    }
    return new When(
        when.has("venue") ? Optional.of(when.venue("venue")) : Optional.empty(),
        when.pattern(name),
        when.pattern(path),
        when.pattern("body"),
        new Occurrence(
            when.number("first", 1),
            when.number("times", 0),
            percent,
            millis == FOREVER ? Instant.MAX : now.plusMillis(millis)));
  }

  private static RequestFault requestFault(Input action) {
    return switch (action.required("type")) {
      case "delay" -> new RequestFault.Delay(action.millis("millis", 1_000));
      case "loseRequest", "close" -> new RequestFault.LoseRequest(action.millis("holdMillis", 0));
      case "loseReply" -> new RequestFault.LoseReply(action.millis("holdMillis", 0));
      case "bookLate" ->
          new RequestFault.BookLate(action.millis("holdMillis", 0), action.millis("millis", 5_000));
      case "replace" ->
          new RequestFault.Replace(
              action.flag("execute", false),
              action.number("status", 500),
              headers(action),
              action.textOrNull("body"));
      case "edit" ->
          new RequestFault.Edit(action.read("find", Pattern::compile), action.required("put"));
      case "stall" -> new RequestFault.LoseRequest(action.millis("millis", 60_000));
      case "truncate" -> new RequestFault.Truncate(action.number("bytes", 10));
      case "duplicate" -> new RequestFault.Duplicate();
      default ->
          throw action.wrong(
              "type",
              "want delay, loseRequest, loseReply, bookLate, replace, edit, close, stall, truncate"
                  + " or duplicate");
    };
  }

  private static Map<String, String> headers(Input action) {
    var headers = new HashMap<String, String>();
    if (action.has("headers")) {
      for (Input header : action.list("headers")) {
        headers.put(header.required("name"), header.required("value"));
      }
    }
    return headers;
  }

  private static StreamFault streamFault(Input action) {
    return switch (action.required("type")) {
      case "drop" -> new StreamFault.Drop();
      case "delay" -> new StreamFault.Delay(action.millis("millis", 1_000));
      case "duplicate" -> new StreamFault.Duplicate();
      case "reorder" -> new StreamFault.Reorder();
      case "edit" ->
          new StreamFault.Edit(action.read("find", Pattern::compile), action.required("put"));
      case "corrupt" -> new StreamFault.Corrupt();
      case "closeSocket" -> new StreamFault.CloseSocket();
      case "freeze" -> new StreamFault.Freeze();
      default ->
          throw action.wrong(
              "type", "want drop, delay, duplicate, reorder, edit, corrupt, closeSocket or freeze");
    };
  }
}
