package pairdesk.sandbox.wire.polymarket.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Outcome;
import pairdesk.engine.money.Price;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Rounding;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.Deal;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Settlement;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Listings;
import pairdesk.sandbox.wire.polymarket.listing.Token;
import pairdesk.sandbox.wire.polymarket.signing.Words;

/** Positions and trades as the Data API tells them: amounts are JSON numbers. */
final class WalletRecords {
  private final Listings listings;

  WalletRecords(Listings listings) {
    this.listings = listings;
  }

  ObjectNode position(String wallet, Holding holding) {
    Usd value = value(holding);
    Usd gain = value.minus(holding.cost());
    Token token = holding.token();
    ObjectNode json =
        Json.object()
            .put("proxyWallet", wallet)
            .put("asset", token.id())
            .put("conditionId", token.market().code())
            .put("size", shares(holding.size()))
            .put("avgPrice", average(holding))
            .put("initialValue", dollars(holding.cost()))
            .put("currentValue", dollars(value))
            .put("cashPnl", dollars(gain))
            .put("percentPnl", percent(gain, holding.cost()))
            .put("totalBought", shares(holding.bought()))
            .put("realizedPnl", 0)
            .put("percentRealizedPnl", 0)
            .put("curPrice", price(holding.price()))
            .put("redeemable", holding.redeemable())
            .put("mergeable", false);
    return Json.join(json, texts(token))
        .put("oppositeOutcome", token.other().label())
        .put("oppositeAsset", token.other().id())
        .put("endDate", token.listing().times().end().toString().substring(0, 10))
        .put("negativeRisk", token.listing().event().negRisk());
  }

  ObjectNode positionV2(String wallet, Holding holding) {
    Token token = holding.token();
    return Json.object()
        .put("user", wallet)
        .put("asset_id", token.id())
        .put("condition_id", token.market().code())
        .put("size", shares(holding.size()))
        .put("avg_price", average(holding))
        .put("initial_value", dollars(holding.cost()))
        .put("current_value", dollars(value(holding)))
        .put("cur_price", price(holding.price()))
        .put("status", holding.redeemable() ? "REDEEMABLE" : "OPEN")
        .put("outcome", token.label())
        .put("outcome_index", token.index());
  }

  ObjectNode trade(String wallet, Fill fill) {
    Deal deal = fill.deal();
    Token token = listings.token(deal.market(), deal.outcome());
    ObjectNode json =
        Json.object()
            .put("proxyWallet", wallet)
            .put("side", deal.side().name())
            .put("asset", token.id())
            .put("conditionId", deal.market().code())
            .put("size", shares(deal.quantity()))
            .put("price", price(deal.price()))
            .put("timestamp", fill.at().getEpochSecond());
    return Json.join(json, texts(token))
        .put("transactionHash", Words.hex(Words.keccak("transaction " + fill.tradeId())));
  }

  ObjectNode activity(String wallet, Fill fill) {
    return trade(wallet, fill).put("type", "TRADE").put("usdcSize", dollars(fill.deal().cash()));
  }

  /** One row a market: both outcomes are redeemed together. */
  ObjectNode payout(String wallet, Settlement settlement) {
    MarketId market = settlement.position().market();
    boolean yes = settlement.yesPaid().e4() >= 5_000;
    Token token = listings.token(market, yes ? Outcome.YES : Outcome.NO);
    ObjectNode json =
        Json.object()
            .put("proxyWallet", wallet)
            .put("side", "")
            .put("asset", token.id())
            .put("conditionId", market.code())
            .put("size", shares(settlement.position().of(token.outcome())))
            .put("price", 0)
            .put("timestamp", settlement.at().getEpochSecond());
    return Json.join(json, texts(token))
        .put("transactionHash", Words.hex(Words.keccak("redeem " + market.code())))
        .put("type", "REDEEM")
        .put("usdcSize", dollars(settlement.payout()));
  }

  private static ObjectNode texts(Token token) {
    return Json.object()
        .put("title", token.listing().texts().question())
        .put("slug", token.listing().texts().slug())
        .put("icon", "")
        .put("eventSlug", token.listing().event().slug())
        .put("outcome", token.label())
        .put("outcomeIndex", token.index());
  }

  private static Usd value(Holding holding) {
    return Usd.of(holding.price(), holding.size(), Rounding.DOWN);
  }

  private static BigDecimal average(Holding holding) {
    long e6 =
        Rounding.DOWN.divide(
            Math.multiplyExact(holding.cost().e6(), 1_000_000L), Math.max(1, holding.size().e6()));
    return Json.number(e6, 6);
  }

  private static BigDecimal percent(Usd part, Usd whole) {
    return whole.isZero()
        ? BigDecimal.ZERO
        : Json.number(Rounding.DOWN.divide(Math.multiplyExact(part.e6(), 10_000L), whole.e6()), 2);
  }

  private static BigDecimal shares(Quantity quantity) {
    return Json.number(quantity.e6(), 6);
  }

  private static BigDecimal dollars(Usd amount) {
    return Json.number(amount.e6(), 6);
  }

  private static BigDecimal price(Price price) {
    return Json.number(price.e4(), 4);
  }
}
