package pairdesk.bot.command;

import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.SlashCommand;

/** How the desk and its venues are. */
final class StatusCommand implements SlashCommand {
  private final Desk desk;

  StatusCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "status",
        "Mode, venues, breakers, exposure and figures of the desk",
        Role.VIEWER,
        Answer.Audience.CALLER,
        List.of(PublicOption.option()),
        "/status public:true");
  }

  @Override
  public Answer answer(Input input) {
    return new Answer.Reply(
        StatusCard.of(desk, PublicOption.spoken(input, desk).texts()),
        List.of(),
        PublicOption.audience(input));
  }
}
