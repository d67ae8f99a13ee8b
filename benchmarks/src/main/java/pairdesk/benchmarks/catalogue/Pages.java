package pairdesk.benchmarks.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Pages of events with ten markets each, made from one listing of the sandbox. */
abstract class Pages {
  static final int MARKETS_AN_EVENT = 10;
  private static final JsonMapper JSON = new JsonMapper();

  private final ObjectNode template;
  private final int events;

  /**
   * @param answer a page of the sandbox with at least one event
   * @param markets how many to make; a multiple of ten
   */
  Pages(String answer, int markets) throws JsonProcessingException {
    this.template = (ObjectNode) JSON.readTree(answer).get("events").get(0);
    this.events = markets / MARKETS_AN_EVENT;
  }

  /**
   * @param from number of the first event
   * @param cursorField where the address of the next page is written
   */
  byte[] page(int from, int count, String cursorField) {
    int to = Math.min(events, from + count);
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode list = page.putArray("events");
    for (int event = from; event < to; event++) {
      list.add(event(event));
    }
    page.put(cursorField, to < events ? Integer.toString(to) : "");
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode event(int number) {
    ObjectNode event = template.deepCopy();
    JsonNode market = template.get("markets").get(0);
    ArrayNode markets = event.putArray("markets");
    for (int i = 0; i < MARKETS_AN_EVENT; i++) {
      ObjectNode copy = market.deepCopy();
      name(copy, number, number * MARKETS_AN_EVENT + i);
      markets.add(copy);
    }
    name(event, number);
    return event;
  }

  /** Gives an event ids of its own. */
  abstract void name(ObjectNode event, int number);

  /** Gives a market ids of its own. */
  abstract void name(ObjectNode market, int event, int number);
}
