package pairdesk.venues.net;

/**
 * Who may spend the last tokens of a rate budget. Each leaves a share of the capacity to those
 * above it, so that reading never keeps an order waiting and an entry never a hedge.
 */
public enum Priority {
  HEDGE(0),
  CANCEL(10),
  ENTRY(30),
  READ(50);

  private final int leavesPercent;

  Priority(int leavesPercent) {
    this.leavesPercent = leavesPercent;
  }

  int leavesPercent() {
    return leavesPercent;
  }
}
