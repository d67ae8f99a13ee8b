package pairdesk.engine.opportunity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.PairId;
import pairdesk.engine.money.Quantity;

/** What a strategy found at one moment, before anyone asked whether it may be traded. */
public sealed interface Opportunity {
  OpportunityId id();

  /** Name of the strategy that found it, {@code cross-venue}. */
  String strategy();

  List<Leg> legs();

  Edge edge();

  Instant at();

  /** Legs of equal shares that together pay a fixed amount, whatever resolves. */
  record Bundle(
      OpportunityId id,
      String strategy,
      @Nullable PairId pair,
      List<Leg> legs,
      Edge edge,
      Instant at)
      implements Opportunity {
    public Bundle {
      legs = List.copyOf(legs);
      Quantity shares = legs.getFirst().quantity();
      for (Leg leg : legs) {
        if (!leg.quantity().equals(shares)) {
          throw new IllegalArgumentException("a bundle has equal shares on every leg: " + legs);
        }
      }
    }

    public Quantity shares() {
      return legs.getFirst().quantity();
    }

    /** How many of the legs pay a dollar a share, whatever resolves. */
    public int paying() {
      return Math.toIntExact(edge.payout().e6() / shares().e6());
    }
  }
}
