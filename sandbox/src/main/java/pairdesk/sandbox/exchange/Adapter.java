package pairdesk.sandbox.exchange;

/** The contracts that exchange shares for dollars, each for its kind of markets. */
public enum Adapter {
  STANDARD,
  NEG_RISK
}
