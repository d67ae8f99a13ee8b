package pairdesk.sandbox.control;

import java.util.Locale;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.CancelReason;
import pairdesk.sandbox.exchange.Exchange;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.OrderOptions;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Placement;
import pairdesk.sandbox.exchange.Side;

/** Changes a trader's account as a person at the venue's website or the venue itself would. */
final class AccountSwitches {
  private final Exchange exchange;
  private final Names names;

  AccountSwitches(Exchange exchange, Names names) {
    this.exchange = exchange;
    this.names = names;
  }

  Runnable cash(Input input) {
    VenueId venue = input.venue("venue");
    Usd cash = input.read("cash", Usd::parse);
    int shard = input.numberFrom(0, "shard", 0);
    if (shard != 0 && venue.equals(VenueId.POLYMARKET)) {
      throw input.wrong("shard", "Polymarket has one pool of cash, shard 0");
    }
    return () -> exchange.setCash(names.trader(venue), shard, cash);
  }

  Runnable order(Input input) {
    return switch (input.required("action")) {
      case "place" -> place(input);
      case "cancel" -> cancel(input);
      case "cancelAll" -> cancelAll(input);
      case "fill" -> fill(input);
      default -> throw input.wrong("action", "want place, cancel, cancelAll or fill");
    };
  }

  private Runnable place(Input input) {
    MarketId market = names.market(input);
    var terms =
        new OrderTerms(
            market,
            input.read("outcome", text -> Outcome.valueOf(text.toUpperCase(Locale.ROOT))),
            input.read("side", text -> Side.valueOf(text.toUpperCase(Locale.ROOT))),
            input.read("price", Price::parse),
            input.read("quantity", Quantity::parse),
            new Lifetime.GoodTillCancelled(),
            OrderOptions.NONE);
    return () -> {
      var placed = exchange.place(names.trader(market.venue()), OrderIds.client(""), terms);
      if (placed instanceof Placement.Refused(var reason)) {
        throw input.wrong("market", "the order is refused: " + reason);
      }
    };
  }

  /** As the venue cancels: the desk did not ask for it. */
  private Runnable cancel(Input input) {
    VenueId venue = input.venue("venue");
    String id = input.required("order");
    CancelReason reason = reason(input);
    return () -> exchange.cancel(names.trader(venue), known(input, venue, id).id(), reason);
  }

  /** As after a heartbeat that did not come, or a risk control. */
  private Runnable cancelAll(Input input) {
    VenueId venue = input.venue("venue");
    CancelReason reason = reason(input);
    return () -> exchange.cancelAll(names.trader(venue), _ -> true, reason);
  }

  private static CancelReason reason(Input input) {
    return input.has("reason")
        ? input.read("reason", text -> CancelReason.valueOf(text.toUpperCase(Locale.ROOT)))
        : CancelReason.USER;
  }

  /** Also of an order that is cancelled, and more than is left of it. */
  private Runnable fill(Input input) {
    VenueId venue = input.venue("venue");
    String id = input.required("order");
    Quantity quantity = input.read("quantity", Quantity::parse);
    if (quantity.isZero()) {
      throw input.wrong("quantity", "want more than nothing");
    }
    return () -> exchange.takeFrom(names.trader(venue), known(input, venue, id).id(), quantity);
  }

  private Order known(Input input, VenueId venue, String id) {
    return names
        .order(venue, id)
        .orElseThrow(() -> input.wrong("order", "the trader has no such order"));
  }
}
