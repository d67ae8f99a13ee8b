package pairdesk.bot.command;

import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Option;

/** Whether what is read is shown to everybody in the channel, or to the caller alone. */
final class PublicOption {
  private PublicOption() {}

  static Option option() {
    return Option.yesNo(
        Option.PUBLIC, "Show the answer to everybody in the channel (default: false)");
  }

  private static boolean isAsked(Input input) {
    return input.yes(Option.PUBLIC);
  }

  static Answer.Audience audience(Input input) {
    return isAsked(input) ? Answer.Audience.CHANNEL : Answer.Audience.CALLER;
  }

  /** The same, in the language of those whom the answer is for. */
  static Input spoken(Input input, Desk desk) {
    return isAsked(input)
        ? new Input(input.caller().reading(desk.texts().language()), input.role(), input.options())
        : input;
  }
}
