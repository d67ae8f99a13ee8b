package pairdesk.matching.candidate;

import java.util.Arrays;

/** One sum for each document, cleared by what was touched. Kept between searches by one thread. */
final class Sums {
  private float[] values = new float[0];
  private int[] touched = new int[1_024];
  private int count;

  /** Makes room for this many documents; all sums are 0. */
  void prepare(int documents) {
    if (values.length < documents) {
      values = new float[documents + documents / 2 + 16];
    }
  }

  /**
   * @param weight above 0
   */
  void add(int document, float weight) {
    if (values[document] == 0) {
      if (count == touched.length) {
        touched = Arrays.copyOf(touched, count * 2);
      }
      touched[count++] = document;
    }
    values[document] += weight;
  }

  int count() {
    return count;
  }

  int document(int at) {
    return touched[at];
  }

  float sum(int document) {
    return values[document];
  }

  void clear() {
    for (int at = 0; at < count; at++) {
      values[touched[at]] = 0;
    }
    count = 0;
  }
}
