package pairdesk.venues.polymarket;

import java.time.Duration;
import java.util.Map;
import pairdesk.venues.net.Chance;
import pairdesk.venues.net.Fields;
import pairdesk.venues.net.HttpApi;
import pairdesk.venues.net.HttpCall;
import pairdesk.venues.net.HttpOutcome;
import pairdesk.venues.net.HttpOutcome.Answered;
import pairdesk.venues.net.HttpSigner;
import pairdesk.venues.net.Sending;
import pairdesk.venues.net.Toll;
import pairdesk.venues.net.Transport;
import pairdesk.venues.net.VenueException;

/** Calls to the private side of the CLOB, each signed with the account's API credentials. */
final class PolymarketLink {
  private final HttpApi clob;
  private final HttpApi open;
  private final PolymarketSigner signer;
  private final PolymarketAccess access;
  private final PolymarketBudgets budgets;
  private final Duration limit;

  PolymarketLink(
      Transport transport,
      PolymarketSettings settings,
      PolymarketSigner signer,
      PolymarketAccess access,
      Chance chance) {
    this.signer = signer;
    this.access = access;
    this.limit = settings.limits().readLimit();
    this.budgets = PolymarketBudgets.of(chance);
    this.clob =
        new HttpApi(
            transport,
            settings.endpoints().clob(),
            (call, path) ->
                signer.requestHeaders(
                    access.get(), chance.clock().instant(), call.method(), path, call.body()),
            chance);
    this.open = new HttpApi(transport, settings.endpoints().clob(), HttpSigner.NONE, chance);
  }

  PolymarketSigner signer() {
    return signer;
  }

  PolymarketAccess access() {
    return access;
  }

  PolymarketBudgets budgets() {
    return budgets;
  }

  Duration clockOffset() {
    return clob.clockOffset();
  }

  HttpOutcome send(HttpCall call, Duration deadline) {
    return send(call, deadline, deadline);
  }

  /**
   * Sends once; nothing without credentials. What cannot leave at once leaves while it is awaited.
   *
   * @param leaveWithin after this nothing may leave any more
   */
  Sending begin(HttpCall call, Duration leaveWithin, Duration deadline) {
    return access.known().isPresent()
        ? clob.begin(call, leaveWithin, deadline).then(outcome -> heeded(call, outcome))
        : Sending.later(() -> send(call, leaveWithin, deadline));
  }

  /** As {@link #begin}, to its end. */
  HttpOutcome send(HttpCall call, Duration leaveWithin, Duration deadline) {
    try {
      access.get();
    } catch (VenueException e) {
      return new HttpOutcome.NotSent("not logged in: " + e.getMessage());
    }
    return heeded(call, clob.send(call, leaveWithin, deadline));
  }

  private HttpOutcome heeded(HttpCall call, HttpOutcome outcome) {
    if (outcome instanceof Answered answer) {
      budgets.heed(call, answer);
    }
    return outcome;
  }

  /** Reads something small, unsigned, for the sake of the connection that it uses. */
  void touch() {
    open.read(version(), limit);
  }

  /** Of the connections on which orders leave at once. */
  void keepWarm() {
    open.keepWarm(version(), limit);
  }

  private HttpCall version() {
    return HttpCall.get("/version", budgets.ledgerRead());
  }

  /** The answer of whatever status. */
  Answered read(HttpCall call, Duration deadline) {
    return clob.read(call, deadline);
  }

  /** The text of a list or record of ours. */
  String ledger(String target, Duration deadline) {
    var call = HttpCall.get(target, budgets.ledgerRead());
    return PolymarketRest.success(clob.read(call, deadline), call);
  }

  String ledger(String path, Map<String, String> query) {
    return ledger(path + PolymarketRest.query(query), limit);
  }

  Fields record(String path, Map<String, String> query) {
    return Fields.parse(ledger(path, query));
  }

  /** The answer to a question that is posted. */
  String asked(String path, String body) {
    var call = HttpCall.post(path, body, budgets.ledgerRead());
    return PolymarketRest.success(clob.read(call, limit), call);
  }

  /** The text of a read that has a budget of its own. */
  String read(String target, Toll toll) {
    var call = HttpCall.get(target, toll);
    return PolymarketRest.success(clob.read(call, limit), call);
  }

  /** The number of the wallet's kind, which reads about money ask for. */
  String signatureType() {
    return Integer.toString(signer.wallet().type().code());
  }
}
