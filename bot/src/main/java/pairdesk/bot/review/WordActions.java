package pairdesk.bot.review;

import java.util.List;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.engine.control.Controls;
import pairdesk.engine.control.Mode;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;

/**
 * What an admin does by typing a word: LIVE and RESUME. The engine is asked first and says what
 * stands against it; the row, which every order is checked against, is committed after.
 */
public final class WordActions implements ButtonAction {
  public static final String LIVE = "live";
  public static final String RESUME = "resume";

  private final Desk desk;

  public WordActions(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Set<String> actions() {
    return Set.of(LIVE, RESUME);
  }

  @Override
  public Role role() {
    return Role.ADMIN;
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    String word = id.action().equals(LIVE) ? "LIVE" : "RESUME";
    if (!typed.strip().equals(word)) {
      return Answer.refusal("The word was not " + word + ": nothing has changed.");
    }
    List<String> objections =
        id.action().equals(LIVE) ? desk.objectionsToLive() : List.<String>of();
    if (!objections.isEmpty()) {
      return Answer.refusal("Not LIVE: " + String.join(" ", objections));
    }
    Controls before = desk.rows().controls().read();
    return id.action().equals(LIVE)
        ? loosen(
            caller,
            new OperatorRequest.SetMode(Mode.LIVE, caller.actor()),
            new Controls(Mode.LIVE, before.halted(), before.haltReason()))
        : loosen(
            caller,
            new OperatorRequest.Resume("typed the word", caller.actor()),
            new Controls(before.mode(), false, ""));
  }

  private Answer loosen(Caller caller, OperatorRequest request, Controls after) {
    return switch (desk.ask(request)) {
      case OperatorReply.Refused(var why) -> Answer.refusal(why);
      case OperatorReply.Done(var text) -> {
        desk.rows().controls().set(after, caller.request(), desk.clock().instant());
        yield Answer.toChannel(Card.of(Tone.GOOD, after.mode().name(), text));
      }
    };
  }
}
