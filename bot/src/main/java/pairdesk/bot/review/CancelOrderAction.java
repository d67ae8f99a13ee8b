package pairdesk.bot.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Asked;
import pairdesk.bot.console.Card;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Tone;
import pairdesk.bot.render.Numbers;
import pairdesk.bot.render.Shown;
import pairdesk.bot.render.Words;
import pairdesk.bot.text.Texts;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.Recovered.StoredOrder;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.engine.operator.OperatorRequest;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderState;
import pairdesk.engine.order.Side;

/** Cancels one order after the person has seen what that frees, and what becomes of the rest. */
final class CancelOrderAction extends ConfirmedAction {
  static final String CANCEL_ORDER = "cancel_order";
  private static final int TITLE = 120;

  CancelOrderAction(Desk desk) {
    super(desk, CANCEL_ORDER, "confirm.ask", "/orders");
  }

  @Override
  public Role role() {
    return Role.OPERATOR;
  }

  /** The order, while it rests. */
  static Optional<StoredOrder> resting(Desk desk, ClientOrderId id) {
    return desk.rows().history().order(id).filter(CancelOrderAction::rests);
  }

  static boolean rests(StoredOrder order) {
    return order.state() == OrderState.LIVE || order.state() == OrderState.PARTLY;
  }

  static Quantity open(StoredOrder order) {
    return order.intent().terms().quantity().minusOrZero(order.filled());
  }

  /** What it means, in numbers, with the button that does it. */
  static Answer question(Desk desk, StoredOrder order, Caller caller) {
    Texts texts = caller.texts();
    OrderIntent intent = order.intent();
    OrderIntent.Terms terms = intent.terms();
    Card card =
        Card.of(
                Tone.WAITING,
                (order.mode() == Mode.PAPER ? "PAPER · " : "") + texts.say("order.title"),
                says(intent, texts))
            .with(texts.say("order.venue"), intent.instrument().venue().label())
            .with(texts.say("order.side"), terms.side() + " " + intent.instrument().outcome())
            .with(texts.say("order.price"), Numbers.price(terms.limit()))
            .with(
                texts.say("order.open"),
                texts.say("order.openOf", open(order), Numbers.shares(terms.quantity(), texts)))
            .with(texts.say("order.freed"), freed(order, texts))
            .withLine(texts.say("order.market"), title(desk, intent.instrument().market()));
    return question(
        texts,
        card,
        Asked.of(caller, desk.clock().instant()),
        new Yes(CANCEL_ORDER, texts.say("order.yes")),
        intent.id(),
        order.filled().e6());
  }

  /** Whose it is, and what its execution does without it. */
  private static String says(OrderIntent intent, Texts texts) {
    OrderIntent.Origin origin = intent.origin();
    return texts.say(
            "order.of", origin.purpose(), origin.execution(), Words.pair(origin.pair(), texts))
        + "\n"
        + texts.say(origin.purpose().addsRisk() ? "order.entry" : "order.repair");
  }

  private static String freed(StoredOrder order, Texts texts) {
    OrderIntent.Terms terms = order.intent().terms();
    return terms.side() == Side.SELL
        ? texts.say("order.freedNothing")
        : texts.say(
            "order.freedBid", Numbers.dollars(Usd.of(terms.limit(), open(order), Rounding.DOWN)));
  }

  private static String title(Desk desk, MarketId market) {
    var stored = desk.rows().markets().titles(Set.of(market)).get(market);
    return Shown.line(stored == null ? market.code() : stored.title(), TITLE);
  }

  @Override
  Optional<Change> change(Caller caller, List<String> seen) {
    return seen.size() == 2 && seen.getFirst().matches(AskCancelAction.ID)
        ? resting(desk, new ClientOrderId(seen.getFirst()))
            .filter(order -> Long.toString(order.filled().e6()).equals(seen.getLast()))
            .map(order -> change(caller, order.intent().id()))
        : Optional.empty();
  }

  private Change change(Caller caller, ClientOrderId id) {
    return new Change(
        new OperatorRequest.CancelOrder(id, caller.actor()),
        done ->
            desk.rows()
                .audit()
                .appendOnce(caller.request(), CANCEL_ORDER, done, desk.clock().instant()),
        Tone.WAITING,
        desk.texts().say("cancel.done"));
  }
}
