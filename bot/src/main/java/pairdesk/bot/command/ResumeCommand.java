package pairdesk.bot.command;

import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.review.WordActions;

/** Ends a halt, by a typed word. */
final class ResumeCommand implements SlashCommand {
  private final Desk desk;

  ResumeCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "resume",
        "End a halt. Asks you to type the word; refused while anything is unresolved",
        Role.ADMIN,
        Answer.Audience.CHANNEL,
        List.of(),
        "/resume");
  }

  @Override
  public boolean isImmediate() {
    return true;
  }

  @Override
  public Answer answer(Input input) {
    if (!desk.view().desk().controls().halted()) {
      return Answer.refusal(input.texts(), input.texts().say("resume.nothing"));
    }
    return WordActions.askForResume(desk, input.caller());
  }
}
