package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.text.Texts;
import pairdesk.engine.book.Book;
import pairdesk.engine.control.Mode;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.execution.ExecutionSnapshot.LegSnapshot;
import pairdesk.engine.execution.PriceRules;
import pairdesk.engine.money.Quantity;
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
    List<Over> over = over(execution);
    Usd cost = over.stream().map(Over::cost).reduce(Usd.ZERO, Usd::plus);
    Ratio least = PriceRules.STANDARD.rungs().getLast().ofCost();
    Card card =
        Card.of(
                Tone.WAITING,
                (execution.mode() == Mode.PAPER ? "PAPER · " : "") + texts.say("unwind.title"),
                texts.say("unwind.text", names(over, texts)))
            .with(texts.say("unwind.cost"), Numbers.dollars(cost))
            .with(texts.say("unwind.bid"), bids(desk, over, texts))
            .with(texts.say("unwind.least"), Numbers.dollars(cost.times(least, Rounding.DOWN)));
    return question(
        texts,
        card,
        Asked.of(caller, desk.clock().instant()),
        new Yes(UNWIND, texts.say("unwind.yes")),
        execution.id().value(),
        sharesE6(execution));
  }

  /** A leg that holds more than the one that holds least. */
  private record Over(LegSnapshot leg, Quantity shares) {
    Usd cost() {
      return Usd.ofE6(Rounding.UP.multiplyDivide(leg.spent().e6(), shares.e6(), leg.bought().e6()));
    }
  }

  private static List<Over> over(ExecutionSnapshot execution) {
    Quantity least =
        execution.legs().stream().map(LegSnapshot::held).min(Quantity::compareTo).orElseThrow();
    return execution.legs().stream()
        .filter(leg -> leg.held().isGreaterThan(least))
        .map(leg -> new Over(leg, leg.held().minus(least)))
        .toList();
  }

  /** What was seen, for the button to hold: changes with every share. */
  private static long sharesE6(ExecutionSnapshot execution) {
    return over(execution).stream().mapToLong(over -> over.shares().e6()).sum();
  }

  private static String names(List<Over> over, Texts texts) {
    return over.stream()
        .map(one ->
            texts.say("unwind.over", Numbers.shares(one.shares(), texts), one.leg().instrument()))
        .collect(Collectors.joining(", "));
  }

  private static String bids(Desk desk, List<Over> over, Texts texts) {
    return over.size() == 1
        ? bid(desk, over.getFirst(), texts)
        : over.stream()
            .map(one -> one.leg().instrument() + ": " + bid(desk, one, texts))
            .collect(Collectors.joining("\n"));
  }

  private static String bid(Desk desk, Over over, Texts texts) {
    return Optional.ofNullable(desk.view().desk().books().get(over.leg().instrument()))
        .map(Book::bids)
        .filter(bids -> !bids.isEmpty())
        .map(bids -> bids.best().price())
        .map(price ->
            texts.say(
                "unwind.bidAt",
                Numbers.dollars(Usd.of(price, over.shares(), Rounding.PROCEEDS_AGAINST_US)),
                price))
        .orElseGet(() -> texts.say("unwind.noBid"));
  }

  @Override
  Optional<Change> change(Caller caller, List<String> seen) {
    return uneven(desk).stream()
        .filter(e -> seen.equals(List.of(e.id().value(), Long.toString(sharesE6(e)))))
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
