package pairdesk.engine.notice;

/** How loudly people are told. */
public enum Severity {
  /** Merged with others. */
  INFO,
  /** A person should look today. */
  ATTENTION,
  /** Now; repeated until acknowledged. */
  ALARM
}
