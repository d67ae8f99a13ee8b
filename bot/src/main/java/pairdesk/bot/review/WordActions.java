package pairdesk.bot.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.engine.control.Mode;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.persistence.ControlStore;

/**
 * What an admin does by typing a word: LIVE and RESUME. The engine says what stands against it, and
 * writes the row that every order is checked against.
 */
public final class WordActions implements ButtonAction {
  private static final String LIVE = "live";
  private static final String RESUME = "resume";

  private final Desk desk;

  public WordActions(Desk desk) {
    this.desk = desk;
  }

  /** Asks for the word LIVE. */
  public static Answer askForLive(Desk desk, Caller caller) {
    var asked = Asked.of(caller, desk.clock().instant());
    return new Answer.AskWord(
        asked.id(LIVE),
        caller.texts().say("live.form"),
        new WordEffect(desk.view(), caller.texts()).live(asked),
        caller.texts().say("word.type", "LIVE"),
        "LIVE");
  }

  /** Asks for the word RESUME. */
  public static Answer askForResume(Desk desk, Caller caller) {
    var asked = Asked.of(caller, desk.clock().instant());
    return new Answer.AskWord(
        asked.id(RESUME),
        caller.texts().say("resume.form"),
        new WordEffect(desk.view(), caller.texts()).resume(asked),
        caller.texts().say("word.type", "RESUME"),
        "RESUME");
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
  public Answer.Audience audience() {
    return Answer.Audience.CHANNEL;
  }

  @Override
  public boolean isPersonal() {
    return true;
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    boolean live = id.action().equals(LIVE);
    String word = live ? "LIVE" : "RESUME";
    if (Asked.isOver(id, desk.clock().instant())) {
      return Answer.refusal(
          caller.texts(), caller.texts().say("asked.over", Asked.LIFE.toSeconds()));
    }
    if (!typed.strip().equals(word)) {
      return Answer.refusal(caller.texts(), caller.texts().say("word.wrong", word));
    }
    return live ? live(caller) : resume(caller);
  }

  private Answer live(Caller caller) {
    List<String> objections = desk.objectionsToLive();
    if (!objections.isEmpty()) {
      return Answer.refusal(
          caller.texts(), caller.texts().say("live.objections", String.join(" ", objections)));
    }
    Instant seen = desk.rows().controls().kept().changedAt();
    return switch (desk.ask(new OperatorRequest.SetMode(Mode.LIVE, seen, caller.actor()))) {
      case OperatorReply.Refused(var why) -> Answer.refusal(caller.texts(), why);
      case OperatorReply.Done(var text) -> {
        desk.rows().controls().allowed("LIVE", caller.request(), desk.clock().instant());
        yield Answer.toChannel(Card.of(Tone.GOOD, "LIVE", text));
      }
    };
  }

  private Answer resume(Caller caller) {
    ControlStore.Kept seen = desk.rows().controls().kept();
    var request = new OperatorRequest.Resume("typed the word", seen.changedAt(), caller.actor());
    return switch (desk.ask(request)) {
      case OperatorReply.Refused(var why) -> Answer.refusal(caller.texts(), why);
      case OperatorReply.Done(var text) -> {
        desk.rows().controls().allowed("resumed", caller.request(), desk.clock().instant());
        yield desk.rows().controls().kept().changedAt().equals(seen.changedAt())
            ? Answer.toChannel(Card.of(Tone.GOOD, seen.controls().mode().name(), text))
            : Answer.refusal(caller.texts(), caller.texts().say("resume.haltedAgain"));
      }
    };
  }
}
