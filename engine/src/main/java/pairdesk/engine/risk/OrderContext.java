package pairdesk.engine.risk;

import java.time.Instant;
import pairdesk.engine.portfolio.Portfolio;
import pairdesk.engine.strategy.MarketView;

/** All that the approval of a single order may look at, at one moment. */
public record OrderContext(
    Instant now, MarketView markets, Portfolio portfolio, RiskContext.Desk desk) {}
