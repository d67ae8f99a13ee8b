package pairdesk.matching.candidate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Key to the numbers of the documents that hold it. Removed documents are skipped by the caller.
 */
final class Postings<K> {
  private final Map<K, Numbers> lists = new HashMap<>();

  private static final class Numbers {
    int[] values = new int[2];
    int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }
  }

  void add(K key, int document) {
    lists.computeIfAbsent(key, k -> new Numbers()).add(document);
  }

  int size(K key) {
    Numbers numbers = lists.get(key);
    return numbers == null ? 0 : numbers.size;
  }

  void forEach(K key, IntConsumer document) {
    Numbers numbers = lists.get(key);
    if (numbers != null) {
      for (int at = 0; at < numbers.size; at++) {
        document.accept(numbers.values[at]);
      }
    }
  }
}
