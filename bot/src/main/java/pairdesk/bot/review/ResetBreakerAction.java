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
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.risk.BreakerKind;
import pairdesk.engine.risk.BreakerState;
import pairdesk.engine.risk.Breakers;

/** Resets a breaker after the person has seen what it was and what is allowed again. */
public final class ResetBreakerAction extends ConfirmedAction {
  static final String RESET = "reset_breaker";

  ResetBreakerAction(Desk desk) {
    super(desk, RESET, "see `/status`");
  }

  public static Optional<BreakerState> tripped(Desk desk, String name) {
    return desk.view().desk().breakers().stream().filter(b -> b.name().equals(name)).findFirst();
  }

  /** What it means, in numbers, with the button that does it. */
  public static Answer question(Desk desk, BreakerState state, Caller caller) {
    EngineView view = desk.view();
    Card card =
        Card.of(Tone.WAITING, "Reset " + state.name() + "?", Shown.line(state.cause(), 300))
            .with("Tripped", Numbers.ago(state.since()))
            .with("By itself", state.until() == null ? "never" : Numbers.ago(state.until()))
            .with("Mode", view.desk().controls().mode().name())
            .with("Capital", Numbers.dollars(view.wealth().risk().capital()))
            .with("Today at worst", Numbers.signed(view.wealth().risk().dayLoss()))
            .withLine("Then", effect(view, state));
    return question(
        card,
        Asked.of(caller, desk.clock().instant()),
        new Yes(RESET, "Reset"),
        state.name(),
        state.since().toEpochMilli());
  }

  private static String effect(EngineView view, BreakerState state) {
    String entries =
        switch (Breakers.consequence(state)) {
          case HALT -> "The halt itself stays until `/resume`.";
          case ENTRIES_OFF, VENUE_ENTRIES_OFF, NO_ORDERS, MONITOR ->
              "Entries are allowed again as far as mode and limits go.";
        };
    long others = view.desk().breakers().size() - 1L;
    String rest = others == 0 ? "" : " " + others + " more stay tripped.";
    return height(view, state) + entries + rest;
  }

  private static String height(EngineView view, BreakerState state) {
    boolean drawdown = BreakerKind.parse(state.name()).equals(Optional.of(BreakerKind.DRAWDOWN));
    return drawdown
        ? "Drawdown is measured from what there is now, about "
            + Numbers.dollars(view.wealth().risk().capital())
            + ". "
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
                "Breaker reset"));
  }
}
