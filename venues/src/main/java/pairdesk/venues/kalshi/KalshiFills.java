package pairdesk.venues.kalshi;

import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.Instrument;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.venues.kalshi.KalshiWire.BookSide;
import pairdesk.venues.kalshi.KalshiWire.FillRow;

/** From Kalshi's bid or ask of YES to a fill of the instrument that we traded. Always final. */
final class KalshiFills {
  private KalshiFills() {}

  /** Bid: we bought YES or sold NO. Ask: we sold YES or bought NO. */
  static Side side(BookSide wire, Outcome outcome) {
    return (wire == BookSide.BID) == (outcome == Outcome.YES) ? Side.BUY : Side.SELL;
  }

  static BookSide wireSide(Side side, Outcome outcome) {
    return (side == Side.BUY) == (outcome == Outcome.YES) ? BookSide.BID : BookSide.ASK;
  }

  /** The price in terms of YES of a price of this outcome, and the other way round. */
  static Price flipped(Price price, Outcome outcome) {
    return outcome == Outcome.YES ? price : price.complement();
  }

  /** A fill of an order that we know. */
  static Fill of(FillRow row, Instrument instrument, ClientOrderId order) {
    return fill(row, instrument, order);
  }

  /**
   * A fill of an order that we do not know. Kalshi does not say whether it opened or closed, so it
   * reads as a BUY: of YES for a bid, of NO for an ask; the position is the same.
   */
  static Fill ofUnknown(FillRow row, @Nullable ClientOrderId order) {
    MarketId market = MarketId.kalshi(row.ticker());
    return fill(row, row.side() == BookSide.BID ? market.yes() : market.no(), order);
  }

  private static Fill fill(FillRow row, Instrument instrument, @Nullable ClientOrderId order) {
    return new Fill(
        new Fill.Key(VenueId.KALSHI.code(), row.tradeId(), row.orderId()),
        order,
        instrument,
        side(row.side(), instrument.outcome()),
        row.quantity(),
        flipped(row.yesPrice(), instrument.outcome()),
        row.charge().fee(),
        row.charge().taker() ? Fill.Liquidity.TAKER : Fill.Liquidity.MAKER,
        FillStatus.FINAL,
        row.at());
  }
}
