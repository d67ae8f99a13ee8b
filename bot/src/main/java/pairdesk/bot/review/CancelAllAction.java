package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pairdesk.bot.access.Caller;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;

/** Cancels whatever rests, after the person has seen what that is. */
public final class CancelAllAction extends ConfirmedAction {
  static final String CANCEL_ALL = "cancel_all";
  private static final int MOST = 10_000;

  CancelAllAction(Desk desk) {
    super(desk, CANCEL_ALL, "confirm.ask", "/cancel_all");
  }

  /** What it means, in numbers, with the button that does it. */
  public static Answer question(Desk desk, Caller caller) {
    Texts texts = caller.texts();
    List<Recovered.StoredOrder> resting = resting(desk);
    if (resting.isEmpty()) {
      return Answer.refusal(texts, texts.say("cancel.none"));
    }
    Card card =
        Card.of(
            Tone.WAITING,
            texts.say("cancel.title", texts.count("cancel.orders", resting.size())),
            texts.say("cancel.text"));
    var venues =
        resting.stream()
            .collect(
                Collectors.groupingBy(
                    order -> order.intent().instrument().venue(),
                    TreeMap::new,
                    Collectors.toList()));
    for (var venue : venues.entrySet()) {
      card = card.withLine(venue.getKey().label(), says(venue.getValue(), texts));
    }
    return question(
        texts,
        card,
        Asked.of(caller, desk.clock().instant()),
        new Yes(CANCEL_ALL, texts.say("cancel.yes")),
        fingerprint(resting));
  }

  private static String says(List<Recovered.StoredOrder> orders, Texts texts) {
    Usd bids =
        orders.stream()
            .filter(order -> order.intent().terms().side() == Side.BUY)
            .map(CancelAllAction::open)
            .reduce(Usd.ZERO, Usd::plus);
    Quantity rest =
        orders.stream().map(CancelAllAction::rest).reduce(Quantity.ZERO, Quantity::plus);
    return texts.say(
        "cancel.venue",
        texts.count("cancel.orders", orders.size()),
        Numbers.shares(rest, texts),
        Numbers.dollars(bids));
  }

  private static Quantity rest(Recovered.StoredOrder order) {
    return order.intent().terms().quantity().minusOrZero(order.filled());
  }

  private static Usd open(Recovered.StoredOrder order) {
    return Usd.of(order.intent().terms().limit(), rest(order), Rounding.DOWN);
  }

  private static List<Recovered.StoredOrder> resting(Desk desk) {
    return Stream.of(Mode.LIVE, Mode.PAPER)
        .flatMap(mode -> desk.rows().history().openOrders(mode, MOST).stream())
        .filter(o -> o.state() == OrderState.LIVE || o.state() == OrderState.PARTLY)
        .toList();
  }

  /** Changes whenever another order rests, or one of them is filled further. */
  private static String fingerprint(List<Recovered.StoredOrder> resting) {
    String all =
        resting.stream()
            .map(order -> order.intent().id() + "=" + order.filled())
            .sorted()
            .collect(Collectors.joining(";"));
    return Integer.toHexString(all.hashCode());
  }

  @Override
  Optional<Change> change(Caller caller, List<String> seen) {
    return seen.equals(List.of(fingerprint(resting(desk))))
        ? Optional.of(
            new Change(
                new OperatorRequest.CancelAll(caller.actor()),
                done ->
                    desk.rows()
                        .audit()
                        .appendOnce(caller.request(), CANCEL_ALL, done, desk.clock().instant()),
                Tone.WAITING,
                desk.texts().say("cancel.done")))
        : Optional.empty();
  }
}
