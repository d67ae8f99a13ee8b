package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.text.Texts;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.Dial;
import pairdesk.engine.risk.Limits;
import pairdesk.persistence.LimitStore;
import pairdesk.persistence.SoleApprovals;

/**
 * Changes a limit. A stricter one is stored before the engine is told; a looser one only after the
 * person has seen what it means and the engine has taken it. So whatever fails in between, the
 * stricter one holds.
 */
public final class SetLimitAction extends ConfirmedAction {
  static final String SET = "set_limit";

  private final SecondApproval second;

  public SetLimitAction(Desk desk, SecondApproval second) {
    super(desk, SET, "confirm.see", "/risk");
    this.second = second;
  }

  public static Limits inForce(Desk desk) {
    return desk.view().desk().limits().inForce();
  }

  /** What a looser limit means, in numbers, with the button that sets it. */
  public Answer question(Dial dial, long value, Caller caller) {
    Texts texts = caller.texts();
    EngineView view = desk.view();
    long now = dial.read(inForce(desk));
    Card card =
        Card.of(Tone.WAITING, texts.say("limit.title", dial.title()), texts.say("limit.text"))
            .with(texts.say("limit.now"), dial.text(now))
            .with(texts.say("limit.then"), dial.text(value))
            .with(texts.say("limit.setting"), dial.text(dial.read(view.desk().limits().settings())))
            .with(texts.say("mode.title"), view.desk().controls().mode().name())
            .with(texts.say("risk.capital"), Numbers.dollars(view.wealth().risk().capital()))
            .with(texts.say("risk.open"), Numbers.dollars(view.wealth().risk().openRisk()));
    List<SoleApprovals.Sole> wanting = wanting(dial, value);
    if (!wanting.isEmpty()) {
      card =
          card.withLine(
              texts.say("limit.secondPerson"), texts.count("limit.second", wanting.size()));
    }
    return question(
        texts,
        card,
        Asked.of(caller, desk.clock().instant()),
        new Yes(SET, texts.say("limit.yes")),
        dial.title(),
        now,
        value);
  }

  /** Stored, and then told to the engine: should it not answer, a restart will have it. */
  public Answer tighten(Dial dial, long value, Caller caller) {
    store(dial, value, caller);
    return switch (desk.ask(new OperatorRequest.SetLimit(dial, value, caller.actor()))) {
      case OperatorReply.Done(var text) ->
          Answer.toChannel(Card.of(Tone.GOOD, desk.texts().say("limit.done"), text));
      case OperatorReply.Refused(var why) ->
          Answer.toChannel(
              Card.of(
                  Tone.WAITING,
                  desk.texts().say("limit.done"),
                  desk.texts().say("limit.stored", dial.text(value)) + " " + why));
    };
  }

  @Override
  Optional<Change> change(Caller caller, List<String> seen) {
    Optional<Dial> shown = seen.size() == 3 ? Dial.of(seen.getFirst()) : Optional.empty();
    return shown
        .filter(dial -> isNow(dial, seen.get(1)))
        .map(dial -> loosened(dial, Long.parseLong(seen.getLast()), caller));
  }

  private List<SoleApprovals.Sole> wanting(Dial dial, long value) {
    return dial == Dial.ONE_TRADE ? second.wanting(Usd.ofE6(value)) : List.of();
  }

  /** Pairs that want a second person then are taken back first: none trades larger before. */
  private Change loosened(Dial dial, long value, Caller caller) {
    List<PairId> waiting = dial == Dial.ONE_TRADE ? second.takeBack(Usd.ofE6(value)) : List.of();
    return new Change(
        new OperatorRequest.SetLimit(dial, value, caller.actor()),
        _ -> {
          store(dial, value, caller);
          second.show(waiting);
          second.show(second.takeBack(Usd.ofE6(dial == Dial.ONE_TRADE ? value : 0)));
        },
        Tone.GOOD,
        desk.texts().say("limit.done"));
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
