package pairdesk.sandbox.exchange;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is due when; tasks of one moment run in the order in which they were entered. */
final class Agenda {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparingLong(Task::number));
  private long entered;

  private record Task(Instant due, long number, Runnable work) {}

  void at(Instant due, Runnable work) {
    tasks.add(new Task(due, entered++, work));
  }

  /** Runs everything due, including what that enters in turn. */
  void runDue(Instant now) {
    for (Task next = tasks.peek(); next != null && !next.due().isAfter(now); next = tasks.peek()) {
      tasks.remove();
      next.work().run();
    }
  }

  Optional<Instant> nextDue() {
    return Optional.ofNullable(tasks.peek()).map(Task::due);
  }
}
