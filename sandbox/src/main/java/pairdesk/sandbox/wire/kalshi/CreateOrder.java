package pairdesk.sandbox.wire.kalshi;

import java.time.Instant;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.sandbox.exchange.Lifetime;
import pairdesk.sandbox.exchange.OrderOptions;
import pairdesk.sandbox.exchange.OrderOptions.SelfTrade;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.wire.kalshi.Replies.Problem;

/** The body of a new order. */
record CreateOrder(String clientId, OrderTerms terms) {
  static final String STRUCT = "CreateOrderV2Request";

  static CreateOrder read(Body body, Listings listings) {
    Quantity count = body.count("count");
    Price price = body.price("price");
    String side = side(body);
    var listing = listings.market(body.required("ticker")).orElseThrow(Refused::marketNotFound);
    body.number("exchange_index")
        .filter(index -> index != -1 && index != listing.event().shard())
        .ifPresent(_ -> {
          throw Refused.marketNotFound();
        });
    body.number("subaccount")
        .filter(number -> number != 0)
        .ifPresent(_ -> {
          throw Refused.parameter("subaccount does not exist");
        });
    if (count.isZero()) {
      throw Refused.nested(400, Problem.of("invalid_order_size"));
    }
    Outcome bought = Sides.bought(side);
    var terms =
        new OrderTerms(
            listing.id(),
            bought,
            Side.BUY,
            bought == Outcome.YES ? price : price.complement(),
            count,
            lifetime(body),
            options(body));
    return new CreateOrder(body.text("client_order_id").orElse(""), terms);
  }

  static String side(Body body) {
    String side = body.required("side");
    if (!side.equals(Sides.BID) && !side.equals(Sides.ASK)) {
      throw Refused.parameter("side must be bid or ask");
    }
    return side;
  }

  private static Lifetime lifetime(Body body) {
    var expires = body.number("expiration_time");
    String wanted = body.required("time_in_force");
    if (expires.isPresent() && !wanted.equals("good_till_canceled")) {
      throw Refused.parameter("expiration_time needs time_in_force good_till_canceled");
    }
    return switch (wanted) {
      case "good_till_canceled" ->
          expires
              .<Lifetime>map(s -> new Lifetime.GoodTillDate(Instant.ofEpochSecond(s)))
              .orElseGet(Lifetime.GoodTillCancelled::new);
      case "immediate_or_cancel" -> new Lifetime.ImmediateOrCancel();
      case "fill_or_kill" -> new Lifetime.FillOrKill();
      default -> throw Refused.parameter("time_in_force is not known");
    };
  }

  private static OrderOptions options(Body body) {
    SelfTrade selfTrade =
        switch (body.required("self_trade_prevention_type")) {
          case "taker_at_cross" -> SelfTrade.CANCEL_TAKER;
          case "maker" -> SelfTrade.CANCEL_MAKER;
          default -> throw Refused.parameter("self_trade_prevention_type is not known");
        };
    return new OrderOptions(
        body.flag("post_only"),
        body.flag("reduce_only"),
        body.flag("cancel_order_on_pause"),
        selfTrade,
        null,
        body.text("order_group_id").orElse(null));
  }
}
