package pairdesk.bot.command;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Attachment;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.LogLine;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Table;
import pairdesk.bot.text.Texts;

/**
 * The newest lines of the log without secrets, for the caller alone; who looked is written down.
 */
final class LogsCommand implements SlashCommand {
  private static final String NAME = "logs";
  private static final int USUAL = 20;
  private static final int MOST = 50;
  private static final int SHOWN = 3_800;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Desk desk;

  LogsCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        NAME,
        "The newest lines of the program's log, without secrets",
        Role.ADMIN,
        Answer.Audience.CALLER,
        List.of(
            Option.choice("level", "This one and above (default: info)", "info", "warn", "error"),
            Option.number("limit", "How many (default 20)", 1, MOST)),
        "/logs level:warn");
  }

  @Override
  public Answer answer(Input input) {
    var level = LogLine.Level.valueOf(input.text("level").orElse("info").toUpperCase(Locale.ROOT));
    List<LogLine> lines = desk.logs(level, Math.toIntExact(input.number("limit", USUAL)));
    desk.rows()
        .audit()
        .appendOnce(
            input.caller().request(),
            NAME,
            level + ", " + lines.size() + " lines",
            desk.clock().instant());
    Texts texts = input.texts();
    String title = texts.say("logs.title", level, lines.size());
    return lines.isEmpty()
        ? Answer.toCaller(Card.of(Tone.INFO, title, texts.say("logs.none")))
        : new Answer.Reply(
            Card.of(tone(lines), title, texts.say("logs.file") + "\n" + table(lines, texts)),
            List.of(),
            Answer.Audience.CALLER,
            List.of(file(lines)),
            null);
  }

  private static Tone tone(List<LogLine> lines) {
    return lines.stream().anyMatch(line -> line.level() == LogLine.Level.ERROR)
        ? Tone.BAD
        : Tone.INFO;
  }

  /** Newest first, so that it is the old ones that do not fit. */
  private static String table(List<LogLine> lines, Texts texts) {
    var table =
        new Table(
            Table.Column.left(texts.say("column.utc"), 8),
            Table.Column.left(texts.say("column.level"), 5),
            Table.Column.left(texts.say("column.words"), 39));
    for (LogLine line : lines.reversed()) {
      table.row(TIME.format(line.at()), line.level().name(), line.words());
    }
    return table.text(SHOWN, texts);
  }

  /** Whole, in the order in which they were written. */
  private static Attachment file(List<LogLine> lines) {
    String text = lines.stream().map(LogLine::whole).collect(Collectors.joining("\n", "", "\n"));
    return new Attachment("pairdesk-log.txt", text.getBytes(StandardCharsets.UTF_8));
  }
}
