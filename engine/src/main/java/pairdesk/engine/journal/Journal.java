package pairdesk.engine.journal;

import java.util.List;

/** Takes rows in order and writes them in batches on its own thread. */
public interface Journal {

  /**
   * Queues the rows. Waits when the queue is full; never drops.
   *
   * @throws IllegalStateException when the journal is closed
   */
  void append(List<JournalRecord> rows);

  /** Returns when everything appended so far is committed. */
  void flush();
}
