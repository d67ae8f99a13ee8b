package pairdesk.matching.review;

/**
 * One clause of the settlement rules, side by side.
 *
 * @param left the deciding words of the Kalshi rules; empty where they do not say
 * @param right the deciding words of the Polymarket rules; empty where they do not say
 */
public record Clause(Topic topic, String left, String right, Verdict verdict) {

  /** What the clause settles. */
  public enum Topic {
    SOURCE("source"),
    INSTANT("instant and time zone"),
    THRESHOLD("threshold"),
    STRICTNESS("strictness"),
    TOUCH_OR_CLOSE("touch or close"),
    CANCELLATION("cancellation"),
    REVISIONS("revisions");

    private final String label;

    Topic(String label) {
      this.label = label;
    }

    /** As a person reads it. */
    public String label() {
      return label;
    }
  }

  /** In the order in which a person should read them. */
  public enum Verdict {
    DIFFERENT,
    NOT_STATED,
    EQUAL
  }
}
