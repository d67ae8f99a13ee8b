package pairdesk.sandbox.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pairdesk.engine.market.VenueId;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.StreamFault;
import pairdesk.sandbox.faults.When;
import pairdesk.sandbox.faults.When.Occurrence;

/** Reads the parts of a fault rule: {@code when} it applies and what it does. */
final class RuleReader {
  private static final int FOREVER = -1;

  private final Names names;

  RuleReader(Names names) {
    this.names = names;
  }

  /** What a rule is about. */
  enum Subject {
    REQUEST("method", "path"),
    MESSAGE("channel", "type");

    private final String name;
    private final String path;

    Subject(String name, String path) {
      this.name = name;
      this.path = path;
    }

    static Subject of(Input rule) {
      return switch (rule.text("on").orElse("request")) {
        case "request" -> REQUEST;
        case "message" -> MESSAGE;
        default -> throw rule.wrong("on", "want request or message");
      };
    }
  }

  /** Times count from the moment that is given. */
  When when(Input when, Subject subject, Instant now) {
    return new When(
        venue(when),
        when.pattern(subject.name),
        when.pattern(subject.path),
        when.pattern("body"),
        mentions(when),
        occurrence(when, now));
  }

  /** Complains now about what would be wrong later. */
  void check(Input when, Subject subject) {
    when(when, subject, Instant.EPOCH);
  }

  private static Optional<VenueId> venue(Input when) {
    return when.has("venue") ? Optional.of(when.venue("venue")) : Optional.empty();
  }

  private List<List<String>> mentions(Input when) {
    var mentions = new ArrayList<List<String>>();
    if (when.has("market")) {
      mentions.add(names.of(names.market(when)));
    }
    when.text("order").ifPresent(id -> mentions.add(names.ofOrder(id)));
    return mentions;
  }

  private static Occurrence occurrence(Input when, Instant now) {
    int percent = when.number("percent", 100);
    if (percent < 0 || percent > 100) {
      throw when.wrong("percent", "want 0 to 100");
    }
    Instant from = now.plus(when.span("afterMillis", 0));
    int lasts = when.numberFrom(FOREVER, "forMillis", FOREVER);
    return new Occurrence(
        when.numberFrom(1, "first", 1),
        when.numberFrom(0, "times", 0),
        percent,
        from,
        lasts == FOREVER ? Instant.MAX : from.plusMillis(lasts));
  }

  static RequestFault requestFault(Input action) {
    return switch (action.required("type")) {
      case "delay" -> new RequestFault.Delay(action.span("millis", 1_000));
      case "slowReply" -> new RequestFault.SlowReply(action.span("millis", 1_000));
      case "loseRequest", "close" -> new RequestFault.LoseRequest(action.span("holdMillis", 0));
      case "loseReply" -> new RequestFault.LoseReply(action.span("holdMillis", 0));
      case "bookLate" ->
          new RequestFault.BookLate(action.span("holdMillis", 0), action.span("millis", 5_000));
      case "replace" -> replace(action);
      case "edit" ->
          new RequestFault.Edit(action.read("find", Pattern::compile), action.required("put"));
      case "stale" -> new RequestFault.Stale();
      case "stall" -> new RequestFault.LoseRequest(action.span("millis", 60_000));
      case "truncate" -> new RequestFault.Truncate(action.numberFrom(0, "bytes", 10));
      case "drip" ->
          new RequestFault.Drip(
              action.numberFrom(1, "bytes", 1), action.span("everyMillis", 1_000));
      case "flood" -> new RequestFault.Flood(action.numberFrom(1, "megabytes", 200));
      case "duplicate" -> new RequestFault.Duplicate();
      default ->
          throw action.wrong(
              "type",
              "want delay, slowReply, loseRequest, loseReply, bookLate, replace, edit, stale,"
                  + " close, stall, truncate, drip, flood or duplicate");
    };
  }

  private static RequestFault.Replace replace(Input action) {
    return new RequestFault.Replace(
        action.flag("execute", false),
        action.number("status", 500),
        headers(action),
        action.textOrNull("body"));
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

  static StreamFault streamFault(Input action) {
    return switch (action.required("type")) {
      case "drop" -> new StreamFault.Drop();
      case "delay" -> new StreamFault.Delay(action.span("millis", 1_000));
      case "duplicate" -> new StreamFault.Duplicate();
      case "reorder" -> new StreamFault.Reorder();
      case "corrupt" -> new StreamFault.Corrupt();
      case "edit" ->
          new StreamFault.Edit(action.read("find", Pattern::compile), action.required("put"));
      case "closeSocket" -> new StreamFault.CloseSocket();
      case "freeze" -> new StreamFault.Freeze();
      case "halfOpen" -> new StreamFault.HalfOpen();
      default ->
          throw action.wrong(
              "type",
              "want drop, delay, duplicate, reorder, edit, corrupt, closeSocket, freeze"
                  + " or halfOpen");
    };
  }
}
