package pairdesk.engine.execution;

import java.util.Collection;

/**
 * How many executions stayed within what slippage may be, counted in three ways.
 *
 * @param limit of the whole trade, within {@link Slippage#LIMIT}
 * @param tolerance of the whole trade, within {@link Slippage#TOLERANCE}
 * @param everyShare each share of it within {@link PriceLimits}
 */
public record InsideSlippage(long limit, long tolerance, long everyShare) {
  public static final InsideSlippage NONE = new InsideSlippage(0, 0, 0);

  /** Of one execution. */
  public static InsideSlippage of(Plan plan, Collection<OrderFills> orders) {
    Slippage slippage = Slippage.of(plan, orders);
    return new InsideSlippage(
        slippage.isWithin(Slippage.LIMIT) ? 1 : 0,
        slippage.isWithin(Slippage.TOLERANCE) ? 1 : 0,
        PriceLimits.areKept(plan, orders) ? 1 : 0);
  }

  public InsideSlippage plus(InsideSlippage other) {
    return new InsideSlippage(
        limit + other.limit, tolerance + other.tolerance, everyShare + other.everyShare);
  }

  public InsideSlippage minus(InsideSlippage other) {
    return new InsideSlippage(
        limit - other.limit, tolerance - other.tolerance, everyShare - other.everyShare);
  }
}
