package pairdesk.matching.candidate;

import java.util.Arrays;

/**
 * Numbers keys 0, 1, 2 … in the order of their first sight, by open addressing: no boxes, no nodes.
 * Keys are never taken out.
 */
final class KeyTable {
  private static final int SMALLEST = 64;

  private long[] keys = new long[SMALLEST];
  private int[] slots = new int[2 * SMALLEST];
  private int size;

  /** −1 for a key that was never numbered. */
  int find(long key) {
    int slot = slots[place(key)];
    return slot - 1;
  }

  int findOrAdd(long key) {
    int place = place(key);
    if (slots[place] > 0) {
      return slots[place] - 1;
    }
    if (size == keys.length) {
      grow();
      place = place(key);
    }
    keys[size] = key;
    slots[place] = ++size;
    return size - 1;
  }

  int size() {
    return size;
  }

  /** Where the key is, or the free place where it belongs. */
  private int place(long key) {
    int mask = slots.length - 1;
    int place = (int) (mix(key) & mask);
    while (slots[place] > 0 && keys[slots[place] - 1] != key) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    slots = new int[4 * size];
    for (int at = 0; at < size; at++) {
      slots[place(keys[at])] = at + 1;
    }
  }

  private static long mix(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 32);
  }
}
