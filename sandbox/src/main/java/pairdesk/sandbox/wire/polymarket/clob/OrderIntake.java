package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import pairdesk.sandbox.exchange.AccountId;
import pairdesk.sandbox.exchange.OrderTerms;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.records.Origins;
import pairdesk.sandbox.wire.polymarket.signing.ExchangeDomain;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** Takes one signed order: checks who signed what, then passes it on. */
final class OrderIntake {
  private final Venue venue;
  private final OrderDelivery delivery;

  OrderIntake(Venue venue, OrderDelivery delivery) {
    this.venue = venue;
    this.delivery = delivery;
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
    boolean negRisk = token.listing().event().negRisk();
    int version = venue.mode().orderVersion();
    ExchangeDomain domain = ExchangeDomain.of(version, negRisk);
    SignerCheck.check(request, key, domain, ExchangeDomain.of(version == 2 ? 3 : 2, negRisk));
    String orderId = domain.orderId(request.order());
    OrderTerms terms = new OrderRules(venue.book(token), now).terms(request, orderId);
    return delivery.deliver(
        new OrderDelivery.Parcel(orderId, funded(key, request), terms, origin(key, request)),
        token);
  }

  /** Money lies in one wallet of the key only; the others are empty. */
  private AccountId funded(ApiKey key, OrderRequest request) {
    return venue
        .trader(key.owner())
        .filter(trader -> trader.funder().equals(request.order().maker()))
        .map(Trader::account)
        .orElseThrow(() -> HttpRefusal.badRequest("not enough balance / allowance"));
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
