package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.Optional;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.signing.Contracts;
import pairdesk.sandbox.wire.polymarket.signing.Wallets;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** What the caller's wallet holds on chain, in base units, and what the exchanges may take. */
final class BalanceRoutes {
  private static final String UNLIMITED =
      BigInteger.TWO.pow(256).subtract(BigInteger.ONE).toString();
  private static final int POOL = 0;

  private final Venue venue;
  private final Access access;

  BalanceRoutes(Venue venue, Access access) {
    this.venue = venue;
    this.access = access;
  }

  void register(Endpoints endpoints) {
    endpoints.get("/balance-allowance", this::balance);
    endpoints.get("/balance-allowance/update", this::update);
    endpoints.put("/balance-allowance", this::update);
  }

  private WireReply balance(WireRequest request) {
    ApiKey key = access.key(request);
    Optional<Trader> trader = trader(key, request);
    long balance =
        switch (Query.text(request, "asset_type").orElse("")) {
          case "COLLATERAL" -> trader.map(this::cash).orElse(0L);
          case "CONDITIONAL", "CONDITIONAL-V2" -> shares(trader, request);
          default -> throw HttpRefusal.badRequest("Invalid asset type");
        };
    ObjectNode answer = Json.object().put("balance", Long.toString(balance));
    answer
        .putObject("allowances")
        .put(Contracts.EXCHANGE.toString(), UNLIMITED)
        .put(Contracts.NEG_RISK_EXCHANGE.toString(), UNLIMITED)
        .put(Contracts.EXCHANGE_V3.toString(), UNLIMITED)
        .put(Contracts.NEG_RISK_ADAPTER.toString(), UNLIMITED);
    return Replies.json(answer);
  }

  /** Nothing is cached here, so there is nothing to read again. */
  private WireReply update(WireRequest request) {
    access.key(request);
    return Replies.json(TextNode.valueOf(""));
  }

  /** The signature type names the wallet; only one of them holds anything. */
  private Optional<Trader> trader(ApiKey key, WireRequest request) {
    int type = Query.number(request, "signature_type", 0);
    Wallets wallets = Wallets.of(key.owner());
    return venue
        .trader(key.owner())
        .filter(trader -> wallets.makers(type).contains(trader.funder()));
  }

  private long cash(Trader trader) {
    return venue.exchange().account(trader.account()).cash().getOrDefault(POOL, Usd.ZERO).e6();
  }

  private long shares(Optional<Trader> trader, WireRequest request) {
    Token token = venue.token(Query.text(request, "token_id").orElse(""));
    return trader
        .map(t -> venue.exchange().position(t.account(), token.market()))
        .map(position -> position.of(token.outcome()).e6())
        .orElse(0L);
  }
}
