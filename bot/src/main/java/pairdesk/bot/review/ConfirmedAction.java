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
import pairdesk.bot.text.Texts;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;

/**
 * One change that a person makes in two steps: a card that says what it means, and a button that
 * does it within a minute, while everything is still as the card said.
 */
abstract class ConfirmedAction implements ButtonAction {
  final Desk desk;
  private final String action;
  private final String where;
  private final String command;

  /**
   * @param where the text that says how it is seen how it is now, by a person whose card is out of
   *     date
   * @param command what they type for that
   */
  ConfirmedAction(Desk desk, String action, String where, String command) {
    this.desk = desk;
    this.action = action;
    this.where = where;
    this.command = command;
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

  /** An admin's, unless it says otherwise. */
  @Override
  public Role role() {
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
    Texts texts = caller.texts();
    String next = texts.say(where, command);
    if (Asked.isOver(id, desk.clock().instant())) {
      return over(texts, texts.say("confirm.over", Asked.LIFE.toSeconds(), next));
    }
    return change(caller, Asked.what(id))
        .map(change -> make(change, texts))
        .orElseGet(() -> over(texts, texts.say("confirm.changed", next)));
  }

  private static Answer over(Texts texts, String why) {
    return NeverMindAction.closed(Card.of(Tone.BAD, texts.say("answer.refused"), why));
  }

  private Answer make(Change change, Texts texts) {
    return switch (desk.ask(change.request())) {
      case OperatorReply.Refused(var why) -> Answer.refusal(texts, why);
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
  static Answer question(Texts texts, Card card, Asked asked, Yes yes, Object... seen) {
    var button = new Button(asked.id(yes.action(), seen), yes.label(), Button.Style.DANGER, true);
    return new Answer.Reply(
        card.withLine(texts.say("confirm.ends"), Numbers.ago(asked.until())),
        List.of(button, NeverMindAction.button(asked, texts)),
        Answer.Audience.CALLER);
  }

  /** The button that does it. */
  record Yes(String action, String label) {}
}
