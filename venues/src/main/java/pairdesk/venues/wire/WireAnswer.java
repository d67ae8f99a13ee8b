package pairdesk.venues.wire;

import java.util.Map;

/**
 * A whole answer.
 *
 * @param headers names in lower case; of repeated ones the last
 */
public record WireAnswer(int status, Map<String, String> headers, String body) {
  public WireAnswer {
    headers = Map.copyOf(headers);
  }
}
