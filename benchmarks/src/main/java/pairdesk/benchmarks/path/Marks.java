package pairdesk.benchmarks.path;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When the tick under way reached each stage of the desk. Safe for threads. */
final class Marks {
  private final Map<Stage, Long> reachedAt = new ConcurrentHashMap<>();

  /** In their order. */
  enum Stage {
    BEGUN("task begun"),
    FIRST_PREPARED("first prepared"),
    PREPARED("both prepared"),
    COMMITTED("committed"),
    FIRST_SENT("first given to its client"),
    LAST_SENT("second given to its client"),
    WRITTEN("both written");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** A new tick begins. */
  void clear() {
    reachedAt.clear();
  }

  /** Counts the first time. */
  void reached(Stage stage) {
    reachedAt.putIfAbsent(stage, System.nanoTime());
  }

  /** An order is given to its venue's client. */
  void sent() {
    long now = System.nanoTime();
    if (reachedAt.putIfAbsent(Stage.FIRST_SENT, now) != null) {
      reachedAt.put(Stage.LAST_SENT, now);
    }
  }

  /** An order is with the kernel; the later one counts. */
  void written() {
    reachedAt.put(Stage.WRITTEN, System.nanoTime());
  }

  /** Of every stage that was reached. */
  Map<Stage, Long> nanosSince(long began) {
    var nanos = new EnumMap<Stage, Long>(Stage.class);
    reachedAt.forEach((stage, at) -> nanos.put(stage, at - began));
    return nanos;
  }
}
