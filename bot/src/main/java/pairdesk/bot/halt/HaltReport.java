package pairdesk.bot.halt;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;

/**
 * What a halt came to.
 *
 * @param rowProblem why the halt is not stored; empty when it is
 * @param orders those that the desk had open by its rows; empty when the rows could not be read
 * @param uneven executions with shares that have no counterpart
 */
public record HaltReport(
    String rowProblem, List<SiteProgress> sites, List<OrderEnd> orders, List<Uneven> uneven) {
  public HaltReport {
    sites = List.copyOf(sites);
    orders = List.copyOf(orders);
    uneven = List.copyOf(uneven);
  }

  /** What became of one order of ours. */
  public enum Fate {
    /** Ended without being filled whole. */
    CANCELLED,
    FILLED,
    /** The venue does not list it: it never came, or it is still on its way. */
    NOT_LISTED,
    /** It rests, or the venue could not be asked. */
    OPEN
  }

  /**
   * @param filledMeanwhile shares that the desk's rows did not know of
   */
  public record OrderEnd(
      ClientOrderId id, Instrument instrument, Fate fate, Quantity filledMeanwhile) {}

  /**
   * @param over the legs that hold more than the lightest one
   */
  public record Uneven(ExecutionId execution, @Nullable PairId pair, List<Over> over) {
    public Uneven {
      over = List.copyOf(over);
    }
  }

  /** By how much a leg holds more than the lightest one. */
  public record Over(Instrument instrument, Quantity shares) {}

  public boolean isStored() {
    return rowProblem.isEmpty();
  }

  /** Every venue that was told is; none was told: nobody knows. */
  public boolean isFlat() {
    return !sites.isEmpty() && sites.stream().allMatch(SiteProgress::isFlat);
  }

  /** Until the last venue was flat; empty when one is not. */
  public Optional<Duration> timeToFlat() {
    if (sites.isEmpty()) {
      return Optional.empty();
    }
    Duration longest = Duration.ZERO;
    for (SiteProgress site : sites) {
      Duration after = site.flatAfter();
      if (after == null) {
        return Optional.empty();
      }
      longest = after.compareTo(longest) > 0 ? after : longest;
    }
    return Optional.of(longest);
  }
}
