package pairdesk.sandbox.faults;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pairdesk.sandbox.wire.WireReply;

/** What happens to a request. */
public sealed interface RequestFault {

  /** Done and answered later. */
  record Delay(Duration before) implements RequestFault {}

  /** Done at once, answered later. */
  record SlowReply(Duration after) implements RequestFault {}

  /** Never done; after this long the connection is cut. */
  record LoseRequest(Duration hold) implements RequestFault {}

  /** Done, but after this long the connection is cut without a reply. */
  record LoseReply(Duration hold) implements RequestFault {}

  /** The connection is cut after {@code hold}; the request is done only after {@code late}. */
  record BookLate(Duration hold, Duration late) implements RequestFault {}

  /**
   * Another reply.
   *
   * @param execute whether the request is done all the same
   * @param body null keeps the handler's body
   */
  record Replace(boolean execute, int status, Map<String, String> headers, @Nullable String body)
      implements RequestFault {
    WireReply apply(WireReply original) {
      return new WireReply(
          status,
          headers.isEmpty() ? original.headers() : headers,
          body == null ? original.body() : body);
    }
  }

  /** Done; every find in the reply's body is replaced. */
  record Edit(Pattern find, String put) implements RequestFault {
    WireReply apply(WireReply original) {
      String edited = find.matcher(original.body()).replaceAll(Matcher.quoteReplacement(put));
      return new WireReply(original.status(), original.headers(), edited);
    }
  }

  /** Done; the reply breaks off after this many bytes. */
  record Truncate(int bytes) implements RequestFault {}

  /** Done; the reply comes in pieces of this size, with a wait before each. */
  record Drip(int bytes, Duration every) implements RequestFault {}

  /** Done; the reply goes on with this many more bytes, all of them blank. */
  record Flood(int megabytes) implements RequestFault {}

  /**
   * Not done: a read is answered with what the same request was told when it met no fault the last
   * time.
   */
  record Stale() implements RequestFault {}

  /** Done twice; the second reply is sent. */
  record Duplicate() implements RequestFault {}
}
