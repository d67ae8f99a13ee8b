package pairdesk.engine.market;

/** The number that people type: {@code /pause_pair 42}. */
public record PairId(long value) implements Comparable<PairId> {
  public PairId {
    if (value <= 0) {
      throw new IllegalArgumentException("pair id: " + value);
    }
  }

  @Override
  public int compareTo(PairId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
