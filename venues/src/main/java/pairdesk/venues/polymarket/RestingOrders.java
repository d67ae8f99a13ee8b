package pairdesk.venues.polymarket;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ids of orders of ours that rest in the book as far as we know. Safe for many threads. */
final class RestingOrders {
  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  void add(String id) {
    ids.add(id);
  }

  void remove(String id) {
    ids.remove(id);
  }

  void clear() {
    ids.clear();
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }
}
