package pairdesk.bot.command;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private static final Logger LOG = LoggerFactory.getLogger(HaltCommand.class);

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
    String notStored = " " + desk.texts().say("halt.notStored");
    boolean stored = store(input, reason);
    String said =
        switch (desk.ask(new OperatorRequest.Halt(reason, input.caller().actor()))) {
          case OperatorReply.Done(var text) -> stored ? text : text + notStored;
          case OperatorReply.Refused(var why) ->
              stored ? desk.texts().say("halt.stored") + " " + why : why + notStored;
        };
    return Answer.toChannel(
        Card.of(Tone.BAD, "HALTED", said)
            .withLine(desk.texts().say("halt.reason"), Shown.line(reason, 200)));
  }

  /**
   * Whether the row is committed. The engine must stop even when the database cannot be reached.
   */
  private boolean store(Input input, String reason) {
    try {
      desk.rows()
          .controls()
          .narrow(
              now -> new Controls(now.mode(), true, reason),
              input.caller().request(),
              desk.clock().instant());
      return true;
    } catch (RuntimeException e) { // whatever it is, it must not stand between a person and a halt
      LOG.atError().setCause(e).log("the halt is not stored");
      return false;
    }
  }
}
