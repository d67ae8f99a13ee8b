package pairdesk.engine.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pairdesk.engine.order.Side;

/** What our own gate had against orders of an execution: its last no to each leg and side. */
public record Denials(List<Denial> all) {
  public static final Denials NONE = new Denials(List.of());

  public Denials {
    all = List.copyOf(all);
  }

  /** Nothing was sent. */
  public record Denial(int leg, Side side, Instant at) {
    boolean isOf(int otherLeg, Side otherSide) {
      return leg == otherLeg && side == otherSide;
    }
  }

  Denials plus(OrderWish wish, Instant now) {
    var next = new ArrayList<>(all);
    next.removeIf(denial -> denial.isOf(wish.leg(), wish.terms().side()));
    next.add(new Denial(wish.leg(), wish.terms().side(), now));
    return new Denials(next);
  }

  boolean isSince(Instant moment) {
    return all.stream().anyMatch(denial -> !denial.at().isBefore(moment));
  }

  /** The epoch when it said none. */
  public Instant last(int leg, Side side) {
    return all.stream()
        .filter(denial -> denial.isOf(leg, side))
        .map(Denial::at)
        .findFirst()
        .orElse(Instant.EPOCH);
  }
}
