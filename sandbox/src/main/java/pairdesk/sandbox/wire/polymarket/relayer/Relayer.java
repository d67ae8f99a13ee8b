package pairdesk.sandbox.wire.polymarket.relayer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import pairdesk.sandbox.wire.WireReply;
import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.Authenticator;
import pairdesk.sandbox.wire.polymarket.auth.BuilderKeys;
import pairdesk.sandbox.wire.polymarket.auth.RelayerKeys;
import pairdesk.sandbox.wire.polymarket.http.Endpoints;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.http.Query;
import pairdesk.sandbox.wire.polymarket.http.Replies;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Wallets;
import pairdesk.sandbox.wire.polymarket.venue.Trader;
import pairdesk.sandbox.wire.polymarket.venue.Venue;

/** The relayer's routes, opened by keys of its own or of the builder program. */
public final class Relayer {
  private static final int LATEST = 100;

  private final Venue venue;
  private final Relay relay;
  private final BuilderKeys builderKeys;
  private final RelayerKeys relayerKeys;

  public Relayer(Venue venue, BuilderKeys builderKeys, RelayerKeys relayerKeys) {
    this.venue = venue;
    this.relay = new Relay(venue);
    this.builderKeys = builderKeys;
    this.relayerKeys = relayerKeys;
  }

  public void register(Endpoints endpoints) {
    endpoints.orders(HandlerType.POST, "/submit", this::submit);
    endpoints.get("/transaction", this::transaction);
    endpoints.get("/transactions", this::transactions);
    endpoints.get("/v1/account/transactions/params", this::params);
    endpoints.get("/v1/account/transactions/{id}", this::accountTransaction);
    endpoints.get("/nonce", this::nonce);
    endpoints.get("/relay-payload", this::payload);
    endpoints.get("/deployed", this::deployed);
    endpoints.get("/relayer/api/keys", this::keys);
  }

  private Address caller(WireRequest request) {
    var call =
        new Authenticator.Call(
            request.method(), request.path(), request.body(), request.arrivedAt());
    return relayerKeys
        .caller(request::header)
        .or(() -> builderKeys.caller(request::header, call))
        .orElseThrow(() -> HttpRefusal.of(401, "invalid authorization"));
  }

  private WireReply submit(WireRequest request) {
    Address caller = caller(request);
    JsonNode body = Json.parse(request.body()).orElseThrow(Relayer::badPayload);
    Submission submission;
    try {
      submission = Submission.read(body);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw badPayload();
    }
    Relayed taken = relay.submit(submission, caller);
    return Replies.json(Json.object().put("transactionID", taken.id()).put("state", "STATE_NEW"));
  }

  private static HttpRefusal badPayload() {
    return HttpRefusal.badRequest("invalid transaction request payload");
  }

  private WireReply transaction(WireRequest request) {
    String id = Query.text(request, "id").orElseThrow(() -> HttpRefusal.badRequest("invalid id"));
    return list(List.of(found(id)));
  }

  private WireReply accountTransaction(WireRequest request) {
    Address caller = caller(request);
    Relayed found = found(request.pathParam("id"));
    if (!found.isOf(caller)) {
      throw HttpRefusal.notFound("transaction not found");
    }
    return Replies.json(found.json());
  }

  private Relayed found(String id) {
    return relay.find(id).orElseThrow(() -> HttpRefusal.notFound("transaction not found"));
  }

  private WireReply transactions(WireRequest request) {
    return list(relay.of(caller(request)).stream().limit(LATEST).toList());
  }

  private static WireReply list(List<Relayed> transactions) {
    ArrayNode answer = Json.array();
    transactions.forEach(one -> answer.add(one.json()));
    return Replies.json(answer);
  }

  private WireReply nonce(WireRequest request) {
    return nonceOf(wallet(request));
  }

  private WireReply nonceOf(Address wallet) {
    return Replies.json(Json.object().put("nonce", relay.nonce(wallet).toString()));
  }

  private WireReply payload(WireRequest request) {
    Address wallet = wallet(request);
    return Replies.json(
        Json.object()
            .put("address", Relay.ADDRESS.hex())
            .put("nonce", relay.nonce(wallet).toString()));
  }

  /** The Safe or the proxy of the signer that the request names. */
  private static Address wallet(WireRequest request) {
    Wallets wallets = Wallets.of(address(request));
    return switch (Query.text(request, "type").orElse("")) {
      case "PROXY" -> wallets.proxy();
      case "SAFE" -> wallets.safe();
      default -> throw HttpRefusal.badRequest("invalid type");
    };
  }

  private static Address address(WireRequest request) {
    try {
      return new Address(Query.text(request, "address").orElse(""));
    } catch (IllegalArgumentException e) {
      throw HttpRefusal.badRequest("invalid address");
    }
  }

  /** What the caller's next batch must say. */
  private WireReply params(WireRequest request) {
    Address caller = caller(request);
    if (!Query.text(request, "type").orElse("").equals("WALLET")) {
      throw HttpRefusal.badRequest("invalid type");
    }
    Optional<Address> funder = venue.trader(caller).map(Trader::funder);
    return nonceOf(funder.orElse(Wallets.of(caller).depositWallet()));
  }

  private WireReply deployed(WireRequest request) {
    String wallet = address(request).hex();
    return Replies.json(Json.object().put("deployed", venue.traderOfWallet(wallet).isPresent()));
  }

  private WireReply keys(WireRequest request) {
    Address caller =
        relayerKeys
            .caller(request::header)
            .orElseThrow(() -> HttpRefusal.of(401, "invalid authorization"));
    ArrayNode answer = Json.array();
    answer
        .addObject()
        .put("apiKey", relayerKeys.of(caller))
        .put("address", caller.hex())
        .put("createdAt", relayerKeys.madeAt().toString())
        .put("updatedAt", relayerKeys.madeAt().toString());
    return Replies.json(answer);
  }
}
