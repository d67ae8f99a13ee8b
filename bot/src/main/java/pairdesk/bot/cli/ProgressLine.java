package pairdesk.bot.cli;

import java.io.Console;

/** How far long work is: one line that moves on a terminal, silence elsewhere. */
final class ProgressLine {
  private static final int BAR = 30;
  private static final int COUNTED = 1_000;

  private final boolean terminal = isTerminal();
  private int shown = -1;

  @SuppressWarnings("SystemConsoleNull") // without a terminal JDK 25 answers null again
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  void at(String step, long done, long total) {
    int full = total <= 0 ? 0 : Math.toIntExact(Math.min(BAR, done * BAR / total));
    if (terminal && (full != shown || done == total)) {
      shown = full;
      System.err.printf(
          "\r%-24.24s [%s%s] %,d of %,d",
          step, "#".repeat(full), " ".repeat(BAR - full), done, total);
    }
  }

  /** Where nobody knows how much there is. */
  void counted(String what, long done) {
    if (terminal && done % COUNTED == 0) {
      shown = 0;
      System.err.printf("\r%,d %s", done, what);
    }
  }

  void end() {
    if (terminal && shown >= 0) {
      System.err.println();
    }
  }
}
