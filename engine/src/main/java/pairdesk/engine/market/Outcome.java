package pairdesk.engine.market;

/** A side of a market. Two-name markets (teams, Up and Down) call their first outcome YES. */
public enum Outcome {
  YES,
  NO;

  public Outcome opposite() {
    return this == YES ? NO : YES;
  }
}
