package pairdesk.engine.strategy.crossvenue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.opportunity.Fees;
import pairdesk.engine.opportunity.Opportunity;
import pairdesk.engine.strategy.MarketView;
import pairdesk.engine.strategy.Strategy;
import pairdesk.engine.time.IdSource;

/** Finds approved pairs whose two legs together cost less than they pay. */
public final class CrossVenueStrategy implements Strategy {
  public static final String NAME = "cross-venue";

  private final CrossVenueSettings settings;
  private final Fees fees;

  public CrossVenueStrategy(CrossVenueSettings settings, Fees fees) {
    this.settings = settings;
    this.fees = fees;
  }

  public CrossVenueSettings settings() {
    return settings;
  }

  public Fees fees() {
    return fees;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Opportunity> look(MarketView view, Set<MarketId> changed, Instant now, IdSource ids) {
    return List.of();
  }
}
