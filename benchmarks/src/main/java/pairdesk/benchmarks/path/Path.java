package pairdesk.benchmarks.path;

import java.util.Map;

/** One way from a tick to two orders. Not safe for threads. */
interface Path extends AutoCloseable {

  /**
   * Times of one tick.
   *
   * @param decidedNanos from the frame to what shall be bought
   * @param writtenNanos from the frame until the last byte of the later order was with the kernel
   * @param arrivedNanos from the frame to the last byte of the later order, at the other end of its
   *     socket
   * @param stageNanos from the frame to each stage; empty where none is marked
   */
  record Times(
      long decidedNanos, long writtenNanos, long arrivedNanos, Map<Marks.Stage, Long> stageNanos) {
    public Times {
      stageNanos = Map.copyOf(stageNanos);
    }
  }

  /** Whatever precedes the tick and is not timed; a pause may follow. */
  void prepare(int pair);

  /**
   * A gap opens in this pair, is bought, and closes again. Returns when everything is as before.
   *
   * @throws IllegalStateException when not exactly two orders came of it
   */
  Times tick(int pair);

  @Override
  void close();
}
