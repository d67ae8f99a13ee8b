package pairdesk.bot.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import pairdesk.engine.operator.Actor;

/**
 * Suggestions that were refused. Every key press asks for some: the first of a person and a command
 * opens a window and makes a row, those after it are counted until it ends. So there are at most
 * two rows a window, and people beyond {@link #MOST} windows share one for each command. Any
 * thread.
 */
final class RefusedSuggestions {
  static final Duration WINDOW = Duration.ofMinutes(10);
  static final int MOST = 1_000;

  private static final Actor OTHERS = new Actor("discord:others", "others");

  /** Oldest first: all are equally long, so the first one ends first. */
  private final SequencedMap<Key, Window> windows = new LinkedHashMap<>();

  private record Key(String actorId, String command) {}

  private record Window(Actor actor, String command, Instant began, long more) {
    Window counted() {
      return new Window(actor, command, began, more + 1);
    }

    Row row(Instant at) {
      return new Row(
          actor, "suggestions of /%s, %d more since %s".formatted(command, more, began), at);
    }
  }

  /** What is to be written down. */
  record Row(Actor actor, String detail, Instant at) {}

  /** One more; with the rows of the windows that have ended before it. */
  synchronized List<Row> refused(Actor actor, String command, Instant now) {
    List<Row> rows = ended(now);
    boolean known = windows.containsKey(new Key(actor.id(), command));
    Actor who = known || windows.size() < MOST ? actor : OTHERS;
    var key = new Key(who.id(), command);
    Window open = windows.get(key);
    if (open == null) {
      windows.put(key, new Window(who, command, now, 0));
      rows.add(new Row(who, "suggestions of /" + command, now));
    } else {
      windows.put(key, open.counted());
    }
    return rows;
  }

  /** Ends what has lasted long enough; a row for each in which there was more than the first. */
  synchronized List<Row> ended(Instant now) {
    var rows = new ArrayList<Row>();
    while (!windows.isEmpty()
        && !windows.firstEntry().getValue().began().plus(WINDOW).isAfter(now)) {
      close(windows.pollFirstEntry().getValue(), now, rows);
    }
    return rows;
  }

  /** Ends everything. */
  synchronized List<Row> rest(Instant now) {
    var rows = new ArrayList<Row>();
    windows.values().forEach(window -> close(window, now, rows));
    windows.clear();
    return rows;
  }

  private static void close(Window window, Instant now, List<Row> rows) {
    if (window.more() > 0) {
      rows.add(window.row(now));
    }
  }
}
