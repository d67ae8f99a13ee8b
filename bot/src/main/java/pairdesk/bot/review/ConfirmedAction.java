package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;

/**
 * One change that an admin makes in two steps: a card that says what it means, and a button that
 * does it while everything is still as the card said.
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
    return Answer.Audience.CHANNEL;
  }

  @Override
  public final Answer pressed(Caller caller, ButtonId id, String typed) {
    return change(caller, id.arguments())
        .map(this::make)
        .orElseGet(() -> Answer.refusal("It has changed since: " + where + "."));
  }

  private Answer make(Change change) {
    return switch (desk.ask(change.request())) {
      case OperatorReply.Refused(var why) -> Answer.refusal(why);
      case OperatorReply.Done(var text) -> {
        change.stored().accept(text);
        yield Answer.toChannel(Card.of(change.tone(), change.title(), text));
      }
    };
  }

  /** The card for the caller alone, with the button. */
  static Answer question(Card card, ButtonId id, String label) {
    var button = new Button(id, label, Button.Style.DANGER, true);
    return new Answer.Reply(card, List.of(button), Answer.Audience.CALLER);
  }
}
