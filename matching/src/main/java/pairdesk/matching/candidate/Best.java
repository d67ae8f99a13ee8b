package pairdesk.matching.candidate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The few best of many, in order; of two with the same sum the one with the lesser id. */
final class Best {
  private final @Nullable Profile[] profiles;
  private final float[] sums;
  private int count;

  Best(int most) {
    this.profiles = new Profile[most];
    this.sums = new float[most];
  }

  void offer(Profile profile, float sum) {
    if (count == sums.length && !isBefore(profile, sum, count - 1)) {
      return;
    }
    int at = count < sums.length ? count++ : count - 1;
    while (at > 0 && isBefore(profile, sum, at - 1)) {
      profiles[at] = profiles[at - 1];
      sums[at] = sums[at - 1];
      at--;
    }
    profiles[at] = profile;
    sums[at] = sum;
  }

  private boolean isBefore(Profile profile, float sum, int at) {
    Profile other = profiles[at];
    return other == null
        || sum > sums[at]
        || (sum == sums[at] && profile.market().compareTo(other.market()) < 0);
  }

  List<Profile> inOrder() {
    List<Profile> best = new ArrayList<>(count);
    for (int at = 0; at < count; at++) {
      Profile profile = profiles[at];
      if (profile != null) {
        best.add(profile);
      }
    }
    return best;
  }
}
