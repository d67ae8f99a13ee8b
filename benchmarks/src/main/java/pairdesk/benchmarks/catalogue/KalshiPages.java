package pairdesk.benchmarks.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Kalshi's listing. */
final class KalshiPages extends Pages {
  KalshiPages(String answer, int markets) throws JsonProcessingException {
    super(answer, markets);
  }

  @Override
  void name(ObjectNode event, int number) {
    event.put("event_ticker", ticker(number));
  }

  @Override
  void name(ObjectNode market, int event, int number) {
    market.put("event_ticker", ticker(event));
    market.put("ticker", ticker(event) + "-M" + number);
    market.put("title", market.get("title").asText() + " " + number);
  }

  private static String ticker(int event) {
    return "KXMADE-" + event;
  }
}
