package pairdesk.bot.cli;

/** Exit codes that mean something to a script; numbers as in {@code sysexits.h}. */
final class ExitCodes {
  static final int DONE = 0;

  /** What was asked for did not come out as it should. */
  static final int FAILED = 1;

  /** Another process holds the account, or a service is not there. */
  static final int UNAVAILABLE = 69;

  /** The program itself is broken. */
  static final int INTERNAL = 70;

  /** Settings are missing or wrong. */
  static final int CONFIGURATION = 78;

  private ExitCodes() {}
}
