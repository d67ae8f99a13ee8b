package pairdesk.bot.halt;

import pairdesk.engine.journal.Recovered;

/** The desk's rows, as a halt needs them. Blocking. */
public interface HaltBook {
  /**
   * Commits the halt: from then on no intent that adds risk is committed.
   *
   * @throws RuntimeException when it is not certain that it is stored; may be called again
   */
  void store(String reason);

  /**
   * What the desk had open by its own rows.
   *
   * @throws RuntimeException when they cannot be read
   */
  Recovered open();
}
