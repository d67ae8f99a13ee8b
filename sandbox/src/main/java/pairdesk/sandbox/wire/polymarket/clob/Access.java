package pairdesk.sandbox.wire.polymarket.clob;

import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.auth.Authenticator;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.signing.KeyRequest;

/** The caller of a request, or 401. */
final class Access {
  private final Authenticator authenticator;

  Access(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  ApiKey key(WireRequest request) {
    return authenticator
        .level2(
            request::header,
            new Authenticator.Call(
                request.method(), request.path(), request.body(), request.arrivedAt()))
        .orElseThrow(HttpRefusal::unauthorized);
  }

  KeyRequest wallet(WireRequest request) {
    return authenticator
        .level1(request::header, request.arrivedAt())
        .orElseThrow(() -> HttpRefusal.of(401, "Invalid L1 Request headers"));
  }
}
