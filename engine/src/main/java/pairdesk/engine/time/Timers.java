package pairdesk.engine.time;

import java.time.Instant;

/** Something that calls back when a moment has come. */
public interface Timers {

  /** A wish that can be taken back. */
  interface Handle {
    void cancel();
  }

  /**
   * Runs the task at or soon after the moment, on the timer's own thread: the task must be short.
   */
  Handle at(Instant due, Runnable task);
}
