package pairdesk.bot.command;

import java.util.List;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.BadInput;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Pages;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Lines;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.persistence.Audit;

/** Who did what, newest first, and whether the chain of hashes is whole. */
final class AuditCommand implements SlashCommand, ButtonAction {
  private static final String NAME = "audit";
  private static final int ON_PAGE = 15;
  private static final int DETAIL = 140;

  private final Desk desk;

  AuditCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        NAME,
        "Who did what, newest first, with a check of the chain of hashes",
        Role.ADMIN,
        Answer.Audience.CALLER,
        List.of(),
        "/audit");
  }

  @Override
  public Answer answer(Input input) {
    return page(desk.rows().audit().newestRow(), 1, Answer.Audience.CALLER, input.texts());
  }

  @Override
  public Set<String> actions() {
    return Set.of(NAME);
  }

  @Override
  public Role role() {
    return Role.ADMIN;
  }

  @Override
  public Answer.Audience audience() {
    return Answer.Audience.IN_PLACE;
  }

  /** Pages stay as they were when the list was asked for: rows are only ever added. */
  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    if (id.arguments().size() != 2 || !id.arguments().getFirst().matches("\\d{1,18}")) {
      throw BadInput.of("button.staleAsk", "/audit");
    }
    return page(
        Long.parseLong(id.arguments().getFirst()),
        Pages.wanted(id),
        Answer.Audience.IN_PLACE,
        caller.texts());
  }

  private Answer page(long newest, int wanted, Answer.Audience audience, Texts texts) {
    Audit audit = desk.rows().audit();
    long rows = audit.countTo(newest);
    Pages pages = Pages.of(wanted, rows, ON_PAGE);
    List<String> lines =
        audit.page(newest, pages.skip(ON_PAGE), ON_PAGE).stream().map(AuditCommand::line).toList();
    long broken = audit.firstBrokenRow();
    Card card =
        Card.of(
                broken == 0 ? Tone.INFO : Tone.BAD,
                texts.count("audit.title", rows),
                lines.isEmpty() ? texts.say("audit.none") : Lines.fit(lines, 4_000, texts))
            .withLine(
                texts.say("audit.chain"),
                broken == 0 ? texts.say("audit.whole") : texts.say("audit.broken", broken));
    return new Answer.Reply(card, pages.buttons(NAME, newest), audience);
  }

  private static String line(Audit.Entry entry) {
    return "`%d` %s **%s** %s: %s"
        .formatted(
            entry.id(),
            Numbers.ago(entry.at()),
            Shown.line(entry.actorName(), 32),
            Shown.line(entry.action(), 40),
            Shown.line(entry.detail(), DETAIL));
  }
}
