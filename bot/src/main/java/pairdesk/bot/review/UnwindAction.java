package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.text.Texts;
import pairdesk.engine.execution.ExecutionSnapshot;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorRequest;

/** Evens out one execution after the person has seen what that may cost. */
public final class UnwindAction extends ConfirmedAction {
  static final String UNWIND = "unwind";
  private static final int RADIX = 36;
  private static final String ANY = "any";

  UnwindAction(Desk desk) {
    super(desk, UNWIND, "confirm.ask", "/unwind");
  }

  /**
   * How it is wanted.
   *
   * @param maxLoss it is begun only while the books say that it loses no more; null for any loss
   * @param dry it is shown only
   */
  public record Wish(@Nullable Usd maxLoss, boolean dry) {
    boolean forbids(UnwindOutlook outlook) {
      Usd most = maxLoss;
      return most != null && outlook.loss().map(loss -> loss.isGreaterThan(most)).orElse(true);
    }

    /** For a button to hold. */
    private String text() {
      return maxLoss == null ? ANY : Long.toString(maxLoss.e6(), RADIX);
    }

    private static Wish parse(String text) {
      return new Wish(text.equals(ANY) ? null : Usd.ofE6(Long.parseLong(text, RADIX)), false);
    }
  }

  /** Open executions that hold something without a counterpart. */
  public static List<ExecutionSnapshot> uneven(Desk desk) {
    return desk.view().trading().executions().stream()
        .filter(execution -> !execution.state().isClosed() && !execution.unhedged().isZero())
        .toList();
  }

  /** What it means, in numbers; with the button that does it, where that is wanted. */
  public static Answer answer(Desk desk, ExecutionSnapshot execution, Wish wish, Caller caller) {
    Texts texts = caller.texts();
    UnwindOutlook outlook = UnwindOutlook.of(desk, execution);
    Card card = bounded(new UnwindCard(desk, texts).of(execution, outlook), wish, outlook, texts);
    if (wish.forbids(outlook)) {
      return Answer.toCaller(card);
    }
    return wish.dry()
        ? Answer.toCaller(card.withLine(texts.say("unwind.dry"), texts.say("unwind.dryText")))
        : question(
            texts,
            card,
            Asked.of(caller, desk.clock().instant()),
            new Yes(UNWIND, texts.say("unwind.yes")),
            execution.id().value(),
            UnwindCard.sharesE6(execution),
            wish.text());
  }

  private static Card bounded(Card card, Wish wish, UnwindOutlook outlook, Texts texts) {
    if (wish.maxLoss() == null) {
      return card;
    }
    String most = Numbers.dollars(wish.maxLoss());
    String says =
        outlook.loss().isEmpty()
            ? "unwind.maxUnknown"
            : wish.forbids(outlook) ? "unwind.maxOver" : "unwind.maxKept";
    return card.withLine(texts.say("unwind.max", most), texts.say(says));
  }

  @Override
  Optional<Change> change(Caller caller, List<String> seen) {
    if (seen.size() != 3 || !seen.getLast().matches("any|[0-9a-z]{1,10}")) {
      return Optional.empty();
    }
    Wish wish = Wish.parse(seen.getLast());
    return uneven(desk).stream()
        .filter(e -> e.id().value().equals(seen.getFirst()))
        .filter(e -> Long.toString(UnwindCard.sharesE6(e)).equals(seen.get(1)))
        .filter(e -> !wish.forbids(UnwindOutlook.of(desk, e)))
        .findFirst()
        .map(e -> change(caller, e));
  }

  private Change change(Caller caller, ExecutionSnapshot execution) {
    return new Change(
        new OperatorRequest.UnwindExecution(execution.id(), caller.actor()),
        done ->
            desk.rows().audit().appendOnce(caller.request(), UNWIND, done, desk.clock().instant()),
        Tone.WAITING,
        desk.texts().say("unwind.done"));
  }
}
