package pairdesk.bot.command;

import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Input;
import pairdesk.bot.console.Tone;
import pairdesk.bot.review.Decisions;

/** How a decision on a pair is answered. */
final class PairChange {
  private PairChange() {}

  static Answer answer(Desk desk, Input input, Decisions.Told told) {
    return switch (told) {
      case Decisions.Told.Done(var what) ->
          Answer.toChannel(Card.of(Tone.GOOD, desk.texts().say("answer.done"), what));
      case Decisions.Told.Refused(var why) -> Answer.refusal(input.texts(), why);
    };
  }
}
