package pairdesk.venues.net;

/** Whether the request of one call began to be written. */
final class SendMark {
  private volatile boolean begun;

  void set() {
    begun = true;
  }

  boolean begun() {
    return begun;
  }
}
