package pairdesk.bot.cli;

import java.util.List;
import pairdesk.matching.file.MatchFiles.BadLine;

/** Lines of input that were skipped, told to the person who gave the file. */
final class BadLines {
  private BadLines() {}

  static void print(List<BadLine> lines) {
    lines.forEach(bad ->
        System.err.println(bad.file() + " line " + bad.line() + " skipped: " + bad.problem()));
  }
}
