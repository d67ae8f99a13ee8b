package pairdesk.engine.paper;

/** What a paper fill rests on, strongest first. */
public enum FillEvidence {
  /** Our taker met shares that a fresh book displayed and that no paper order had used up. */
  TOUCH,
  /** The other side's best went through the limit of our resting order. */
  TRADE_THROUGH,
  /**
   * All that was displayed before us at our price is gone and the book has moved away from it.
   * Weakest: those before us may have cancelled instead of traded.
   */
  QUEUE_PASSED
}
