package pairdesk.venues.kalshi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import pairdesk.engine.market.Market;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Decimals;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.Side;
import pairdesk.engine.order.TimeInForce;

/**
 * The body of a new order (V2). Everything is said in terms of YES: a NO bought at 0.40 is an ask
 * at 0.60.
 */
final class KalshiOrderBody {
  private KalshiOrderBody() {}

  /**
   * @param fence asked for the group that fences the order, if it keeps the rules and does not rest
   * @throws IllegalArgumentException when the order breaks the market's rules
   */
  static String of(OrderIntent intent, Market market, Supplier<Optional<String>> fence) {
    OrderIntent.Terms terms = intent.terms();
    check(intent, market);
    Outcome outcome = intent.instrument().outcome();
    boolean rests = rests(terms);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("ticker", market.address().yesCode());
    body.put("client_order_id", intent.id().value());
    body.put("side", KalshiFills.wireSide(terms.side(), outcome).name().toLowerCase(Locale.ROOT));
    body.put("count", Decimals.format(terms.quantity().e6(), 6, 2));
    body.put("price", Decimals.format(wirePrice(terms, outcome).e4(), 4, 4));
    body.put("time_in_force", word(terms.timeInForce()));
    body.put("self_trade_prevention_type", "taker_at_cross");
    body.put("exchange_index", market.address().shard());
    if (rests) {
      body.put("post_only", terms.postOnly());
      body.put("cancel_order_on_pause", true);
    } else {
      fence.get().ifPresent(group -> body.put("order_group_id", group));
    }
    if (terms.side() == Side.SELL && terms.timeInForce() == TimeInForce.IOC) {
      body.put("reduce_only", true);
    }
    Instant expiry = terms.expiry();
    if (expiry != null) {
      body.put("expiration_time", expiry.getEpochSecond());
    }
    return body.toString();
  }

  private static void check(OrderIntent intent, Market market) {
    OrderIntent.Terms terms = intent.terms();
    Market.Terms rules = market.terms();
    Quantity quantity = terms.quantity();
    require(intent.instrument().market().equals(market.id()), "another market's order");
    require(
        rules.grid().accepts(wirePrice(terms, intent.instrument().outcome())),
        "price off the grid: " + terms.limit());
    require(quantity.floorTo(rules.lot()).equals(quantity), "not whole lots: " + quantity);
    require(!quantity.isLessThan(rules.minimumSize()), "below the minimum: " + quantity);
    require(
        (terms.expiry() != null) == (terms.timeInForce() == TimeInForce.GTD),
        "an expiry goes with GTD and only with it");
    require(!terms.postOnly() || rests(terms), "only a resting order can be post-only");
  }

  private static Price wirePrice(OrderIntent.Terms terms, Outcome outcome) {
    return KalshiFills.flipped(terms.limit(), outcome);
  }

  private static boolean rests(OrderIntent.Terms terms) {
    return switch (terms.timeInForce()) {
      case GTC, GTD -> true;
      case IOC, FOK -> false;
    };
  }

  private static String word(TimeInForce timeInForce) {
    return switch (timeInForce) {
      case GTC, GTD -> "good_till_canceled";
      case IOC -> "immediate_or_cancel";
      case FOK -> "fill_or_kill";
    };
  }

  private static void require(boolean kept, String otherwise) {
    if (!kept) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
