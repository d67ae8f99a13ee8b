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
import pairdesk.bot.render.Shown;
import pairdesk.bot.text.Texts;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.BreakerKind;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Breakers;

/** Resets a breaker after the person has seen what it was and what is allowed again. */
public final class ResetBreakerAction extends ConfirmedAction {
  static final String RESET = "reset_breaker";

  ResetBreakerAction(Desk desk) {
    super(desk, RESET, "confirm.see", "/status");
  }

  public static Optional<BreakerState> tripped(Desk desk, String name) {
    return desk.view().desk().breakers().stream().filter(b -> b.name().equals(name)).findFirst();
  }

  /** What it means, in numbers, with the button that does it. */
  public static Answer question(Desk desk, BreakerState state, Caller caller) {
    Texts texts = caller.texts();
    EngineView view = desk.view();
    Card card =
        Card.of(
                Tone.WAITING,
                texts.say("breaker.title", state.name()),
                Shown.line(state.cause(), 300))
            .with(texts.say("breaker.tripped"), Numbers.ago(state.since()))
            .with(
                texts.say("breaker.byItself"),
                state.until() == null ? texts.say("breaker.never") : Numbers.ago(state.until()))
            .with(texts.say("mode.title"), view.desk().controls().mode().name())
            .with(texts.say("risk.capital"), Numbers.dollars(view.wealth().risk().capital()))
            .with(texts.say("risk.today"), Numbers.signed(view.wealth().risk().dayLoss()))
            .withLine(texts.say("breaker.then"), effect(view, state, texts));
    return question(
        texts,
        card,
        Asked.of(caller, desk.clock().instant()),
        new Yes(RESET, texts.say("breaker.yes")),
        state.name(),
        state.since().toEpochMilli());
  }

  private static String effect(EngineView view, BreakerState state, Texts texts) {
    String entries =
        switch (Breakers.consequence(state)) {
          case HALT -> texts.say("breaker.halt");
          case ENTRIES_OFF, VENUE_ENTRIES_OFF, NO_ORDERS, MONITOR -> texts.say("breaker.entries");
        };
    long others = view.desk().breakers().size() - 1L;
    String rest = others == 0 ? "" : " " + texts.say("breaker.others", others);
    return height(view, state, texts) + entries + rest;
  }

  private static String height(EngineView view, BreakerState state, Texts texts) {
    boolean drawdown = BreakerKind.parse(state.name()).equals(Optional.of(BreakerKind.DRAWDOWN));
    return drawdown
        ? texts.say("breaker.drawdown", Numbers.dollars(view.wealth().risk().capital())) + " "
        : "";
  }

  @Override
  Optional<Change> change(Caller caller, List<String> seen) {
    return desk.view().desk().breakers().stream()
        .filter(b -> seen.equals(List.of(b.name(), Long.toString(b.since().toEpochMilli()))))
        .findFirst()
        .map(b ->
            new Change(
                new OperatorRequest.ResetBreaker(b.name(), caller.actor()),
                _ ->
                    desk.rows()
                        .audit()
                        .appendOnce(caller.request(), RESET, b.name(), desk.clock().instant()),
                Tone.GOOD,
                desk.texts().say("breaker.done")));
  }
}
