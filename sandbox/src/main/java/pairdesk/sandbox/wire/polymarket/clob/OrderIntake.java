package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Order;
import pairdesk.sandbox.exchange.OrderIds;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.exchange.Placement;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;
import pairdesk.sandbox.wire.polymarket.signing.ExchangeDomain;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Takes one signed order: checks who signed what, then hands it to the exchange. */
final class OrderIntake {
  private final Venue venue;
  private final Origins origins;
  private final ExchangeDomain standard = ExchangeDomain.of(false);
  private final ExchangeDomain negRisk = ExchangeDomain.of(true);

  OrderIntake(Venue venue, Origins origins) {
    this.venue = venue;
    this.origins = origins;
  }

  /**
   * The answer of {@code POST /order}.
   *
   * @throws HttpRefusal when the order is not taken
   */
  ObjectNode take(ApiKey key, JsonNode body) {
    OrderRequest request = OrderRequest.parse(body);
    Instant now = venue.clock().instant();
    HttpRefusal.check(venue.mode().refusal(request.postOnly(), now));
    Token token =
        venue
            .listings()
            .token(request.order().tokenId().toString())
            .orElseThrow(() -> HttpRefusal.badRequest("Invalid token id"));
    ExchangeDomain domain = token.listing().event().negRisk() ? negRisk : standard;
    SignerCheck.check(request, key, domain);
    String orderId = domain.orderId(request.order());
    OrderTerms terms = new OrderRules(venue.book(token), now).terms(request, orderId);
    AccountId account = funded(key, request);
    boolean isNew = origins.putIfAbsent(orderId, origin(key, request));
    return switch (venue.exchange().place(account, OrderIds.digest(orderId), terms)) {
      case Placement.Refused(var reason) -> {
        if (isNew) {
          origins.remove(orderId);
        }
        throw HttpRefusal.badRequest(Refusals.text(reason, orderId, terms));
      }
      case Placement.Placed(Order order, var trades) -> accepted(order, trades);
    };
  }

  /** Money lies in one wallet of the key only; the others are empty. */
  private AccountId funded(ApiKey key, OrderRequest request) {
    return venue
        .trader(key.owner())
        .filter(trader -> trader.funder().equals(request.order().maker()))
        .map(Trader::account)
        .orElseThrow(() -> HttpRefusal.badRequest("not enough balance / allowance"));
  }

  private static ObjectNode accepted(Order order, List<Trade> trades) {
    if (trades.isEmpty()) {
      HttpRefusal.check(Refusals.unmatched(order.terms().lifetime()));
    }
    ObjectNode answer =
        Json.object()
            .put("success", true)
            .put("errorMsg", "")
            .put("orderID", order.id())
            .put("status", trades.isEmpty() ? "live" : "matched");
    Usd dollars = Usd.ZERO;
    Quantity shares = Quantity.ZERO;
    for (Trade trade : trades) {
      Fill fill = trade.taker();
      dollars = dollars.plus(fill.deal().cash());
      shares = shares.plus(fill.deal().quantity());
    }
    boolean buys = order.terms().side() == Side.BUY;
    String dollarText = trades.isEmpty() ? "" : Json.number(dollars.e6(), 6).toPlainString();
    String shareText = trades.isEmpty() ? "" : shares.toString();
    answer
        .put("makingAmount", buys ? dollarText : shareText)
        .put("takingAmount", buys ? shareText : dollarText);
    answer.putArray("transactionsHashes");
    answer.set("tradeIDs", Json.texts(trades.stream().map(t -> TradeRecords.id(t.id())).toList()));
    return answer;
  }

  private static Origins.Origin origin(ApiKey key, OrderRequest request) {
    return new Origins.Origin(
        key.id(),
        request.order().maker(),
        request.expiration(),
        request.type().name(),
        request.order().builder().hex());
  }
}
