package pairdesk.sandbox.wire.kalshi;

/**
 * A tier's request budgets in tokens.
 *
 * @param tier Kalshi's name of it
 */
public record Limits(String tier, Budget read, Budget write) {

  /**
   * @param perSecond refilled continuously
   * @param capacity held at most
   */
  public record Budget(int perSecond, int capacity) {}

  public static Limits basic() {
    return new Limits("basic", new Budget(200, 400), new Budget(100, 100));
  }

  public static Limits advanced() {
    return new Limits("advanced", new Budget(300, 600), new Budget(300, 600));
  }
}
