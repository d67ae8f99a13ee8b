package pairdesk.bot.command;

import java.util.List;
import java.util.Locale;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.console.Tone;
import pairdesk.bot.review.WordActions;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.ControlStore;

/** Sets how far the desk goes. LIVE asks for the word. */
final class ModeCommand implements SlashCommand {
  private final Desk desk;

  ModeCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        "mode",
        "Set the mode: monitor, paper or live. LIVE asks you to type the word",
        Role.ADMIN,
        Answer.Audience.CHANNEL,
        List.of(Option.choice("set", "The new mode", "monitor", "paper", "live").must()),
        "/mode set:live");
  }

  @Override
  public boolean isImmediate() {
    return true;
  }

  @Override
  public Answer answer(Input input) {
    Mode mode = Mode.valueOf(input.text("set").orElseThrow().toUpperCase(Locale.ROOT));
    if (mode == Mode.LIVE) {
      return WordActions.askForLive(desk, input.caller());
    }
    ControlStore.Kept kept =
        desk.rows()
            .controls()
            .narrow(
                now -> new Controls(mode, now.halted(), now.haltReason()),
                input.caller().request(),
                desk.clock().instant());
    var request = new OperatorRequest.SetMode(mode, kept.changedAt(), input.caller().actor());
    return switch (desk.ask(request)) {
      case OperatorReply.Done(var text) ->
          Answer.toChannel(Card.of(Tone.INFO, desk.texts().say("mode.title"), text));
      case OperatorReply.Refused(var why) ->
          Answer.toChannel(
              Card.of(
                  Tone.WAITING,
                  desk.texts().say("mode.title"),
                  desk.texts().say("mode.stored", kept.controls().mode()) + " " + why));
    };
  }
}
