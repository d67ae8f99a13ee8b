package pairdesk.engine.portfolio;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.PairId;

/**
 * Whose profit or loss it is.
 *
 * @param strategy name of the strategy, {@code cross-venue}; {@code external} for what a person
 *     traded beside us
 * @param pair null for strategies on one venue
 */
public record Attribution(String strategy, @Nullable PairId pair)
    implements Comparable<Attribution> {
  public static final Attribution EXTERNAL = new Attribution("external", null);

  private static final Comparator<Attribution> ORDER =
      Comparator.comparing(Attribution::strategy)
          .thenComparing(Attribution::pair, Comparator.nullsFirst(Comparator.naturalOrder()));

  @Override
  public int compareTo(Attribution other) {
    return ORDER.compare(this, other);
  }
}
