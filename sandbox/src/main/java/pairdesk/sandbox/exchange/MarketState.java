package pairdesk.sandbox.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.PriceGrid;
import pairdesk.engine.money.Quantity;

/**
 * A market now.
 *
 * @param spec as listed, with the fees in force
 * @param grid the price grid in force, which may be finer than the listed one
 * @param close the close in force, which may be earlier than the listed one
 * @param value what a YES share pays, once determined
 * @param settledAt when it was paid out
 */
public record MarketState(
    MarketSpec spec,
    MarketPhase phase,
    PriceGrid grid,
    Instant close,
    Figures figures,
    @Nullable Price value,
    @Nullable Instant settledAt) {

  /**
   * What was traded.
   *
   * @param lastPrice of YES, zero before the first trade
   * @param lastSide what the last taker did with YES
   */
  public record Figures(
      Price lastPrice, Side lastSide, Quantity lastSize, Quantity volume, Quantity openInterest) {
    static final Figures NONE =
        new Figures(Price.ZERO, Side.BUY, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);
  }

  static MarketState listed(MarketSpec spec) {
    return new MarketState(
        spec, MarketPhase.INITIALIZED, spec.grid(), spec.life().close(), Figures.NONE, null, null);
  }

  public boolean isTrading() {
    return phase == MarketPhase.ACTIVE;
  }

  MarketState in(MarketPhase next) {
    return new MarketState(spec, next, grid, close, figures, value, settledAt);
  }

  MarketState with(PriceGrid newGrid) {
    return new MarketState(spec, phase, newGrid, close, figures, value, settledAt);
  }

  MarketState with(FeeTerms newFees) {
    return new MarketState(spec.with(newFees), phase, grid, close, figures, value, settledAt);
  }

  MarketState with(Figures newFigures) {
    return new MarketState(spec, phase, grid, close, newFigures, value, settledAt);
  }

  MarketState closingAt(Instant newClose) {
    return new MarketState(spec, phase, grid, newClose, figures, value, settledAt);
  }

  MarketState determined(Price yesPays) {
    return new MarketState(spec, MarketPhase.DETERMINED, grid, close, figures, yesPays, null);
  }

  MarketState amended(Price yesPays) {
    return new MarketState(spec, MarketPhase.AMENDED, grid, close, figures, yesPays, null);
  }

  MarketState finalized(Instant at) {
    return new MarketState(spec, MarketPhase.FINALIZED, grid, close, figures, value, at);
  }
}
