package pairdesk.bot.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Simulated time: jumps from one task to the next. Of tasks due together the seed picks. */
final class Timeline implements InstantSource {
  static final Instant START = Instant.parse("2026-10-01T12:00:00Z");

  private final PriorityQueue<Task> heap =
      new PriorityQueue<>(
          Comparator.comparing(Task::due)
              .thenComparingLong(Task::tie)
              .thenComparingLong(Task::number));
  private final Chance ties;
  private Instant now = START;
  private long number;

  /**
   * @param what a constant, for the trace
   */
  record Task(Instant due, long tie, long number, String what, Runnable work) {}

  Timeline(Chance ties) {
    this.ties = ties;
  }

  @Override
  public Instant instant() {
    return now;
  }

  void at(Instant due, String what, Runnable work) {
    Instant earliest = due.isBefore(now) ? now : due;
    heap.add(new Task(earliest, ties.tie(), number++, what, work));
  }

  void after(Duration delay, String what, Runnable work) {
    at(now.plus(delay), what, work);
  }

  /** The next task that is due by this moment; time moves on to it, or else to the moment. */
  Optional<Task> next(Instant until) {
    Task first = heap.peek();
    if (first == null || first.due().isAfter(until)) {
      now = until;
      return Optional.empty();
    }
    heap.remove();
    now = first.due();
    return Optional.of(first);
  }
}
