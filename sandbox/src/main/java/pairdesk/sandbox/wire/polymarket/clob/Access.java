package pairdesk.sandbox.wire.polymarket.clob;

import pairdesk.sandbox.wire.WireRequest;
import pairdesk.sandbox.wire.polymarket.auth.ApiKey;
import pairdesk.sandbox.wire.polymarket.auth.Authenticator;
import pairdesk.sandbox.wire.polymarket.auth.Headers;
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
        .level2(headers(request), request.method(), request.path(), request.body())
        .orElseThrow(HttpRefusal::unauthorized);
  }

  KeyRequest wallet(WireRequest request) {
    return authenticator
        .level1(headers(request))
        .orElseThrow(() -> HttpRefusal.of(401, "Invalid L1 Request headers"));
  }

  private static Headers headers(WireRequest request) {
    return request::header;
  }
}
