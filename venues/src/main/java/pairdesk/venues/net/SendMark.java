package pairdesk.venues.net;

/** Until when the request of one call may leave, and whether it began to. */
final class SendMark {
  private final Deadline leaveBy;
  private volatile boolean begun;

  SendMark(Deadline leaveBy) {
    this.leaveBy = leaveBy;
  }

  Deadline leaveBy() {
    return leaveBy;
  }

  void set() {
    begun = true;
  }

  boolean begun() {
    return begun;
  }
}
