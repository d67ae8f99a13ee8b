package pairdesk.benchmarks.path;

import java.util.List;
import pairdesk.engine.journal.IntentStore;
import pairdesk.engine.journal.Journal;
import pairdesk.engine.journal.JournalRecord;

/** Where the desk keeps what it is about to do, and what it did. */
interface Stores extends AutoCloseable {

  /** Keeps nothing, and says at once that it did. */
  Stores NONE =
      new Stores() {
        @Override
        public IntentStore intents() {
          return (_, _, _, _) -> new IntentStore.Outcome.Committed();
        }

        @Override
        public Journal journal() {
          return new Forgetful();
        }

        @Override
        public void close() {}
      };

  IntentStore intents();

  Journal journal();

  @Override
  void close();

  /** Keeps nothing. */
  record Forgetful() implements Journal {
    @Override
    public void append(List<JournalRecord> rows) {}

    @Override
    public void flush() {}
  }
}
