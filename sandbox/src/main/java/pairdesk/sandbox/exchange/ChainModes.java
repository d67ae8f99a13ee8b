package pairdesk.sandbox.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How Polymarket's relayer and the chain behind it behave. Safe from any thread. */
public final class ChainModes {
  private static final List<Step> USUAL =
      List.of(
          new Step(State.EXECUTED, Duration.ofMillis(500)),
          new Step(State.MINED, Duration.ofSeconds(2)),
          new Step(State.CONFIRMED, Duration.ofSeconds(3)));

  private final Deque<List<Step>> scripts = new ArrayDeque<>();
  private List<Step> usual = USUAL;
  private boolean autoRedeem;

  /** Where a relayed transaction is; the relayer writes STATE_ before it. */
  public enum State {
    NEW,
    EXECUTED,
    /** In a block: from here on it has its effect. */
    MINED,
    CONFIRMED,
    FAILED,
    INVALID;

    public boolean isFinal() {
      return this == CONFIRMED || this == FAILED || this == INVALID;
    }
  }

  /** A state that a transaction reaches this long after the one before. */
  public record Step(State state, Duration after) {}

  ChainModes() {}

  /** Whether winnings come by themselves, as for accounts that allow the AutoRedeemer. */
  public synchronized boolean autoRedeems() {
    return autoRedeem;
  }

  public synchronized void setAutoRedeem(boolean on) {
    autoRedeem = on;
  }

  /** The next transaction takes these steps instead of the usual ones. */
  public synchronized void script(List<Step> steps) {
    scripts.add(List.copyOf(steps));
  }

  public synchronized void setUsual(List<Step> steps) {
    usual = List.copyOf(steps);
  }

  /** What the next transaction goes through. */
  public synchronized List<Step> takeSteps() {
    return scripts.isEmpty() ? usual : scripts.remove();
  }
}
