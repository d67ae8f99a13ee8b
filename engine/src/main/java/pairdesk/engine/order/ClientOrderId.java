package pairdesk.engine.order;

/**
 * Our own id of an order: derived from execution, leg, purpose and attempt, so that a restarted
 * process computes the same one; unique for ever.
 *
 * @param value 1 to 64 characters of {@code [A-Za-z0-9_:-]}
 */
public record ClientOrderId(String value) implements Comparable<ClientOrderId> {
  public ClientOrderId {
    if (!value.matches("[A-Za-z0-9_:-]{1,64}")) {
      throw new IllegalArgumentException("client order id: " + value);
    }
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
