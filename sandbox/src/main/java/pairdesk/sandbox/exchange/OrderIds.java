package pairdesk.sandbox.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How an order is called.
 *
 * @param id the venue's id where the client's order determines it (Polymarket's digest), null to
 *     have one made
 * @param clientId the client's own id, empty for none; never usable twice
 */
public record OrderIds(@Nullable String id, String clientId) {
  public static OrderIds client(String clientId) {
    return new OrderIds(null, clientId);
  }

  public static OrderIds digest(String id) {
    return new OrderIds(id, "");
  }
}
