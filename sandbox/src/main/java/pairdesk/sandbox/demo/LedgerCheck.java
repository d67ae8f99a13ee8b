package pairdesk.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares what the sandbox knows of the trader's accounts with what the desk believes: shares to
 * the millionth, cash to the micro-dollar.
 */
public final class LedgerCheck {
  private LedgerCheck() {}

  /** An account as exact integers by name; zeros left out. */
  public record Books(Map<String, Long> shares, Map<String, Long> cash) {}

  /** From the desk's {@code /ledger}. */
  public static Books ofDesk(JsonNode ledger) {
    Map<String, Long> shares = new TreeMap<>();
    for (JsonNode p : ledger.path("positions")) {
      put(
          shares,
          p.path("venue").asText()
              + " "
              + p.path("market").asText()
              + " "
              + p.path("outcome").asText(),
          p.path("quantity_e6"));
    }
    Map<String, Long> cash = new TreeMap<>();
    for (JsonNode c : ledger.path("cash")) {
      put(cash, c.path("venue").asText() + " " + c.path("shard").asInt(), c.path("total_e6"));
    }
    return new Books(shares, cash);
  }

  private static void put(Map<String, Long> into, String key, JsonNode amount) {
    long value = Long.parseLong(amount.asText());
    if (value != 0) {
      into.merge(key, value, Math::addExact);
    }
  }

  /** Everything in which they differ, one line each. */
  public static List<String> differences(Books truth, Books desk) {
    var lines = new ArrayList<String>();
    compare("shares", truth.shares(), desk.shares(), lines);
    compare("cash", truth.cash(), desk.cash(), lines);
    return lines;
  }

  private static void compare(
      String what, Map<String, Long> truth, Map<String, Long> desk, List<String> lines) {
    var keys = new java.util.TreeSet<>(truth.keySet());
    keys.addAll(desk.keySet());
    for (String key : keys) {
      long is = truth.getOrDefault(key, 0L);
      long believed = desk.getOrDefault(key, 0L);
      if (is != believed) {
        lines.add(
            "%s %s: the sandbox has %d e6, the desk %d e6".formatted(what, key, is, believed));
      }
    }
  }
}
