package pairdesk.matching.candidate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few best of many, in order; of two with the same sum the one with the lesser id. */
final class Best {
  private final long[] ids;
  private final int[] numbers;
  private final float[] sums;
  private int count;

  /**
   * @param ids by number
   */
  Best(long[] ids, int most) {
    this.ids = ids;
    this.numbers = new int[most];
    this.sums = new float[most];
  }

  void offer(int number, float sum) {
    if (count == sums.length && !isBefore(number, sum, count - 1)) {
      return;
    }
    int at = count < sums.length ? count++ : count - 1;
    while (at > 0 && isBefore(number, sum, at - 1)) {
      numbers[at] = numbers[at - 1];
      sums[at] = sums[at - 1];
      at--;
    }
    numbers[at] = number;
    sums[at] = sum;
  }

  private boolean isBefore(int number, float sum, int at) {
    return sum > sums[at] || (sum == sums[at] && ids[number] < ids[numbers[at]]);
  }

  /** Best first; numbers without a profile are left out. */
  List<Profile> in(List<@Nullable Profile> profiles) {
    List<Profile> best = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      Profile profile = profiles.get(numbers[at]);
      if (profile != null) {
        best.add(profile);
      }
    }
    return best;
  }
}
