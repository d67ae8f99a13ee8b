package pairdesk.engine.order;

/** One attempt to trade one opportunity; from {@code IdSource}, unique for ever. */
public record ExecutionId(String value) implements Comparable<ExecutionId> {
  public ExecutionId {
    if (value.isEmpty() || value.length() > 32 || !isPlain(value)) {
      throw new IllegalArgumentException("execution id: " + value);
    }
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(ExecutionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
