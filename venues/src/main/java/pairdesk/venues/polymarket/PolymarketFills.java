package pairdesk.venues.polymarket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.order.Fill;
import pairdesk.engine.order.FillStatus;
import pairdesk.engine.order.Side;
import pairdesk.venues.net.VenueException;
import pairdesk.venues.polymarket.PolymarketWire.Maker;
import pairdesk.venues.polymarket.PolymarketWire.Taker;
import pairdesk.venues.polymarket.PolymarketWire.WireTrade;

/**
 * What a trade filled of our orders.
 *
 * <p>As taker: one fill for each trade, keyed by the ids of trade and order alone. A stream's
 * message and a page of the list may name the makers more or less completely; were the key made of
 * them, one trade could be booked twice. As maker: one fill for each order of ours that was hit,
 * its side, token and quantity from our own entry, because the upper fields are the taker's and may
 * be of the other token.
 */
final class PolymarketFills {
  private final PolymarketCatalog catalog;
  private final PolymarketAccess access;
  private final String wallet;

  /**
   * @param access names the owner of our orders by the key of our API credentials
   * @param wallet address that holds our money
   */
  PolymarketFills(PolymarketCatalog catalog, PolymarketAccess access, String wallet) {
    this.catalog = catalog;
    this.access = access;
    this.wallet = wallet;
  }

  /**
   * @throws VenueException when the trade has no entry of ours, or its market is not known
   */
  List<Fill> of(WireTrade trade) {
    FillStatus status = status(trade.status());
    List<Fill> fills = trade.weTook() ? List.of(taken(trade, status)) : made(trade, status);
    if (fills.isEmpty()) {
      throw new VenueException("trade " + trade.id() + " has no entry of ours");
    }
    return fills;
  }

  /** MATCHED and what follows may still fail; only two words are the last. */
  static FillStatus status(String word) {
    return switch (word) {
      case "MATCHED", "MATCHED_NOT_BROADCASTED", "MINED", "RETRYING" -> FillStatus.PROVISIONAL;
      case "CONFIRMED" -> FillStatus.FINAL;
      case "FAILED" -> FillStatus.VOIDED;
      default -> throw new VenueException("trade status not known: " + word);
    };
  }

  private Fill taken(WireTrade trade, FillStatus status) {
    Taker taker = trade.taker();
    KnownMarkets.Token token = catalog.token(taker.tokenId(), trade.market());
    var paid = TakenPrice.of(taker.side(), prices(trade), token.fees());
    return new Fill(
        key(trade.id(), taker.orderId()),
        null,
        token.instrument(),
        taker.side(),
        taker.size(),
        paid.average(),
        paid.fee(),
        Fill.Liquidity.TAKER,
        status,
        trade.at());
  }

  /**
   * The makers' quantities by price, as the taker sees it; the trade's own when they do not tell.
   */
  private static Map<Price, Quantity> prices(WireTrade trade) {
    Taker taker = trade.taker();
    var byPrice = new TreeMap<Price, Quantity>();
    Quantity sum = Quantity.ZERO;
    for (Maker maker : trade.makers()) {
      boolean sameToken = maker.tokenId().equals(taker.tokenId());
      Price price = sameToken ? maker.price() : maker.price().complement();
      byPrice.merge(price, maker.matched(), Quantity::plus);
      sum = sum.plus(maker.matched());
    }
    return sum.equals(taker.size()) && !sum.isZero()
        ? byPrice
        : Map.of(taker.price(), taker.size());
  }

  private List<Fill> made(WireTrade trade, FillStatus status) {
    var fills = new ArrayList<Fill>();
    for (Maker maker : trade.makers()) {
      if (isOurs(maker)) {
        KnownMarkets.Token token = catalog.token(maker.tokenId(), trade.market());
        fills.add(
            new Fill(
                key(trade.id(), maker.orderId()),
                null,
                token.instrument(),
                side(maker, trade.taker()),
                maker.matched(),
                maker.price(),
                Usd.ZERO,
                Fill.Liquidity.MAKER,
                status,
                trade.at()));
      }
    }
    return fills;
  }

  private boolean isOurs(Maker maker) {
    return maker.address().equalsIgnoreCase(wallet)
        || access.known().filter(ours -> ours.key().equals(maker.owner())).isPresent();
  }

  /** On the same token makers do the opposite of the taker, on the other one the same. */
  private static Side side(Maker maker, Taker taker) {
    if (maker.side() != null) {
      return maker.side();
    }
    boolean opposite = maker.tokenId().equals(taker.tokenId());
    return (taker.side() == Side.BUY) == opposite ? Side.SELL : Side.BUY;
  }

  private static Fill.Key key(String trade, String order) {
    return new Fill.Key(VenueId.POLYMARKET.code(), trade, order);
  }
}
