package pairdesk.venues.polymarket;

import java.math.BigInteger;
import pairdesk.engine.market.FeeSchedule;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.venues.net.VenueException;

/**
 * The fee of a taker's fill, which the venue charges but does not report: {@code shares × rate × (p
 * × (1 − p)) ^ exponent}, floored to 0.00001 dollar. Source: fee page of August 2026 and 21 fills
 * on Polygon of September 2026. Makers pay nothing.
 */
final class PolymarketFees {
  private static final BigInteger RATE_SCALE = BigInteger.TEN.pow(4);
  private static final BigInteger CURVE_SCALE = BigInteger.TEN.pow(8);

  private PolymarketFees() {}

  /**
   * @throws VenueException when the schedule is not one we know: a fee is never guessed
   */
  static Usd taker(FeeSchedule schedule, Quantity quantity, Price price) {
    return switch (schedule) {
      case FeeSchedule.Free _ -> Usd.ZERO;
      case FeeSchedule.TakerCurve curve -> onCurve(curve, quantity, price);
      case FeeSchedule.Unknown unknown ->
          throw new VenueException("fee schedule not known: " + unknown.venueName());
      case FeeSchedule.Quadratic _ -> throw new VenueException("fee schedule of another venue");
    };
  }

  private static Usd onCurve(FeeSchedule.TakerCurve curve, Quantity quantity, Price price) {
    BigInteger odds = BigInteger.valueOf((long) price.e4() * price.complement().e4());
    BigInteger feeE6 =
        BigInteger.valueOf(quantity.e6())
            .multiply(BigInteger.valueOf(curve.rate().bps()))
            .multiply(odds.pow(curve.exponent()))
            .divide(RATE_SCALE.multiply(CURVE_SCALE.pow(curve.exponent())));
    return Usd.ofE6(Math.floorDiv(feeE6.longValueExact(), 10) * 10);
  }
}
