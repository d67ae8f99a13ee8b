package pairdesk.bot.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import pairdesk.engine.control.Mode;
import pairdesk.engine.loop.EngineView;
import pairdesk.engine.money.Usd;

/** The books in exact integers, as strings: no reader makes them floating point. */
final class LedgerAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LedgerAnswer() {}

  static ObjectNode of(EngineView now) {
    ObjectNode body = JSON.createObjectNode();
    positions(now.wealth(), body.putArray("positions"));
    winnings(now.wealth(), body.putArray("winnings"));
    cash(now.wealth(), body.putArray("cash"));
    body.put("net_e6", Long.toString(net(now).e6()));
    body.put("open_orders", now.trading().openOrders(Mode.LIVE));
    body.put("open_executions", now.trading().openExecutions(Mode.LIVE));
    body.put("completed_executions", now.trading().kpis().completed());
    body.put("unhedged_e6", Long.toString(now.wealth().risk().unhedged().e6()));
    return body;
  }

  private static void positions(EngineView.Wealth wealth, ArrayNode rows) {
    wealth
        .positions()
        .forEach(p ->
            rows.addObject()
                .put("venue", p.instrument().venue().code())
                .put("market", p.instrument().market().code())
                .put("outcome", p.instrument().outcome().name())
                .put("quantity_e6", Long.toString(p.quantity().e6()))
                .put("provisional_e6", Long.toString(p.provisional().e6()))
                .put("cost_e6", Long.toString(p.cost().e6()))
                .put("fees_e6", Long.toString(p.fees().e6())));
  }

  private static void winnings(EngineView.Wealth wealth, ArrayNode rows) {
    wealth
        .winnings()
        .forEach(won ->
            rows.addObject()
                .put("venue", won.claim().market().venue().code())
                .put("market", won.claim().market().code())
                .put("worth_e6", Long.toString(won.claim().worth().e6()))
                .put("note", won.note()));
  }

  private static void cash(EngineView.Wealth wealth, ArrayNode rows) {
    wealth
        .cash()
        .forEach(c ->
            rows.addObject()
                .put("venue", c.venue().code())
                .put("shard", c.shard())
                .put("total_e6", Long.toString(c.total().e6()))
                .put("reserved_e6", Long.toString(c.reserved().e6())));
  }

  /** Realised less fees, of all days. */
  private static Usd net(EngineView view) {
    return view.wealth().pnl().stream()
        .map(day -> day.realised().minus(day.fees()))
        .reduce(Usd.ZERO, Usd::plus);
  }
}
