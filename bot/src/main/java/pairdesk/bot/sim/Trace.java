package pairdesk.bot.sim;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A rolling hash of everything observable, and the last lines of it for a person. */
final class Trace {
  private static final int KEPT = 50;
  private static final long PRIME = 0x100000001b3L;

  private final Deque<Line> lines = new ArrayDeque<>(KEPT);
  private long hash = 0xcbf29ce484222325L;
  private long events;

  /** Texts are made only when somebody reads them. */
  private record Line(long event, Instant at, String what, Object subject) {}

  /** The next task begins. */
  void task(Timeline.Task task) {
    events++;
    fold(task.what().hashCode());
    fold(ChronoUnit.NANOS.between(Timeline.START, task.due()));
  }

  /** Something worth a line. */
  void note(Instant at, String what, Object subject) {
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    lines.addLast(new Line(events, at, what, subject));
  }

  void fold(long value) {
    hash = (hash ^ value) * PRIME;
  }

  long hash() {
    return hash;
  }

  long events() {
    return events;
  }

  List<String> lines() {
    var texts = new ArrayList<String>();
    for (Line line : lines) {
      texts.add("#%d %s %s %s".formatted(line.event(), line.at(), line.what(), line.subject()));
    }
    return texts;
  }
}
