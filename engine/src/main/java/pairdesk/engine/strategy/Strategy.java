package pairdesk.engine.strategy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.opportunity.Opportunity;

/** Finds opportunities: a pure function of view and time. Called on the engine thread only. */
public interface Strategy {

  /** As people see it and as it is stored: {@code cross-venue}. */
  String name();

  /**
   * What there is now among the markets whose books have just changed.
   *
   * @param ids gives each opportunity its id
   */
  List<Opportunity> look(
      MarketView view, Set<MarketId> changed, Instant now, pairdesk.engine.time.IdSource ids);

  /**
   * The same bundle with fewer shares, priced on the books of now: fees are rounded per order, so a
   * smaller one earns less a share. Empty when it cannot be had any more.
   */
  Optional<Opportunity.Bundle> resize(
      Opportunity.Bundle bundle, Quantity shares, MarketView view, Instant now);
}
