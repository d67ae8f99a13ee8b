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
    super(desk, UNWIND, "ask `/unwind` again");
  }

  /** Open executions that hold something without a counterpart. */
  public static List<ExecutionSnapshot> uneven(Desk desk) {
    return desk.view().trading().executions().stream()
        .filter(execution -> !execution.state().isClosed() && !execution.unhedged().isZero())
        .toList();
  }

  /** What it means, in numbers, with the button that does it. */
  public static Answer question(Desk desk, ExecutionSnapshot execution, Caller caller) {
    LegSnapshot surplus = surplus(execution);
    Usd cost =
        Usd.ofE6(
            Rounding.UP.multiplyDivide(
                surplus.spent().e6(), execution.unhedged().e6(), surplus.bought().e6()));
    Ratio least = PriceRules.STANDARD.rungs().getLast().ofCost();
    Card card =
        Card.of(
                Tone.WAITING,
                "Unwind?",
                "%s shares of %s have no counterpart. They are sold, or the missing leg is bought, whichever loses less, at once and down to the last rung."
                    .formatted(execution.unhedged(), surplus.instrument()))
            .with("They cost", Numbers.dollars(cost))
            .with("At the best bid", bid(desk, execution, surplus))
            .with("Not for less than", Numbers.dollars(cost.times(least, Rounding.DOWN)));
    return question(
        card,
        Asked.of(caller, desk.clock().instant()),
        new Yes(UNWIND, "Unwind now"),
        execution.id().value(),
        execution.unhedged().e6());
  }

  private static LegSnapshot surplus(ExecutionSnapshot execution) {
    return execution.legs().stream()
        .reduce((one, other) -> other.held().isGreaterThan(one.held()) ? other : one)
        .orElseThrow();
  }

  private static String bid(Desk desk, ExecutionSnapshot execution, LegSnapshot surplus) {
    return Optional.ofNullable(desk.view().desk().books().get(surplus.instrument()))
        .map(Book::bids)
        .filter(bids -> !bids.isEmpty())
        .map(bids -> bids.best().price())
        .map(price ->
            "%s before fees, at %s"
                .formatted(
                    Numbers.dollars(
                        Usd.of(price, execution.unhedged(), Rounding.PROCEEDS_AGAINST_US)),
                    price))
        .orElse("nobody bids that we know of");
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
                "Unwinding"));
  }
}
