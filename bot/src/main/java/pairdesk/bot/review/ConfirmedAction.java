package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;

/**
 * One change that an admin makes in two steps: a card that says what it means, and a button that
 * does it within a minute, while everything is still as the card said.
 */
abstract class ConfirmedAction implements ButtonAction {
  final Desk desk;
  private final String action;
  private final String where;

  /**
   * @param where which command shows how it is now, for the person whose card is out of date
   */
  ConfirmedAction(Desk desk, String action, String where) {
    this.desk = desk;
    this.action = action;
    this.where = where;
  }

  /**
   * What is asked of the engine, and what follows when it was done.
   *
   * @param stored writes what was done, given the engine's words
   * @param tone of the card that tells everybody
   * @param title of it
   */
  record Change(OperatorRequest request, Consumer<String> stored, Tone tone, String title) {}

  /** What the button stands for; empty when that is no longer as the person saw it. */
  abstract Optional<Change> change(Caller caller, List<String> seen);

  @Override
  public final Set<String> actions() {
    return Set.of(action);
  }

  @Override
  public final Role role() {
    return Role.ADMIN;
  }

  @Override
  public final Answer.Audience audience() {
    return Answer.Audience.IN_PLACE;
  }

  @Override
  public final boolean isPersonal() {
    return true;
  }

  @Override
  public final Answer pressed(Caller caller, ButtonId id, String typed) {
    if (Asked.isOver(id, desk.clock().instant())) {
      return over(
          "This was asked more than %d s ago: nothing has changed; %s."
              .formatted(Asked.LIFE.toSeconds(), where));
    }
    return change(caller, Asked.what(id))
        .map(this::make)
        .orElseGet(() -> over("It has changed since: " + where + "."));
  }

  private static Answer over(String why) {
    return NeverMindAction.closed(Card.of(Tone.BAD, "Not done", why));
  }

  private Answer make(Change change) {
    return switch (desk.ask(change.request())) {
      case OperatorReply.Refused(var why) -> Answer.refusal(why);
      case OperatorReply.Done(var text) -> {
        change.stored().accept(text);
        Card card = Card.of(change.tone(), change.title(), text);
        yield new Answer.Announced(NeverMindAction.closed(card), Answer.toChannel(card));
      }
    };
  }

  /**
   * The card for the caller alone, with the button that does it and one that does not.
   *
   * @param seen what the card says, for the button to hold
   */
  static Answer question(Card card, Asked asked, Yes yes, Object... seen) {
    var button = new Button(asked.id(yes.action(), seen), yes.label(), Button.Style.DANGER, true);
    return new Answer.Reply(
        card.withLine("This question ends", Numbers.ago(asked.until())),
        List.of(button, NeverMindAction.button(asked)),
        Answer.Audience.CALLER);
  }

  /** The button that does it. */
  record Yes(String action, String label) {}
}
