package pairdesk.venues.net;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A call that is sent once and has begun to be; to be awaited once. */
public final class Sending {
  private final boolean left;
  private final Supplier<HttpOutcome> outcome;

  private Sending(boolean left, Supplier<HttpOutcome> outcome) {
    this.left = left;
    this.outcome = outcome;
  }

  /** Its bytes were handed to a socket, or some of them may have been. */
  static Sending left(Supplier<HttpOutcome> outcome) {
    return new Sending(true, outcome);
  }

  /** Nothing of it has left: it leaves while it is awaited. */
  public static Sending later(Supplier<HttpOutcome> outcome) {
    return new Sending(false, outcome);
  }

  public boolean hasLeft() {
    return left;
  }

  /** Blocks, like the call itself. */
  public HttpOutcome await() {
    return outcome.get();
  }

  /** The same, whose outcome is noted or changed when it is known. */
  public Sending then(UnaryOperator<HttpOutcome> heed) {
    return new Sending(left, () -> heed.apply(outcome.get()));
  }
}
