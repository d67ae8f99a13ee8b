package pairdesk.matching.candidate;

import java.util.Arrays;
import pairdesk.matching.text.KeySet;

/**
 * Key to the numbers of the documents that hold it. Removed documents are skipped by the caller.
 */
final class Postings {
  private static final int SMALLEST = 64;

  private final KeyTable table = new KeyTable();
  private int[][] lists = new int[SMALLEST][];
  private int[] sizes = new int[SMALLEST];

  void addAll(KeySet keys, int document) {
    for (int at = 0; at < keys.size(); at++) {
      add(keys.at(at), document);
    }
  }

  void add(long key, int document) {
    int slot = table.findOrAdd(key);
    if (slot == sizes.length) {
      lists = Arrays.copyOf(lists, 2 * slot);
      sizes = Arrays.copyOf(sizes, 2 * slot);
    }
    if (sizes[slot] == 0) {
      lists[slot] = new int[2];
    } else if (sizes[slot] == lists[slot].length) {
      lists[slot] = Arrays.copyOf(lists[slot], 2 * sizes[slot]);
    }
    lists[slot][sizes[slot]++] = document;
  }

  /** A number by which {@link #size(int)} and {@link #addTo} know the key; −1 without documents. */
  int slot(long key) {
    return table.find(key);
  }

  int size(int slot) {
    return slot < 0 ? 0 : sizes[slot];
  }

  /** Adds a weight to the sum of every document that holds the key. */
  void addTo(Sums sums, int slot, float weight) {
    for (int at = 0; at < sizes[slot]; at++) {
      sums.add(lists[slot][at], weight);
    }
  }
}
