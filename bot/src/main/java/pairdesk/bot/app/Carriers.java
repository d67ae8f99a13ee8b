package pairdesk.bot.app;

/** The threads that carry virtual ones. */
public final class Carriers {
  private static final String PROPERTY = "jdk.virtualThreadScheduler.parallelism";
  private static final int FEWEST = 16;

  private Carriers() {}

  /**
   * Has more of them than a small machine has cores. A virtual thread that waits for a class to be
   * initialised keeps its carrier: on two cores two of them would stop all others, for good if one
   * of those holds what they wait for. To be called before there is any.
   */
  public static void becomeEnough() {
    if (System.getProperty(PROPERTY) == null) {
      int cores = Runtime.getRuntime().availableProcessors();
      System.setProperty(PROPERTY, Integer.toString(Math.max(cores, FEWEST)));
    }
  }
}
