package pairdesk.bot.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Attachment;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.report.ReportFormat;
import pairdesk.bot.report.ReportKind;
import pairdesk.bot.report.ReportQuery;
import pairdesk.engine.control.Mode;
import pairdesk.persistence.Archive;

/** A report as a file, for the caller alone; who took which is written down. */
final class ExportCommand implements SlashCommand {
  private static final String NAME = "export";

  private final Desk desk;

  ExportCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        NAME,
        "Orders, fills, positions, profit and more as a file with every digit",
        Role.OPERATOR,
        Answer.Audience.CALLER,
        List.of(
            Option.choice("kind", "What", words(ReportKind.values())).must(),
            Option.choice("format", "How (default: csv)", words(ReportFormat.values())),
            Option.number("days", "Only the last days (default: everything)", 1, 3_650),
            AccountOption.option()),
        "/export kind:fills days:30");
  }

  private static String[] words(ReportKind... kinds) {
    return Arrays.stream(kinds).map(ReportKind::word).toArray(String[]::new);
  }

  private static String[] words(ReportFormat... formats) {
    return Arrays.stream(formats).map(ReportFormat::word).toArray(String[]::new);
  }

  @Override
  public Answer answer(Input input) {
    ReportKind kind = ReportKind.of(input.text("kind").orElseThrow()).orElseThrow();
    if (kind == ReportKind.AUDIT && !input.role().includes(Role.ADMIN)) {
      wroteDown(input, "refused", "/export kind:audit");
      return Answer.refusal(input.texts(), input.texts().say("export.adminsOnly"));
    }
    ReportQuery query = query(input, kind);
    ReportFormat format =
        input.text("format").orElse("csv").equals("csv") ? ReportFormat.CSV : ReportFormat.JSON;
    var file = new Bounded();
    long rows = write(query, format, file);
    String paper = query.mode() == Mode.PAPER ? "-paper" : "";
    String name = "pairdesk-%s%s.%s".formatted(kind.word(), paper, format.word());
    wroteDown(input, NAME, name + ", " + rows + " rows");
    return new Answer.Reply(
        Card.of(
                Tone.INFO,
                (kind.hasPaper() ? AccountOption.mark(query.mode()) : "")
                    + input.texts().say("export.title", kind.word()),
                input.texts().say("export.text"))
            .with(input.texts().say("export.rows"), Long.toString(rows))
            .with(
                input.texts().say("export.size"),
                input.texts().say("export.bytes", String.format(Locale.ROOT, "%,d", file.size()))),
        List.of(),
        Answer.Audience.CALLER,
        List.of(new Attachment(name, file.toByteArray())),
        null);
  }

  private void wroteDown(Input input, String action, String detail) {
    desk.rows()
        .audit()
        .appendOnce(input.caller().request(), action, detail, desk.clock().instant());
  }

  private ReportQuery query(Input input, ReportKind kind) {
    if (!kind.hasPaper() && input.text(AccountOption.NAME).filter("paper"::equals).isPresent()) {
      throw BadInput.of("export.noPaper", kind.word());
    }
    Mode mode = kind.hasPaper() ? AccountOption.asked(input, desk) : Mode.LIVE;
    long days = input.number("days", 0);
    Instant now = desk.clock().instant();
    Archive.Span span =
        days == 0
            ? ReportQuery.ALWAYS
            : new Archive.Span(now.minus(Duration.ofDays(days)), now.plusSeconds(1));
    return new ReportQuery(kind, mode, span);
  }

  private long write(ReportQuery query, ReportFormat format, Bounded to) {
    try (var writer = new OutputStreamWriter(to, StandardCharsets.UTF_8)) {
      return format.write(desk.rows().reports().of(query), writer);
    } catch (TooLong e) {
      throw BadInput.of(e, "export.tooLarge");
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Stops at what a message may carry, instead of filling the memory. */
  private static final class Bounded extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      if (size() + length > Attachment.MOST_BYTES) {
        throw new TooLong();
      }
      super.write(bytes, from, length);
    }
  }
}
