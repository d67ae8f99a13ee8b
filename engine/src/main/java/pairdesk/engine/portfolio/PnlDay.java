package pairdesk.engine.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Usd;

/**
 * Profit and loss of one UTC day, one venue, one strategy and, where there is one, one pair.
 *
 * @param realised before fees
 */
public record PnlDay(
    LocalDate day, VenueId venue, String strategy, @Nullable PairId pair, Usd realised, Usd fees) {}
