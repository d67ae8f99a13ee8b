package pairdesk.engine.order;

/**
 * Our own id of an order: derived from execution, leg, purpose and attempt, so that a restarted
 * process computes the same one; unique for ever.
 *
 * @param value 1 to 64 characters of {@code [A-Za-z0-9_:-]}
 */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {
  public ClientOrderId {
    if (value.isEmpty() || value.length() > 64 || !isPlain(value)) {
      throw new IllegalArgumentException("client order id: " + value);
    }
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean digit = c >= '0' && c <= '9';
      if (!letter && !digit && c != '_' && c != ':' && c != '-') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(ClientOrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
