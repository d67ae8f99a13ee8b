package pairdesk.bot.cli;

import java.io.Console;

/** How far long work is: one line that moves on a terminal, silence elsewhere. */
final class ProgressLine {
  private static final int BAR = 30;

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

  void end() {
    if (terminal && shown >= 0) {
      System.err.println();
    }
  }
}
