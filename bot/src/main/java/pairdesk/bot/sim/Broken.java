package pairdesk.bot.sim;

/** An invariant that does not hold: its name, and both numbers in the message. */
final class Broken extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String invariant;

  Broken(String invariant, String numbers) {
    super(numbers);
    this.invariant = invariant;
  }

  String invariant() {
    return invariant;
  }
}
