package pairdesk.sandbox.wire.polymarket.records;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import pairdesk.sandbox.wire.polymarket.signing.Address;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/**
 * Where orders came from, which the exchange need not know: API key, wallet, and what the client
 * wrote beside the signed part. Orders of the crowd get plausible names made from their id.
 */
public final class Origins {
  private static final String NO_BUILDER = "0x" + "0".repeat(64);

  private final Map<String, Origin> byOrder = new ConcurrentHashMap<>();

  /**
   * One order's origin.
   *
   * @param owner the API key's id
   * @param expiration seconds since 1970 as sent, zero for none
   * @param type GTC, GTD, FOK or FAK
   * @param builder the builder code, 0x and 64 lower-case digits, zeros for none
   */
  public record Origin(String owner, Address maker, long expiration, String type, String builder) {}

  /** Remembers where an order comes from, unless one of the same id is known; tells which. */
  public boolean putIfAbsent(String orderId, Origin origin) {
    return byOrder.putIfAbsent(orderId, origin) == null;
  }

  public void remove(String orderId) {
    byOrder.remove(orderId);
  }

  public Origin of(String orderId) {
    Origin known = byOrder.get(orderId);
    return known == null ? crowd(orderId) : known;
  }

  /** The orders that this API key sent. */
  public List<String> ordersOf(String apiKeyId) {
    return byOrder.entrySet().stream()
        .filter(entry -> entry.getValue().owner().equals(apiKeyId))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** A digest, also for the crowd's orders, which have none. */
  public static String orderId(String exchangeId) {
    return exchangeId.startsWith("0x") ? exchangeId : Words.hex(Words.keccak(exchangeId));
  }

  private static Origin crowd(String orderId) {
    String owner = UUID.nameUUIDFromBytes(orderId.getBytes(StandardCharsets.UTF_8)).toString();
    Address maker = new Address("0x" + Words.hex(Words.keccak(owner)).substring(26));
    return new Origin(owner, maker, 0, "GTC", NO_BUILDER);
  }
}
