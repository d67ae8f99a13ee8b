package pairdesk.sandbox.exchange;

/** Buy or sell an outcome. */
public enum Side {
  BUY,
  SELL;

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
