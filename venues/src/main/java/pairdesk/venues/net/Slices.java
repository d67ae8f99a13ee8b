package pairdesk.venues.net;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Long lists in pieces that one call bears. */
public final class Slices {
  private Slices() {}

  public static <T> List<List<T>> of(Collection<T> whole, int most) {
    List<T> all = List.copyOf(whole);
    return IntStream.iterate(0, from -> from < all.size(), from -> from + most)
        .mapToObj(from -> all.subList(from, Math.min(all.size(), from + most)))
        .toList();
  }
}
