package pairdesk.engine.loop;

import java.util.Optional;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.operator.Actor;
import pairdesk.engine.operator.OperatorReply;
import pairdesk.engine.operator.OperatorReply.Done;
import pairdesk.engine.operator.OperatorReply.Refused;
import pairdesk.engine.order.ClientOrder;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.OrderState;

/**
 * Has cancelled what a person wants cancelled. Only what rests is: anything else is on its way to
 * an end already. To its execution such an end is like any other: it sends no entry again, and
 * evens out what the order leaves uneven.
 */
final class Cancellations {
  private final Accounts accounts;

  Cancellations(Accounts accounts) {
    this.accounts = accounts;
  }

  OperatorReply all(Actor by, Turn turn) {
    int asked = 0;
    for (Account account : accounts.all()) {
      for (ClientOrder order : account.parts().orders().unsettled()) {
        if (rests(order)) {
          account.parts().resolver().cancel(order, turn);
          asked++;
        }
      }
    }
    if (asked == 0) {
      return new Refused("Nothing rests.");
    }
    return done(asked == 1 ? "1 resting order" : asked + " resting orders", by, turn);
  }

  /** Asked for again, it is asked of the venue once. */
  OperatorReply one(ClientOrderId id, Actor by, Turn turn) {
    for (Account account : accounts.all()) {
      Optional<ClientOrder> order = account.parts().orders().find(id);
      if (order.isPresent()) {
        return one(account, order.get(), by, turn);
      }
    }
    return new Refused("No order " + id + " is known.");
  }

  private static OperatorReply one(Account account, ClientOrder order, Actor by, Turn turn) {
    if (!rests(order)) {
      return new Refused("Order %s does not rest: it is %s.".formatted(order.id(), order.state()));
    }
    String what = "order %s at %s".formatted(order.id(), order.intent().instrument());
    if (order.report().marks().cancelRequested()) {
      return new Done("Cancelling " + what + " already.");
    }
    account.parts().resolver().cancel(order, turn);
    return done(what, by, turn);
  }

  private static boolean rests(ClientOrder order) {
    return order.state() == OrderState.LIVE || order.state() == OrderState.PARTLY;
  }

  private static OperatorReply done(String what, Actor by, Turn turn) {
    turn.tell(new Notice.ControlChanged("cancel " + what, by.id(), turn.now()));
    return new Done("Cancelling " + what + ".");
  }
}
