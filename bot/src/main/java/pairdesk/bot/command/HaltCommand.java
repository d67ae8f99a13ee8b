package pairdesk.bot.command;

import java.util.List;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Shown;
import pairdesk.engine.control.Controls;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;

/** Stops everything new at once. The row is committed first: from there no entry can leave. */
final class HaltCommand implements SlashCommand {
  private final Desk desk;

  HaltCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "halt",
        "Stop at once: nothing new, everything resting is cancelled. No confirmation",
        Role.OPERATOR,
        Answer.Audience.CHANNEL,
        List.of(Option.text("reason", "Why, for the record")),
        "/halt reason:strange prices");
  }

  @Override
  public Answer answer(Input input) {
    String reason = input.text("reason").orElse("no reason given");
    Controls now = desk.rows().controls().read();
    desk.rows()
        .controls()
        .set(
            new Controls(now.mode(), true, reason),
            input.caller().request(),
            desk.clock().instant());
    String engine =
        switch (desk.ask(new OperatorRequest.Halt(reason, input.caller().actor()))) {
          case OperatorReply.Done(var text) -> text;
          case OperatorReply.Refused(var why) -> "The halt is stored and binds every order. " + why;
        };
    return Answer.toChannel(
        Card.of(Tone.BAD, "HALTED", engine).withLine("Reason", Shown.line(reason, 200)));
  }
}
