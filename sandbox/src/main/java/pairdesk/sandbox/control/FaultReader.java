package pairdesk.sandbox.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import pairdesk.sandbox.faults.RequestFault;
import pairdesk.sandbox.faults.StreamFault;

/** Reads what a fault rule does. */
final class FaultReader {

  private static final Set<Integer> CLOSE_CODES =
      Set.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014);

  private FaultReader() {}

  static RequestFault request(Input action) {
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
    int status = action.number("status", 500);
    if (status < 200 || status > 599) {
      throw action.wrong("status", "want 200 to 599");
    }
    return new RequestFault.Replace(
        action.flag("execute", false), status, headers(action), action.textOrNull("body"));
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

  static StreamFault message(Input action) {
    return switch (action.required("type")) {
      case "drop" -> new StreamFault.Drop();
      case "delay" -> new StreamFault.Delay(action.span("millis", 1_000));
      case "duplicate" -> new StreamFault.Duplicate();
      case "reorder" -> new StreamFault.Reorder();
      case "corrupt" -> new StreamFault.Corrupt();
      case "edit" ->
          new StreamFault.Edit(action.read("find", Pattern::compile), action.required("put"));
      case "insert" -> new StreamFault.Insert(action.required("text"));
      case "closeSocket" -> action.has("code") ? goodbye(action) : new StreamFault.CloseSocket();
      case "freeze" -> new StreamFault.Freeze();
      case "halfOpen" -> new StreamFault.HalfOpen();
      default ->
          throw action.wrong(
              "type",
              "want drop, delay, duplicate, reorder, edit, corrupt, insert, closeSocket,"
                  + " freeze or halfOpen");
    };
  }

  /** With a code that a server may send, as RFC 6455 has it. */
  private static StreamFault.Goodbye goodbye(Input action) {
    int code = action.number("code", 1000);
    if (!CLOSE_CODES.contains(code) && (code < 3_000 || code > 4_999)) {
      throw action.wrong("code", "want a code that may be sent, such as 1001");
    }
    return new StreamFault.Goodbye(code, action.text("reason").orElse(""));
  }
}
