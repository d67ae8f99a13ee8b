package pairdesk.sandbox.wire.polymarket.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.listing.Token;

/** Positions as the Data API tells them in its second version. */
final class PositionRecordsV2 {
  private PositionRecordsV2() {}

  static ObjectNode of(String wallet, Holding holding) {
    ObjectNode json =
        Json.object()
            .put("proxy_wallet", wallet)
            .put("token_id", holding.token().id())
            .put("condition_id", holding.token().market().code())
            .put("status", holding.status().name());
    Json.join(json, figures(holding));
    return Json.join(json, texts(holding))
        .put("last_event_at", holding.basis().lastAt().getEpochSecond());
  }

  private static ObjectNode figures(Holding holding) {
    Basis basis = holding.basis();
    Usd fees = basis.fees(holding.size());
    Usd total = basis.realized().plus(holding.unrealized());
    return Json.object()
        .put("current_size", Numbers.shares(holding.size()))
        .put("total_size", Numbers.shares(basis.bought()))
        .put("avg_price", Numbers.average(basis.paid(), basis.bought()))
        .put("entry_cost_usdc", Numbers.dollars(holding.cost()))
        .put("entry_fees_usdc", Numbers.dollars(fees))
        .put("total_cost_usdc", Numbers.dollars(holding.cost().plus(fees)))
        .put("current_price", Numbers.price(holding.price()))
        .put("current_value", Numbers.dollars(holding.value()))
        .put("realized_pnl", Numbers.dollars(basis.realized()))
        .put("unrealized_pnl", Numbers.dollars(holding.unrealized()))
        .put("total_pnl", Numbers.dollars(total))
        .put("percent_pnl", Numbers.percent(holding.unrealized(), holding.cost()))
        .put("percent_realized_pnl", Numbers.percent(basis.realized(), basis.cost(basis.gone())));
  }

  private static ObjectNode texts(Holding holding) {
    Token token = holding.token();
    return Json.object()
        .put("redeemable", holding.status() == Holding.Status.REDEEMABLE)
        .put("mergeable", holding.mergeable())
        .put("negative_risk", token.listing().event().negRisk())
        .put("archived", false)
        .put("verified", true)
        .put("title", token.listing().texts().question())
        .put("slug", token.listing().texts().slug())
        .put("icon", "")
        .put("event_slug", token.listing().event().slug())
        .put("event_id", token.listing().event().id())
        .put("outcome", token.label())
        .put("outcome_index", token.index())
        .put("opposite_outcome", token.other().label())
        .put("opposite_token_id", token.other().id())
        .put("end_date", token.listing().times().end().toString().substring(0, 10));
  }
}
