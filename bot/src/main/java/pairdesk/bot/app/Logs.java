package pairdesk.bot.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import pairdesk.bot.console.LogLine;

/**
 * One line for people, or JSON in containers; on standard error, so that output stays clean, and in
 * a file where one is wanted.
 */
public final class Logs {
  private static final String RECENT = "recent";
  private static final String WORDS = "%msg %kvp%nopex";
  private static final String REST = " %-5level %-18.18logger{0} %msg %kvp%n";
  private static final String LINE = "%d{HH:mm:ss.SSS}" + REST;

  /** A file is read on other days and in other zones. */
  private static final String FILE_LINE = "%d{\"yyyy-MM-dd HH:mm:ss.SSS\",UTC}" + REST;

  private static final FileSize LARGEST = new FileSize(50 * FileSize.MB_COEFFICIENT);
  private static final FileSize TOGETHER = new FileSize(FileSize.GB_COEFFICIENT);
  private static final int DAYS = 14;

  private Logs() {}

  /** Before there are settings. */
  public static void configure(boolean json, String level) {
    configure(new Settings.Logging(json, level, Optional.empty(), List.of()));
  }

  public static void configure(Settings.Logging logging) {
    LoggerContext context = context();
    context.reset();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setTarget("System.err");
    start(console, context, encoder(logging, LINE));
    root(context).setLevel(Level.WARN);
    context.getLogger("pairdesk").setLevel(Level.toLevel(logging.level()));
    remember(logging);
    logging.file().ifPresent(file -> addFile(file, logging));
  }

  private static void remember(Settings.Logging logging) {
    LoggerContext context = context();
    var redaction = new Redaction(logging.secrets());
    var lines =
        new RecentLines(
            redacting(text(context, WORDS), redaction),
            redacting(text(context, FILE_LINE), redaction));
    lines.setName(RECENT);
    lines.setContext(context);
    lines.start();
    root(context).addAppender(lines);
  }

  /** The newest lines of this level and above, oldest first; none before there are settings. */
  static List<LogLine> recent(LogLine.Level least, int most) {
    return root(context()).getAppender(RECENT) instanceof RecentLines lines
        ? lines.newest(least, most)
        : List.of();
  }

  /** Begun anew every day and when it is large; old ones are packed, and go at last. */
  private static void addFile(Path file, Settings.Logging logging) {
    LoggerContext context = context();
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setFile(file.toString());
    var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(file + ".%d{yyyy-MM-dd}.%i.gz");
    policy.setMaxFileSize(LARGEST);
    policy.setMaxHistory(DAYS);
    policy.setTotalSizeCap(TOGETHER);
    policy.start();
    appender.setRollingPolicy(policy);
    start(appender, context, encoder(logging, FILE_LINE));
  }

  private static void start(
      OutputStreamAppender<ILoggingEvent> appender,
      LoggerContext context,
      Encoder<ILoggingEvent> encoder) {
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    root(context).addAppender(appender);
  }

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  private static Logger root(LoggerContext context) {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /** Whatever the form: no line leaves with a secret in it. */
  private static Encoder<ILoggingEvent> encoder(Settings.Logging logging, String pattern) {
    LoggerContext context = context();
    return redacting(
        logging.json() ? json(context) : text(context, pattern), new Redaction(logging.secrets()));
  }

  private static Encoder<ILoggingEvent> redacting(
      Encoder<ILoggingEvent> plain, Redaction redaction) {
    var encoder = new RedactingEncoder(plain, redaction);
    encoder.setContext(context());
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> text(LoggerContext context, String pattern) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(pattern);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    return encoder;
  }

  private static Encoder<ILoggingEvent> json(LoggerContext context) {
    var encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}
