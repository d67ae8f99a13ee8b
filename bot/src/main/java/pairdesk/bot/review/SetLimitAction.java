package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Button;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.ButtonId;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;
import pairdesk.persistence.LimitStore;

/**
 * Changes a limit. A stricter one is stored before the engine is told; a looser one only after the
 * person has seen what it means and the engine has taken it. So whatever fails in between, the
 * stricter one holds.
 */
public final class SetLimitAction implements ButtonAction {
  static final String SET = "set_limit";

  private final Desk desk;

  public SetLimitAction(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Set<String> actions() {
    return Set.of(SET);
  }

  @Override
  public Role role() {
    return Role.ADMIN;
  }

  @Override
  public Answer.Audience audience() {
    return Answer.Audience.CHANNEL;
  }

  public static Limits inForce(Desk desk) {
    return desk.view().desk().limits().inForce();
  }

  /** What a looser limit means, in numbers, with the button that sets it. */
  public Answer question(Dial dial, long value) {
    EngineView view = desk.view();
    long now = dial.read(inForce(desk));
    Card card =
        Card.of(Tone.WAITING, "Loosen " + dial.title() + "?", "More may be risked than now.")
            .with("Now", dial.text(now))
            .with("Then", dial.text(value))
            .with("Setting", dial.text(dial.read(view.desk().limits().settings())))
            .with("Mode", view.desk().controls().mode().name())
            .with("Capital", Numbers.dollars(view.wealth().risk().capital()))
            .with("Open risk", Numbers.dollars(view.wealth().risk().openRisk()));
    var id = ButtonId.of(SET, dial.title(), now, value);
    var button = new Button(id, "Loosen", Button.Style.DANGER, true);
    return new Answer.Reply(card, List.of(button), Answer.Audience.CALLER);
  }

  /** Stored, and then told to the engine: should it not answer, a restart will have it. */
  public Answer tighten(Dial dial, long value, Caller caller) {
    store(dial, value, caller);
    return switch (desk.ask(new OperatorRequest.SetLimit(dial, value, caller.actor()))) {
      case OperatorReply.Done(var text) -> Answer.toChannel(Card.of(Tone.GOOD, "Limit", text));
      case OperatorReply.Refused(var why) ->
          Answer.toChannel(
              Card.of(
                  Tone.WAITING,
                  "Limit",
                  dial.text(value) + " is stored and holds after the next start. " + why));
    };
  }

  @Override
  public Answer pressed(Caller caller, ButtonId id, String typed) {
    Optional<Dial> dial =
        id.arguments().size() == 3 ? Dial.of(id.arguments().getFirst()) : Optional.empty();
    if (dial.isEmpty() || !isNow(dial.get(), id.arguments().get(1))) {
      return Answer.refusal("It has changed since: see `/risk`.");
    }
    long value = Long.parseLong(id.arguments().getLast());
    return switch (desk.ask(new OperatorRequest.SetLimit(dial.get(), value, caller.actor()))) {
      case OperatorReply.Refused(var why) -> Answer.refusal(why);
      case OperatorReply.Done(var text) -> {
        store(dial.get(), value, caller);
        yield Answer.toChannel(Card.of(Tone.GOOD, "Limit", text));
      }
    };
  }

  private boolean isNow(Dial dial, String seen) {
    return Long.toString(dial.read(inForce(desk))).equals(seen);
  }

  private void store(Dial dial, long value, Caller caller) {
    long base = dial.read(desk.view().desk().limits().settings());
    var turned =
        new LimitStore.Turned(dial, value, base, caller.actor().name(), desk.clock().instant());
    desk.rows().limits().set(turned, caller.request());
  }
}
