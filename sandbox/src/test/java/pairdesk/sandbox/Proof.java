package pairdesk.sandbox;

/** That a fault is seen. */
@FunctionalInterface
interface Proof {

  /**
   * Does what comes before the fault, has it set, and looks for its effect.
   *
   * @param fault sets it
   */
  void show(Runnable fault) throws Exception;
}
