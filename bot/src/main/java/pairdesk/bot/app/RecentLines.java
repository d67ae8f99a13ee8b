package pairdesk.bot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pairdesk.bot.console.LogLine;

/**
 * The newest lines of the log, in memory: so many of each level, so that chatter does not push out
 * what mattered. Any thread.
 */
final class RecentLines extends AppenderBase<ILoggingEvent> {
  static final int OF_EACH_LEVEL = 50;
  private static final int LONGEST = 4_000;

  private final Encoder<ILoggingEvent> words;
  private final Encoder<ILoggingEvent> whole;
  private final Map<LogLine.Level, Deque<Numbered>> lines = new EnumMap<>(LogLine.Level.class);
  private long next;

  private record Numbered(long number, LogLine line) {}

  /** Both encoders leave out secrets. */
  RecentLines(Encoder<ILoggingEvent> words, Encoder<ILoggingEvent> whole) {
    this.words = words;
    this.whole = whole;
  }

  @Override
  protected void append(ILoggingEvent event) {
    var line =
        new LogLine(
            Instant.ofEpochMilli(event.getTimeStamp()),
            level(event.getLevel()),
            text(words, event),
            text(whole, event));
    synchronized (lines) {
      Deque<Numbered> ofLevel = lines.computeIfAbsent(line.level(), _ -> new ArrayDeque<>());
      ofLevel.addLast(new Numbered(next, line));
      next++;
      if (ofLevel.size() > OF_EACH_LEVEL) {
        ofLevel.removeFirst();
      }
    }
  }

  /**
   * Of this level and above, oldest first.
   *
   * @param most at most {@value #OF_EACH_LEVEL}
   */
  List<LogLine> newest(LogLine.Level least, int most) {
    List<Numbered> found;
    synchronized (lines) {
      found =
          lines.entrySet().stream()
              .filter(entry -> entry.getKey().compareTo(least) >= 0)
              .flatMap(entry -> entry.getValue().stream())
              .sorted(Comparator.comparingLong(Numbered::number))
              .toList();
    }
    return found.subList(Math.max(0, found.size() - most), found.size()).stream()
        .map(Numbered::line)
        .toList();
  }

  private static String text(Encoder<ILoggingEvent> encoder, ILoggingEvent event) {
    String text = new String(encoder.encode(event), StandardCharsets.UTF_8).strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
  }

  private static LogLine.Level level(Level level) {
    return switch (level.levelInt) {
      case Level.ERROR_INT -> LogLine.Level.ERROR;
      case Level.WARN_INT -> LogLine.Level.WARN;
      case Level.INFO_INT -> LogLine.Level.INFO;
      default -> LogLine.Level.DEBUG;
    };
  }
}
