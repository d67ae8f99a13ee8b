package pairdesk.sandbox.faults;

/** Where the messages of a stream go in the end. */
public interface StreamSink {

  /** Sends; may block. */
  void send(String text);

  void close();

  /** Says goodbye with a code and a reason. */
  void close(int code, String reason);

  /** Stays open without a sign of life, even to pings. */
  void silence();
}
