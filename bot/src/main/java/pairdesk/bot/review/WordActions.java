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
import pairdesk.persistence.ControlStore;

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
    boolean live = id.action().equals(LIVE);
    String word = live ? "LIVE" : "RESUME";
    if (!typed.strip().equals(word)) {
      return Answer.refusal("The word was not " + word + ": nothing has changed.");
    }
    return live ? live(caller) : resume(caller);
  }

  private Answer live(Caller caller) {
    List<String> objections = desk.objectionsToLive();
    if (!objections.isEmpty()) {
      return Answer.refusal("Not LIVE: " + String.join(" ", objections));
    }
    return switch (desk.ask(new OperatorRequest.SetMode(Mode.LIVE, caller.actor()))) {
      case OperatorReply.Refused(var why) -> Answer.refusal(why);
      case OperatorReply.Done(var text) -> {
        desk.rows()
            .controls()
            .change(
                now -> new Controls(Mode.LIVE, now.halted(), now.haltReason()),
                caller.request(),
                desk.clock().instant());
        yield Answer.toChannel(Card.of(Tone.GOOD, "LIVE", text));
      }
    };
  }

  private Answer resume(Caller caller) {
    ControlStore.Kept seen = desk.rows().controls().kept();
    return switch (desk.ask(new OperatorRequest.Resume("typed the word", caller.actor()))) {
      case OperatorReply.Refused(var why) -> Answer.refusal(why);
      case OperatorReply.Done(var text) ->
          desk.rows().controls().resume(seen, caller.request(), desk.clock().instant())
              ? Answer.toChannel(Card.of(Tone.GOOD, seen.controls().mode().name(), text))
              : Answer.refusal("Somebody halted again in between: the halt stays.");
    };
  }
}
