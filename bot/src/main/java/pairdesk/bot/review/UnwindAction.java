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
import pairdesk.engine.book.Book;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionSnapshot.LegSnapshot;
import pairdesk.engine.execution.PriceRules;
import pairdesk.engine.money.Ratio;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorRequest;

/** Evens out one execution after the person has seen what that may cost. */
public final class UnwindAction extends ConfirmedAction {
  static final String UNWIND = "unwind";

  UnwindAction(Desk desk) {
    super(desk, UNWIND, "confirm.ask", "/unwind");
  }

  /** Open executions that hold something without a counterpart. */
  public static List<ExecutionSnapshot> uneven(Desk desk) {
    return desk.view().trading().executions().stream()
        .filter(execution -> !execution.state().isClosed() && !execution.unhedged().isZero())
        .toList();
  }

  /** What it means, in numbers, with the button that does it. */
  public static Answer question(Desk desk, ExecutionSnapshot execution, Caller caller) {
    Texts texts = caller.texts();
    LegSnapshot surplus = surplus(execution);
    Usd cost =
        Usd.ofE6(
            Rounding.UP.multiplyDivide(
                surplus.spent().e6(), execution.unhedged().e6(), surplus.bought().e6()));
    Ratio least = PriceRules.STANDARD.rungs().getLast().ofCost();
    Card card =
        Card.of(
                Tone.WAITING,
                texts.say("unwind.title"),
                texts.say("unwind.text", execution.unhedged(), surplus.instrument()))
            .with(texts.say("unwind.cost"), Numbers.dollars(cost))
            .with(texts.say("unwind.bid"), bid(desk, execution, surplus, texts))
            .with(texts.say("unwind.least"), Numbers.dollars(cost.times(least, Rounding.DOWN)));
    return question(
        texts,
        card,
        Asked.of(caller, desk.clock().instant()),
        new Yes(UNWIND, texts.say("unwind.yes")),
        execution.id().value(),
        execution.unhedged().e6());
  }

  private static LegSnapshot surplus(ExecutionSnapshot execution) {
    return execution.legs().stream()
        .reduce((one, other) -> other.held().isGreaterThan(one.held()) ? other : one)
        .orElseThrow();
  }

  private static String bid(
      Desk desk, ExecutionSnapshot execution, LegSnapshot surplus, Texts texts) {
    return Optional.ofNullable(desk.view().desk().books().get(surplus.instrument()))
        .map(Book::bids)
        .filter(bids -> !bids.isEmpty())
        .map(bids -> bids.best().price())
        .map(price ->
            texts.say(
                "unwind.bidAt",
                Numbers.dollars(Usd.of(price, execution.unhedged(), Rounding.PROCEEDS_AGAINST_US)),
                price))
        .orElseGet(() -> texts.say("unwind.noBid"));
  }

  @Override
  Optional<Change> change(Caller caller, List<String> seen) {
    return uneven(desk).stream()
        .filter(e -> seen.equals(List.of(e.id().value(), Long.toString(e.unhedged().e6()))))
        .findFirst()
        .map(e ->
            new Change(
                new OperatorRequest.UnwindExecution(e.id(), caller.actor()),
                done ->
                    desk.rows()
                        .audit()
                        .appendOnce(caller.request(), UNWIND, done, desk.clock().instant()),
                Tone.WAITING,
                desk.texts().say("unwind.done")));
  }
}
