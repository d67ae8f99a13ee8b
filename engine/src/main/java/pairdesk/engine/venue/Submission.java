package pairdesk.engine.venue;

import java.util.function.Supplier;

/**
 * One order on its way to its venue; its outcome is to be awaited once, whatever happens meanwhile.
 *
 * @param hasLeft its bytes were handed to a socket already, or some of them may have been; else
 *     nothing of it has left, and it leaves while it is awaited
 * @param outcome blocks as {@link OrderGateway#submit} does
 */
public record Submission(boolean hasLeft, Supplier<SubmitOutcome> outcome) {

  /** Nothing of it has left. */
  public static Submission later(Supplier<SubmitOutcome> outcome) {
    return new Submission(false, outcome);
  }

  public SubmitOutcome await() {
    return outcome.get();
  }
}
