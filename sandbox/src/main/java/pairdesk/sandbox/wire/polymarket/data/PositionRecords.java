package pairdesk.sandbox.wire.polymarket.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Token;

/** Positions as the Data API tells them in its first version. */
final class PositionRecords {
  private PositionRecords() {}

  static ObjectNode open(String wallet, Holding holding) {
    Token token = holding.token();
    Usd fees = holding.basis().fees(holding.size());
    ObjectNode json =
        head(wallet, holding)
            .put("size", Numbers.shares(holding.size()))
            .put("avgPrice", Numbers.average(holding.basis().paid(), holding.basis().bought()))
            .put("initialValue", Numbers.dollars(holding.cost()))
            .put("grossInitialValue", Numbers.dollars(holding.cost().plus(fees)))
            .put("entryFeesUsdc", Numbers.dollars(fees))
            .put("currentValue", Numbers.dollars(holding.value()))
            .put("cashPnl", Numbers.dollars(holding.unrealized()))
            .put("percentPnl", Numbers.percent(holding.unrealized(), holding.cost()))
            .put("totalBought", Numbers.shares(holding.basis().bought()))
            .put("realizedPnl", Numbers.dollars(holding.basis().realized()))
            .put("percentRealizedPnl", realizedPercent(holding))
            .put("curPrice", Numbers.price(holding.price()))
            .put("redeemable", holding.resolved())
            .put("mergeable", holding.mergeable());
    return Json.join(json, tail(token)).put("negativeRisk", token.listing().event().negRisk());
  }

  static ObjectNode closed(String wallet, Holding holding) {
    ObjectNode json =
        head(wallet, holding)
            .put("avgPrice", Numbers.average(holding.basis().paid(), holding.basis().bought()))
            .put("totalBought", Numbers.shares(holding.basis().bought()))
            .put("realizedPnl", Numbers.dollars(holding.basis().realized()))
            .put("curPrice", Numbers.price(holding.price()))
            .put("timestamp", holding.basis().lastAt().getEpochSecond());
    return Json.join(json, tail(holding.token()));
  }

  private static ObjectNode head(String wallet, Holding holding) {
    return Json.object()
        .put("proxyWallet", wallet)
        .put("asset", holding.token().id())
        .put("conditionId", holding.token().market().code());
  }

  private static ObjectNode tail(Token token) {
    return Json.join(Json.object(), texts(token))
        .put("oppositeOutcome", token.other().label())
        .put("oppositeAsset", token.other().id())
        .put("endDate", token.listing().times().end().toString().substring(0, 10));
  }

  static ObjectNode texts(Token token) {
    return Json.object()
        .put("title", token.listing().texts().question())
        .put("slug", token.listing().texts().slug())
        .put("icon", "")
        .put("eventSlug", token.listing().event().slug())
        .put("outcome", token.label())
        .put("outcomeIndex", token.index());
  }

  private static BigDecimal realizedPercent(Holding holding) {
    return Numbers.percent(
        holding.basis().realized(), holding.basis().cost(holding.basis().gone()));
  }
}
