package pairdesk.bot.doctor;

/**
 * What was found at one point.
 *
 * @param text what was seen, one sentence; the words of others in it are untrusted
 * @param remedy what to do, one sentence; empty with PASS
 */
public record Finding(String subject, Result result, String text, String remedy) {

  /** How it stands. */
  public enum Result {
    PASS,
    FAIL,
    /** Could not be looked at: says nothing either way. */
    UNKNOWN
  }

  public static Finding pass(String subject, String text) {
    return new Finding(subject, Result.PASS, text, "");
  }

  public static Finding fail(String subject, String text, String remedy) {
    return new Finding(subject, Result.FAIL, text, remedy);
  }

  public static Finding unknown(String subject, String text, String remedy) {
    return new Finding(subject, Result.UNKNOWN, text, remedy);
  }
}
