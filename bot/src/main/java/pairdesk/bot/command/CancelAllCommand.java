package pairdesk.bot.command;

import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.review.CancelAllAction;

/** Cancels whatever rests, without stopping anything; asks first. */
final class CancelAllCommand implements SlashCommand {
  private final Desk desk;

  CancelAllCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "cancel_all",
        "Cancel everything that rests at the venues; shows what that is and asks first",
        Role.ADMIN,
        Answer.Audience.CALLER,
        List.of(),
        "/cancel_all");
  }

  @Override
  public Answer answer(Input input) {
    return CancelAllAction.question(desk, input.caller());
  }
}
