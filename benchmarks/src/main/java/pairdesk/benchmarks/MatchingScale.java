package pairdesk.benchmarks;

/**
 * Whole catalogues in one process: candidates of every listing among all of the other venue beside
 * Jaro and Winkler's likeness over all pairs and beside a plain index of words; the whole matcher
 * at growing sizes; and a new listing among the largest.
 */
public final class MatchingScale {
  private static final int EACH = 5_000;
  private static final int LARGE = 100_000;

  private MatchingScale() {}

  /**
   * @param args {@code candidates} or {@code growth}, and how many listings of Kalshi at most;
   *     none: both, with 5,000 and 100,000
   */
  public static void main(String[] args) {
    System.out.printf("%d processors%n%n", Runtime.getRuntime().availableProcessors());
    if (args.length == 0 || args[0].equals("candidates")) {
      new CandidateScale(args.length < 2 ? EACH : Integer.parseInt(args[1])).run();
    }
    if (args.length == 0 || args[0].equals("growth")) {
      MatcherScale.run(args.length < 2 ? LARGE : Integer.parseInt(args[1]));
    }
  }

  static void row(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }
}
