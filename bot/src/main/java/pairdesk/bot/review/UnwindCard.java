package pairdesk.bot.review;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;

/** What evening out one execution means, in numbers. */
record UnwindCard(Desk desk, Texts texts) {

  /** A leg that holds more than the one that holds least. */
  private record Over(LegSnapshot leg, Quantity shares) {}

  private static List<Over> over(ExecutionSnapshot execution) {
    Quantity least =
        execution.legs().stream().map(LegSnapshot::held).min(Quantity::compareTo).orElseThrow();
    return execution.legs().stream()
        .filter(leg -> leg.held().isGreaterThan(least))
        .map(leg -> new Over(leg, leg.held().minus(least)))
        .toList();
  }

  /** What was seen, for a button to hold: changes with every share. */
  static long sharesE6(ExecutionSnapshot execution) {
    return over(execution).stream().mapToLong(over -> over.shares().e6()).sum();
  }

  Card of(ExecutionSnapshot execution, UnwindOutlook outlook) {
    List<Over> over = over(execution);
    Usd least = outlook.cost().times(PriceRules.STANDARD.rungs().getLast().ofCost(), Rounding.DOWN);
    return Card.of(
            Tone.WAITING,
            (execution.mode() == Mode.PAPER ? "PAPER · " : "") + texts.say("unwind.title"),
            texts.say("unwind.text", names(over)))
        .with(texts.say("unwind.cost"), Numbers.dollars(outlook.cost()))
        .with(texts.say("unwind.bid"), bids(over))
        .with(texts.say("unwind.least"), Numbers.dollars(least))
        .with(
            texts.say("unwind.selling"),
            said(outlook.selling(), "unwind.afterFees", "unwind.notSold"))
        .with(
            texts.say("unwind.completing"),
            said(outlook.completing(), "unwind.afterFees", "unwind.notBought"))
        .with(texts.say("unwind.loss"), loss(outlook))
        .with(texts.say("unwind.books"), age(outlook));
  }

  private String said(Optional<Usd> amount, String known, String unknown) {
    return amount
        .map(dollars -> texts.say(known, Numbers.dollars(dollars)))
        .orElseGet(() -> texts.say(unknown));
  }

  private String loss(UnwindOutlook outlook) {
    return outlook
        .loss()
        .map(loss ->
            loss.isNegative()
                ? texts.say("unwind.gain", Numbers.dollars(loss.negated()))
                : Numbers.dollars(loss))
        .orElseGet(() -> texts.say("unwind.uncounted"));
  }

  private String age(UnwindOutlook outlook) {
    return outlook
        .oldest()
        .map(at -> Duration.between(at, desk.clock().instant()))
        .map(age -> texts.say("unwind.age", Numbers.span(age)))
        .orElseGet(() -> texts.say("unwind.noBook"));
  }

  private String names(List<Over> over) {
    return over.stream()
        .map(one ->
            texts.say("unwind.over", Numbers.shares(one.shares(), texts), one.leg().instrument()))
        .collect(Collectors.joining(", "));
  }

  private String bids(List<Over> over) {
    Function<Over, String> named = one -> one.leg().instrument() + ": " + bid(one);
    return over.size() == 1
        ? bid(over.getFirst())
        : over.stream().map(named).collect(Collectors.joining("\n"));
  }

  private String bid(Over over) {
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
}
