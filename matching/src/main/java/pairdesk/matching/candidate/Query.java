package pairdesk.matching.candidate;

import java.util.Arrays;

/**
 * The keys of one search, rarest first. Reads no more than a fixed number of postings, however
 * large the catalogue: common keys cost most and tell least. Kept between searches by one thread.
 */
final class Query {
  /** Postings that one source of a search may read. */
  private static final int BUDGET = 2_000;

  /** Keys that are read whatever they cost: a catalogue may hold nothing rarer. */
  private static final int ALWAYS = 1;

  private static final int SLOT_BITS = 32;

  private Postings[] sources = new Postings[64];
  private int[] slots = new int[64];
  private float[] weights = new float[64];
  private long[] bySize = new long[64];
  private int count;

  /** Nothing happens for a key that no document holds, or that weighs nothing. */
  void add(Postings source, long key, float weight) {
    int slot = source.slot(key);
    if (slot < 0 || weight <= 0) {
      return;
    }
    if (count == slots.length) {
      sources = Arrays.copyOf(sources, 2 * count);
      slots = Arrays.copyOf(slots, 2 * count);
      weights = Arrays.copyOf(weights, 2 * count);
      bySize = Arrays.copyOf(bySize, 2 * count);
    }
    sources[count] = source;
    slots[count] = slot;
    weights[count] = weight;
    bySize[count] = ((long) source.size(slot) << SLOT_BITS) | count;
    count++;
  }

  /** Adds up the weights by document, and forgets the keys. */
  void run(Sums sums) {
    Arrays.sort(bySize, 0, count);
    int read = 0;
    for (int at = 0; at < count; at++) {
      int key = (int) bySize[at];
      int size = (int) (bySize[at] >>> SLOT_BITS);
      if (at >= ALWAYS && read + size > BUDGET) {
        break;
      }
      read += size;
      sources[key].addTo(sums, slots[key], weights[key]);
    }
    count = 0;
  }
}
