package pairdesk.bot.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import pairdesk.bot.console.Desk;
import pairdesk.bot.review.EdgeNow;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.money.Quantity;
import pairdesk.engine.money.Usd;
import pairdesk.engine.opportunity.BundlePricer.Priced;
import pairdesk.engine.opportunity.Leg;

/** What every approved pair would earn on the books of now, in the smallest size that is traded. */
final class GapsAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private GapsAnswer() {}

  static ObjectNode of(Desk desk) {
    ObjectNode body = JSON.createObjectNode();
    Quantity shares = EdgeNow.smallest(desk);
    body.put("size_shares", shares.toString());
    ArrayNode rows = body.putArray("pairs");
    EdgeNow now = EdgeNow.followed(desk);
    for (Pair pair : desk.view().desk().pairs()) {
      if (pair.status() == PairStatus.APPROVED) {
        ObjectNode row = rows.addObject().put("pair_id", pair.id().value());
        row.put("title", title(desk, pair.left()));
        now.best(pair, shares).ifPresent(priced -> counted(priced, row));
      }
    }
    return body;
  }

  private static String title(Desk desk, MarketId market) {
    return desk.market(market).map(m -> m.listing().texts().title()).orElse(market.code());
  }

  private static void counted(Priced priced, ObjectNode row) {
    ArrayNode legs = row.putArray("legs");
    for (Leg leg : priced.legs()) {
      legs.addObject()
          .put("venue", leg.instrument().venue().code())
          .put("market", leg.instrument().market().code())
          .put("outcome", leg.instrument().outcome().name())
          .put("worst_dollars", leg.worst().toString());
    }
    row.put("cost_dollars", dollars(priced.edge().cost()));
    row.put("fees_dollars", dollars(priced.edge().fees()));
    row.put("net_edge_dollars", dollars(priced.edge().net()));
    row.put("net_edge_bps", priced.edge().netRatio().bps());
  }

  private static String dollars(Usd amount) {
    return BigDecimal.valueOf(amount.e6(), 6).toPlainString();
  }
}
