package pairdesk.engine.order;

/** One attempt to trade one opportunity; from {@code IdSource}, unique for ever. */
public record ExecutionId(String value) implements Comparable<ExecutionId> {
  public ExecutionId {
    if (!value.matches("[0-9a-z]{1,32}")) {
      throw new IllegalArgumentException("execution id: " + value);
    }
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
