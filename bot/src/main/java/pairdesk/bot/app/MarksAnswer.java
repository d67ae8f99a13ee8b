package pairdesk.bot.app;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import pairdesk.bot.position.Marks;
import pairdesk.engine.loop.EngineView;

/** The best bid of every book that the desk follows, as exact decimals. */
final class MarksAnswer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MarksAnswer() {}

  static ArrayNode of(EngineView view) {
    ArrayNode rows = JSON.createArrayNode();
    Marks.bids(view.desk().books())
        .prices()
        .forEach((instrument, bid) ->
            rows.addObject()
                .put("venue", instrument.venue().code())
                .put("market", instrument.market().code())
                .put("outcome", instrument.outcome().name())
                .put("bid_dollars", bid.toString()));
    return rows;
  }
}
