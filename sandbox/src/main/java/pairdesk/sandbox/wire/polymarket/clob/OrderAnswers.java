package pairdesk.sandbox.wire.polymarket.clob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.sandbox.exchange.Fill;
import pairdesk.sandbox.exchange.Placement;
import pairdesk.sandbox.exchange.Side;
import pairdesk.sandbox.exchange.Trade;
import pairdesk.sandbox.wire.polymarket.http.HttpRefusal;
import pairdesk.sandbox.wire.polymarket.http.Json;
import pairdesk.sandbox.wire.polymarket.records.TradeRecords;

/** What an accepted order is told. */
final class OrderAnswers {
  private OrderAnswers() {}

  /**
   * @param untraded the status when the order met nothing and rests
   * @throws HttpRefusal when it met nothing and may not rest
   */
  static ObjectNode taken(Placement.Placed placed, String untraded) {
    List<Trade> trades = placed.trades();
    if (trades.isEmpty()) {
      HttpRefusal.check(Refusals.unmatched(placed.order().terms().lifetime()));
      return accepted(placed.order().id(), untraded);
    }
    Usd dollars = Usd.ZERO;
    Quantity shares = Quantity.ZERO;
    for (Trade trade : trades) {
      Fill fill = trade.taker();
      dollars = dollars.plus(fill.deal().cash());
      shares = shares.plus(fill.deal().quantity());
    }
    boolean buys = placed.order().terms().side() == Side.BUY;
    String dollarText = Json.number(dollars.e6(), 6).toPlainString();
    String shareText = shares.toString();
    ObjectNode answer =
        accepted(placed.order().id(), "matched")
            .put("makingAmount", buys ? dollarText : shareText)
            .put("takingAmount", buys ? shareText : dollarText);
    answer.set("tradeIDs", Json.texts(trades.stream().map(t -> TradeRecords.id(t.id())).toList()));
    return answer;
  }

  /** Nothing was exchanged yet. */
  static ObjectNode accepted(String orderId, String status) {
    ObjectNode answer =
        Json.object()
            .put("success", true)
            .put("errorMsg", "")
            .put("orderID", orderId)
            .put("status", status)
            .put("makingAmount", "")
            .put("takingAmount", "");
    answer.putArray("transactionsHashes");
    answer.putArray("tradeIDs");
    return answer;
  }
}
