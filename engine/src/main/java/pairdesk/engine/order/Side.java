package pairdesk.engine.order;

/** Buy or sell the instrument. Selling is only ever closing: nobody sells what they do not own. */
public enum Side {
  BUY,
  SELL;

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }
}
