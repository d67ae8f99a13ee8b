package pairdesk.venues.net;

import java.util.Map;
import java.util.Optional;

/** Makes the headers that prove who we are; asked anew for every attempt. Called by any thread. */
@FunctionalInterface
public interface HttpSigner {
  /** For addresses that everyone may read. */
  HttpSigner NONE = (call, path) -> Map.of();

  /**
   * @param path path of the whole address with its prefix, without the query
   */
  Map<String, String> headers(HttpCall call, String path);

  /** The same for a call that leaves at once; empty where making them would take long. */
  default Optional<Map<String, String>> ready(HttpCall call, String path) {
    return Optional.of(headers(call, path));
  }
}
