package pairdesk.engine.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;

/**
 * A part of one of our orders that traded. The same trade reported again (by stream and by poll, or
 * with another status) has the same key.
 *
 * @param order our id where the report lets us know it; null on Kalshi's REST fills, which carry
 *     only the venue's order id
 * @param price in the instrument's own price
 * @param fee exactly as charged, never negative
 */
public record Fill(
    Key key,
    @Nullable ClientOrderId order,
    Instrument instrument,
    Side side,
    Quantity quantity,
    Price price,
    Usd fee,
    Liquidity liquidity,
    FillStatus status,
    Instant at) {

  /** One trade can fill several of our orders, so the order is part of the key. */
  public record Key(String venue, String trade, String venueOrder) {}

  /** Which side of the match we were. */
  public enum Liquidity {
    MAKER,
    TAKER
  }

  public Fill withOrder(ClientOrderId id) {
    return new Fill(key, id, instrument, side, quantity, price, fee, liquidity, status, at);
  }

  /**
   * The same trade in words of the other outcome: a sale of YES at 0.60 is a purchase of NO at 0.40
   * where a venue nets the two.
   */
  public Fill ofOpposite() {
    return new Fill(
        key,
        order,
        instrument.opposite(),
        side.opposite(),
        quantity,
        price.complement(),
        fee,
        liquidity,
        status,
        at);
  }

  public Fill withStatus(FillStatus next) {
    return new Fill(key, order, instrument, side, quantity, price, fee, liquidity, next, at);
  }
}
