package pairdesk.sandbox.faults;

import java.time.Duration;
import java.util.regex.Pattern;

/** What happens to an outgoing stream message. */
public sealed interface StreamFault {

  /** Never sent. */
  record Drop() implements StreamFault {}

  /** Sent later, and with it all that follows. */
  record Delay(Duration by) implements StreamFault {}

  /** Sent twice. */
  record Duplicate() implements StreamFault {}

  /** Sent after the message that follows. */
  record Reorder() implements StreamFault {}

  /** Sent with every find replaced. */
  record Edit(Pattern find, String put) implements StreamFault {}

  /** Its second half is cut off. */
  record Corrupt() implements StreamFault {}

  /** The connection is cut instead. */
  record CloseSocket() implements StreamFault {}

  /** The socket is closed instead, with this code and reason. */
  record Goodbye(int code, String reason) implements StreamFault {}

  /** Sent with this message in front of it. */
  record Insert(String text) implements StreamFault {}

  /** From here on the socket stays open and silent. */
  record Freeze() implements StreamFault {}

  /**
   * From here on the socket stays open, but nothing is sent and nothing that comes is read: pings
   * are not answered, and closing is not noticed.
   */
  record HalfOpen() implements StreamFault {}
}
