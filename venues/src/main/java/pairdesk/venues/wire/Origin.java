package pairdesk.venues.wire;

import java.net.URI;

/** Where a wire leads. */
record Origin(boolean secure, String host, int port) {
  static Origin of(URI base) {
    boolean secure = "https".equals(base.getScheme());
    int port = base.getPort() >= 0 ? base.getPort() : secure ? 443 : 80;
    return new Origin(secure, base.getHost(), port);
  }

  /** As the Host header names it: without the port that goes without saying. */
  String named() {
    return port == (secure ? 443 : 80) ? host : host + ":" + port;
  }

  URI address() {
    return URI.create((secure ? "https://" : "http://") + host + ":" + port);
  }
}
