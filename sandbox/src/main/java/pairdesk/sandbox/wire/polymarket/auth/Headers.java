package pairdesk.sandbox.wire.polymarket.auth;

import java.util.Optional;

/** The headers of one request; names are matched without regard to case. */
@FunctionalInterface
public interface Headers {
  Optional<String> get(String name);
}
